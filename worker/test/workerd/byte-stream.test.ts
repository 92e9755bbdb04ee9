import { describe, expect, it } from 'vitest'
import { byteStream } from '../../src/exports/byte-stream.ts'

const texts = (ends: string[]) =>
  (async function* () {
    try {
      yield 'є'
      yield 'ї'
    } finally {
      ends.push('ended')
    }
  })()

describe('the body of a list', () => {
  it('is UTF-8', async () => {
    expect(await new Response(byteStream(texts([]), () => {})).text()).toBe('єї')
  })

  it('whose client hangs up ends the reading, and is no fault (bad input 65)', async () => {
    const [ends, faults]: [string[], unknown[]] = [[], []]
    const reader = byteStream(texts(ends), fault => faults.push(fault)).getReader()
    await reader.read()
    await reader.cancel('gone')
    await expect.poll(() => ends).toEqual(['ended'])
    expect(faults).toEqual([])
  })

  it('that cannot be read to its end breaks off, and says nothing of what it was', async () => {
    const faults: unknown[] = []
    const fault = new Error('Олена Приклад')
    const broken = (async function* () {
      yield 'є'
      throw fault
    })()
    await expect(new Response(byteStream(broken, found => faults.push(found))).text()).rejects.not.toThrow('Олена')
    expect(faults).toEqual([fault])
  })
})
