import type { ScanBatch, ScanResults } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { applyScans, codesOf } from './scan-rules.ts'
import { appliedScans, findByCodes, storeScans } from './scan-store.ts'

type Refused = { readonly refusal: Refusal<'overloaded'> }

const mostTries = 8

/** Applies what a device recorded without a connection: look, apply, store while it is still true; if not, look again. */
export const applyBatch = async (
  database: Database,
  actor: Actor,
  forum: ForumRow['forum'],
  { device, scans }: ScanBatch,
): Promise<ScanResults | Refused> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const [applied, found] = await Promise.all([
      appliedScans(
        database,
        forum.id,
        device,
        scans.map(({ id }) => id),
      ),
      findByCodes(database, forum.id, codesOf(scans)),
    ])
    const { results, ...storing } = applyScans(
      scans,
      {
        forum,
        applied: new Map(applied.map(answer => [answer.id, answer])),
        registrations: new Map(found.map(({ code, ...registration }) => [code, registration])),
      },
      actor.now,
    )
    const isDone = storing.fresh.length === 0
    if (isDone || (await storeScans(database, actor, { forum, device, seen: found, ...storing })))
      return { results: [...results] }
  }
  return { refusal: { code: 'overloaded' } }
}
