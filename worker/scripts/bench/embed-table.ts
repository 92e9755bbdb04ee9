import { type CaseName, caseNames } from './cases.ts'
import { figures, type Round, type Slowdown, slowdowns } from './rounds.ts'
import { median, medianRatio, spread } from './statistics.ts'
import type { Opening, Visit } from './visit.ts'

type Row = readonly string[]

const atEach = (figure: (slowdown: Slowdown) => string) => slowdowns.map(figure).join(' / ')

const opened = (figure: keyof Opening) => (visit: Visit) => visit.opening?.[figure] ?? Number.NaN

/** Rows of the README's table, and the goals beside. */
export const comparison = (rounds: readonly Round[]): Row[] => {
  const against = (reference: CaseName) =>
    atEach(slowdown =>
      medianRatio(
        figures(rounds, { name: 'snippet', slowdown }, ({ visible }) => visible),
        figures(rounds, { name: reference, slowdown }, ({ visible }) => visible),
      ).toFixed(2),
    )
  const ours = (figure: (visit: Visit) => number) =>
    slowdowns.flatMap(slowdown => figures(rounds, { name: 'snippet', slowdown }, figure))
  const shifted = (name: CaseName) =>
    Math.max(...slowdowns.flatMap(slowdown => figures(rounds, { name, slowdown }, visit => visit.shifted))).toFixed(3)
  const usable = atEach(slowdown => median(figures(rounds, { name: 'snippet', slowdown }, opened('time'))).toFixed(0))
  const at = `CPU ${atEach(slowdown => `${slowdown}×`)}`
  return [
    [`time to a visible schedule ÷ the same without a library, prerendered, ${at}`, against('floor'), '≤ 1.15'],
    [`time to a visible schedule ÷ the same in an iframe, ${at}`, against('iframe'), '≤ 0.55'],
    [
      'layout shift (CLS) with the snippet of `/embed` / with the bare tag',
      `${shifted('snippet')} / ${shifted('tag')}`,
      '0 / –',
    ],
    [
      'until the schedule is visible: requests, connections, bytes with HTTP’s own',
      [ours(visit => visit.requests), ours(visit => visit.connections), ours(visit => visit.bytes)]
        .map(numbers => median(numbers).toLocaleString('en'))
        .join(', '),
      '1, 1, ≤ 13,312',
    ],
    [`from the click to a usable field, ${at}`, `${usable} ms`, '≤ 30 / 100 ms'],
    [
      'requests begun meanwhile, and waited for',
      `${Math.max(...ours(opened('begun')))}, ${Math.max(...ours(opened('awaited')))}`,
      'none waited for',
    ],
  ]
}

const columns: readonly (readonly [name: string, figure: (visit: Visit) => number, digits: number])[] = [
  ['visible, ms', visit => visit.visible, 0],
  ['bytes', visit => visit.bytes, 0],
  ['requests', visit => visit.requests, 0],
  ['connections', visit => visit.connections, 0],
  ['shifted', visit => visit.shifted, 3],
  ['blocked, ms', visit => visit.blocked, 0],
  ['a loop, ms', visit => visit.loop, 1],
  ['click → field, ms', opened('time'), 0],
]

/** Every figure of every case: median, least and most. */
export const everything = (rounds: readonly Round[]): Row[] => [
  ['case', 'CPU', ...columns.map(([name]) => name)],
  ['---', '---', ...columns.map(() => '---')],
  ...caseNames.flatMap(name =>
    slowdowns.map(slowdown => [
      name,
      `${slowdown}×`,
      ...columns.map(([, figure, digits]) => {
        const found = figures(rounds, { name, slowdown }, figure).filter(Number.isFinite)
        return found.length > 0 ? spread(found, digits) : '–'
      }),
    ]),
  ),
]

export const asTable = (rows: readonly Row[]): string => rows.map(cells => `| ${cells.join(' | ')} |`).join('\n')
