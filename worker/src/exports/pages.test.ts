import { describe, expect, it } from 'vitest'
import { pagesOf } from './pages.ts'

/** Pages by their number, of which `asked` tells those that were asked for. */
const book = (...pages: string[][]) => {
  const asked: number[] = []
  const page = (number: number) => ({
    rows: pages[number] ?? [],
    next: number + 1 < pages.length ? number + 1 : undefined,
  })
  const read = async (number: number) => {
    asked.push(number)
    return page(number)
  }
  return { asked, pages: pagesOf(read, page(0)), read }
}

describe('the pages of a list', () => {
  it('come one after the other; an empty one is none', async () => {
    const { pages } = book(['а', 'б'], [], ['в'])
    expect(await Array.fromAsync(pages)).toEqual([['а', 'б'], ['в']])
  })

  it('are read one ahead of the one that is being written', async () => {
    const { asked, pages } = book(['а'], ['б'], ['в'])
    await pages.next()
    expect(asked).toEqual([1])
  })

  it('are not read any further when nobody wants them', async () => {
    const { asked, pages } = book(['а'], ['б'], ['в'])
    await pages.next()
    await pages.return(undefined)
    expect(await pages.next()).toEqual({ done: true, value: undefined })
    expect(asked).toEqual([1])
  })

  it('that cannot be read fail when they are wanted, not before', async () => {
    const pages = pagesOf(() => Promise.reject(new Error('gone')), { rows: ['а'], next: 1 })
    expect(await pages.next()).toEqual({ done: false, value: ['а'] })
    await new Promise(resolve => setTimeout(resolve))
    await expect(pages.next()).rejects.toThrow('gone')
  })
})
