import type { Database } from '../database/database.ts'
import { givesPlaces } from '../schedule/forum-rules.ts'
import { readAnyForum } from '../schedule/schedule-store.ts'
import { eraseUnconfirmed, freePlaces, readOverdue } from './hold-store.ts'

/** So long the private link of a place that was not confirmed says what became of it. */
const explained = 24 * 60 * 60 * 1000

/** An organiser who changes the forum at the same moment makes us look again; more often than this it waits a minute. */
const mostTries = 4

/**
 * Frees the places whose addresses nobody confirmed in time, at most `limit` of either status, for whoever waits longest;
 * a day later erases what was typed for them. Two at once do no harm, and one that dies leaves only work for the next.
 * Resolves with the forums where places were freed.
 */
export const freeHeldPlaces = async (database: Database, now: number, limit: number): Promise<string[]> => {
  await eraseUnconfirmed(database, now - explained, now, limit)
  const overdue = Map.groupBy(await readOverdue(database, now, limit), ({ forum }) => forum)
  for (const [slug, held] of overdue)
    await freeIn(
      database,
      slug,
      held.map(({ id }) => id),
      now,
    )
  return [...overdue.keys()]
}

const freeIn = async (database: Database, slug: string, ids: readonly number[], now: number): Promise<void> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const found = await readAnyForum(database, slug)
    if (!found) return
    const fill = givesPlaces(found.forum, now)
    if (await freePlaces(database, found.forum, ids, { fill, now })) return
  }
}
