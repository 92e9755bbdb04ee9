import type { ScanBatch, ScanOutcome, ScanResults } from '#contract'
import { readCode } from '../registration/code.ts'
import { type DoorForum, isTheDay } from './door-rules.ts'

type Scan = ScanBatch['scans'][number]
type Result = ScanResults['results'][number]

/** A registration to which a scanned code leads. */
type Scanned = {
  readonly id: number
  readonly version: number
  readonly status: 'confirmed' | 'waitlisted' | 'cancelled'
  readonly cameAt: number | null
}

/** What was found before scans are applied. */
export type ScansSeen = {
  readonly forum: DoorForum
  /** The answers to those of them that were applied before, by the scan's id. */
  readonly applied: ReadonlyMap<string, Result>
  /** Registrations of this forum by code. */
  readonly registrations: ReadonlyMap<string, Scanned>
}

/** What is to be stored, and what the device is told. */
export type Applied = {
  readonly results: readonly Result[]
  /** Answers that are new. */
  readonly fresh: readonly Result[]
  /** Registrations that come out with another moment than they went in, which is null when the person has not come. */
  readonly visits: readonly { readonly id: number; readonly cameAt: number | null }[]
  /** How many of the new ones changed something. */
  readonly changes: number
}

/** A device's clock may be ahead by so much. Milliseconds. */
const tolerance = 5 * 60 * 1000

/** The codes in them that can be codes. */
export const codesOf = (scans: readonly Scan[]): string[] => [
  ...new Set(scans.map(({ code }) => readCode(code)).flatMap(read => (read === 'typo' ? [] : [read.code]))),
]

/**
 * Applies what a device recorded, in its order, to what is known now. What was applied before, by its id, is not applied
 * again. Of two scans of one code the one that is applied first counts, whatever the devices' clocks say.
 */
export const applyScans = (scans: readonly Scan[], seen: ScansSeen, now: number): Applied => {
  const came = new Map<number, number | null>()
  const answers = new Map(seen.applied)
  const fresh: Result[] = []
  let changes = 0
  for (const scan of scans) {
    if (answers.has(scan.id)) continue
    const { visit, ...answer } = outcomeOf(scan, seen, came, now)
    const result = { id: scan.id, ...answer }
    answers.set(scan.id, result)
    fresh.push(result)
    if (visit) came.set(visit.id, visit.cameAt)
    changes += visit ? 1 : 0
  }
  const before = new Map([...seen.registrations.values()].map(({ id, cameAt }) => [id, cameAt]))
  return {
    results: scans.flatMap(({ id }) => answers.get(id) ?? []),
    fresh,
    visits: [...came].map(([id, cameAt]) => ({ id, cameAt })).filter(({ id, cameAt }) => before.get(id) !== cameAt),
    changes,
  }
}

type Outcome = {
  readonly outcome: ScanOutcome
  readonly at?: string
  readonly visit?: { readonly id: number; readonly cameAt: number | null }
}

const outcomeOf = (
  scan: Scan,
  { forum, registrations }: ScansSeen,
  came: ReadonlyMap<number, number | null>,
  now: number,
): Outcome => {
  const read = readCode(scan.code)
  if (read === 'typo') return { outcome: 'typo' }
  const registration = registrations.get(read.code)
  if (!registration) return { outcome: 'unknown' }
  const cameAt = came.get(registration.id) ?? (came.has(registration.id) ? null : registration.cameAt)
  if (scan.undo) return { outcome: 'undone', ...(cameAt !== null && { visit: { id: registration.id, cameAt: null } }) }
  const at = Date.parse(scan.at)
  if (at > now + tolerance || !isTheDay(forum, at)) return { outcome: 'not-the-day' }
  if (registration.status !== 'confirmed') return { outcome: registration.status }
  if (cameAt !== null) return { outcome: 'already', at: new Date(cameAt).toISOString() }
  return { outcome: 'first', at: new Date(at).toISOString(), visit: { id: registration.id, cameAt: at } }
}
