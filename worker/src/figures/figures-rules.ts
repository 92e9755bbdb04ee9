import type { Words } from '#contract'
import { kyivDate } from '../schedule/kyiv-time.ts'

const columns = ['registered', 'waiting', 'cancelled', 'came'] as const

type Column = (typeof columns)[number]

export type Counts = Readonly<Record<Column, number>>

/** Null: not shown. */
type ShownCounts = Readonly<Record<Column, number | null>>

type Named = { readonly key: string | null; readonly name?: Words }

export type Row = Named & Counts

export type Shown = {
  readonly rows: readonly (Named & ShownCounts)[]
  readonly total: ShownCounts
  readonly suppressed: boolean
}

/** One object with a value for each column. */
const ofColumns = <Value>(value: (column: Column) => Value): Record<Column, Value> => ({
  registered: value('registered'),
  waiting: value('waiting'),
  cancelled: value('cancelled'),
  came: value('came'),
})

export const sumOf = (rows: readonly Counts[]): Counts =>
  ofColumns(column => rows.reduce((sum, row) => sum + row[column], 0))

/** Rows of one key become one, with the first name; in the order of the keys, which tells nothing of the figures. */
export const sumByKey = (rows: readonly Row[]): Row[] =>
  [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, same]) => ({ key, ...(same[0]?.name && { name: same[0].name }), ...sumOf(same) }))
    .toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1))

/** What has no key comes last. */
const textOf = ({ key }: Named): string => key ?? '\u{10FFFF}'

/** The days in Kyiv of figures by the hour since 1970: the clocks in Kyiv differ from UTC by whole hours. */
export const byDay = (hours: readonly (Counts & { readonly hour: number })[]): Row[] =>
  sumByKey(hours.map(({ hour, ...counts }) => ({ key: kyivDate(hour * 60 * 60 * 1000), ...counts })))

const peopleIn = ({ registered, waiting, cancelled }: Counts): number => registered + waiting + cancelled

const other = 'other'

const otherName: Words = { uk: 'Інші організації', en: 'Other organisations' }

/** Organisations of fewer than `least` people, and those beyond the `most` largest, as one row. */
export const foldOthers = (rows: readonly Row[], { least, most }: { least: number; most: number }): Row[] => {
  const large = new Set(
    rows
      .filter(row => row.key === null || (row.key !== other && peopleIn(row) >= least))
      .toSorted((one, another) => peopleIn(another) - peopleIn(one))
      .slice(0, most),
  )
  return sumByKey(rows.map(row => (large.has(row) ? row : { ...row, key: other, name: otherName })))
}

/** Fewer people than this, and more than none, are not shown. */
export const least = 5

const isSmall = (value: number): boolean => value > 0 && value < least

/**
 * Takes out of the figures what tells of fewer than five people, and so much more that nobody can find it by subtracting
 * what is shown from the total. Cells that are hidden together must not be all the same, because then their sum would tell
 * them; so the next smallest ones are hidden as well, or the total when there are none.
 */
export const suppress = (rows: readonly Row[], total: Counts): Shown => {
  const hidden = ofColumns(column =>
    hiddenIn(
      rows.map(row => row[column]),
      total[column],
    ),
  )
  return {
    rows: rows.map((row, place) => ({
      ...row,
      ...ofColumns(column => (hidden[column].places.has(place) ? null : row[column])),
    })),
    total: ofColumns(column => (hidden[column].total ? null : total[column])),
    suppressed: columns.some(column => hidden[column].total || hidden[column].places.size > 0),
  }
}

type Hidden = { readonly places: ReadonlySet<number>; readonly total: boolean }

const hiddenIn = (values: readonly number[], total: number): Hidden => {
  const places = placesWhere(values, isSmall)
  const isTold = new Set([...places].map(place => values[place])).size === 1
  if (isSmall(total) || !isTold) return { places, total: isSmall(total) }
  const next = Math.min(...values.filter(value => value >= least))
  // Equal ones together: which of them was chosen would tell something, too.
  return { places: places.union(placesWhere(values, value => value === next)), total: next === Infinity }
}

const placesWhere = (values: readonly number[], is: (value: number) => boolean): Set<number> =>
  new Set(values.flatMap((value, place) => (is(value) ? [place] : [])))
