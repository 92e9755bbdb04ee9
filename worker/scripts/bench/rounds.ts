import type { CaseName } from './cases.ts'
import type { Visit } from './visit.ts'

/** How many times slower than this machine the CPU is made. */
export const slowdowns = [1, 4] as const

export type Slowdown = (typeof slowdowns)[number]

/** What is visited in each round, once. */
export interface Turn {
  readonly name: CaseName
  readonly slowdown: Slowdown
}

export interface Visited extends Turn {
  readonly visit: Visit
}

export type Round = readonly Visited[]

/** One figure of a case at a speed, in each round. */
export const figures = (rounds: readonly Round[], turn: Turn, figure: (visit: Visit) => number): number[] =>
  rounds.flatMap(round =>
    round
      .filter(({ name, slowdown }) => name === turn.name && slowdown === turn.slowdown)
      .map(({ visit }) => figure(visit)),
  )
