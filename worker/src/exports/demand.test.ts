import { describe, expect, it } from 'vitest'
import { newDemand, onDemand } from './demand.ts'

const pages = async function* (ends: string[] = []) {
  try {
    yield 'а'
    yield 'б'
  } finally {
    ends.push('ended')
  }
}

const soon = () => new Promise<string>(resolve => setTimeout(() => resolve('still waiting')))

describe('pages on demand', () => {
  it('come while somebody waits', async () => {
    const demand = newDemand()
    const wanted = onDemand(pages(), demand)
    expect(await demand.during(() => Array.fromAsync(wanted))).toEqual(['а', 'б'])
  })

  it('wait until somebody does', async () => {
    const demand = newDemand()
    const next = onDemand(pages(), demand).next()
    expect(await Promise.race([next, soon()])).toBe('still waiting')
    expect(await demand.during(() => next)).toEqual({ done: false, value: 'а' })
  })

  it('end when nobody will wait any more', async () => {
    const [demand, ends]: [ReturnType<typeof newDemand>, string[]] = [newDemand(), []]
    const next = onDemand(pages(ends), demand).next()
    await soon()
    demand.end()
    expect(await next).toEqual({ done: true, value: undefined })
    expect(ends).toEqual(['ended'])
  })
})
