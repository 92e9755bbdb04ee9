import type { Database } from '../database/database.ts'
import { givesPlaces } from './forum-rules.ts'
import { readForum } from './schedule-store.ts'
import { fillFreeSeats, versionOf } from './waitlist-store.ts'

/** An organiser who changes the forum at the same moment makes us look again; more often than this it does not happen. */
const mostTries = 4

/** Gives whatever places are free to whoever waits, by what the forum is now. */
export const fillSeats = async (database: Database, slug: string, now: number): Promise<void> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const found = await readForum(database, slug)
    if (!found || !givesPlaces(found.forum, now)) return
    const [[seen]] = await database.batch([
      versionOf(database, found.forum.id),
      fillFreeSeats(database, found.forum, now),
    ])
    if (seen?.version === found.forum.version) return
  }
}
