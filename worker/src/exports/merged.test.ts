import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged } from './merged.ts'

const list = async function* (pages: number[][], ends: string[] = []) {
  try {
    yield* pages
  } finally {
    ends.push('ended')
  }
}

const byNumber = (one: number, other: number) => one - other

const flat = async (pages: AsyncIterable<readonly number[]>) => (await Array.fromAsync(pages)).flat()

describe('lists that are merged', () => {
  it('come in one order, whatever their pages', async () => {
    const pages = fc
      .array(fc.array(fc.integer({ max: 50 }), { minLength: 1, maxLength: 4 }), { maxLength: 5 })
      .map(found => {
        const sorted = found.flat().toSorted(byNumber)
        return found.map(page => sorted.splice(0, page.length))
      })
    await fc.assert(
      fc.asyncProperty(fc.array(pages, { maxLength: 4 }), async lists => {
        const read = await flat(
          merged(
            lists.map(of => list(of)),
            byNumber,
          ),
        )
        expect(read).toEqual(lists.flat(2).toSorted(byNumber))
      }),
    )
  })

  it('are all ended when nobody wants any more', async () => {
    const ends: string[] = []
    const pages = merged([list([[1], [3]], ends), list([[2], [4]], ends)], byNumber)
    expect(await pages.next()).toEqual({ done: false, value: [1] })
    await pages.return(undefined)
    expect(ends).toHaveLength(2)
  })
})
