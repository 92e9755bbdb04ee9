import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDay, foldOthers, type Row, sumOf, suppress } from './figures-rules.ts'

const aRow = (key: string | null, registered: number, counts: Partial<Row> = {}): Row => ({
  key,
  registered,
  waiting: 0,
  cancelled: 0,
  came: 0,
  ...counts,
})

/** One column: what is shown of these values and of their sum. */
const shown = (values: readonly number[]): (number | null)[] => {
  const rows = values.map((value, place) => aRow(`row-${place}`, value))
  const { rows: cells, total } = suppress(rows, sumOf(rows))
  return [...cells.map(({ registered }) => registered), total.registered]
}

describe('small figures', () => {
  it.each([
    ['none, and nothing is hidden', [5, 0, 12], [5, 0, 12, 17]],
    ['one, and the next smallest goes with it', [3, 0, 9, 12], [null, 0, null, 12, 24]],
    ['one beside equal ones, which all go with it', [3, 9, 9, 12], [null, null, null, 12, 33]],
    ['one beside nothing, and the total goes with it', [3, 0, 0], [null, 0, 0, null]],
    ['two that differ, and their sum tells neither', [3, 2, 9], [null, null, 9, 14]],
    ['two that are the same, which their sum would tell', [1, 1, 9, 12], [null, null, null, 12, 23]],
    ['all, and the total is shown', [4, 3], [null, null, 7]],
    ['a total as well', [1, 2], [null, null, null]],
  ])('%s', (_, values, expected) => {
    expect(shown(values)).toEqual(expected)
  })

  it('of each column are hidden by themselves', () => {
    const rows = [aRow('a', 50, { came: 2 }), aRow('b', 40, { came: 30 }), aRow('c', 6, { came: 31 })]
    expect(suppress(rows, sumOf(rows))).toEqual({
      rows: [{ ...aRow('a', 50), came: null }, { ...aRow('b', 40), came: null }, aRow('c', 6, { came: 31 })],
      total: { registered: 96, waiting: 0, cancelled: 0, came: 63 },
      suppressed: true,
    })
  })

  const figures = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 })), {
    maxLength: 12,
  })

  it('are never shown, and cannot be found by subtracting what is shown from the total', () => {
    fc.assert(
      fc.property(figures, values => {
        const answer = shown(values)
        const total = answer.pop()
        for (const cell of answer) expect(cell === null || cell === 0 || cell >= 5).toBe(true)
        const hidden = values.filter((_, place) => answer[place] === null)
        if (total === null) return
        expect(total).toBe(values.reduce((sum, value) => sum + value, 0))
        expect(hidden).not.toHaveLength(1)
        // Some hidden cell more than another: which is which, their sum does not tell.
        if (hidden.length > 0) expect(new Set(hidden).size).toBeGreaterThan(1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('could, each of them, have been another, for all that the answer tells to somebody who knows these rules', () => {
    const few = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(few, values => {
        const answer = shown(values)
        const hidden = values.flatMap((_, place) => (answer[place] === null ? [place] : []))
        for (const place of hidden) {
          const others = possible(values, hidden).filter(other => other[place] !== values[place])
          expect(others.some(other => JSON.stringify(shown(other)) === JSON.stringify(answer))).toBe(true)
        }
      }),
    )
  })
})

/** All values that the hidden places could have. */
const possible = (values: readonly number[], [place, ...rest]: readonly number[]): number[][] =>
  place === undefined
    ? [[...values]]
    : possible(values, rest).flatMap(other => Array.from({ length: 13 }, (_, value) => other.with(place, value)))

describe('organisations', () => {
  it('of too few people are one row, people who represent nobody another', () => {
    const rows = [aRow('a', 4), aRow('b', 3, { waiting: 2 }), aRow('c', 1), aRow('other', 9), aRow(null, 2)]
    expect(foldOthers(rows, { least: 5, most: 1000 }).map(({ key, registered }) => [key, registered])).toEqual([
      ['b', 3],
      ['other', 14],
      [null, 2],
    ])
  })

  it('beyond the largest are one row, too', () => {
    const rows = [aRow('a', 4), aRow('b', 3), aRow('c', 9)]
    expect(foldOthers(rows, { least: 0, most: 2 }).map(({ key, registered }) => [key, registered])).toEqual([
      ['a', 4],
      ['c', 9],
      ['other', 3],
    ])
  })
})

it('days are those of Kyiv', () => {
  const hour = (moment: string) => ({ hour: Date.parse(moment) / 3_600_000, ...sumOf([aRow('', 1)]) })
  const hours = ['2019-06-05T20:00Z', '2019-06-05T21:00Z', '2019-06-06T20:00Z', '2019-12-01T21:00Z'].map(hour)
  expect(byDay(hours).map(({ key, registered }) => [key, registered])).toEqual([
    ['2019-06-05', 1],
    ['2019-06-06', 2],
    ['2019-12-01', 1],
  ])
})
