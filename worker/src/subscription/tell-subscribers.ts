import type { Database } from '../database/database.ts'
import { newsOf } from './subscription-rules.ts'
import { awaitedForums, tellThem } from './subscription-store.ts'

/** Letters that one forum's people are written in one run; the next run goes on. */
const together = 500

/**
 * Looks at each forum for which people wait and writes to them what has become of it. It looks at what is, not at what
 * was done: so nobody is forgotten, whether an organiser set the date or the hour of opening passed.
 */
export const tellSubscribers = async (database: Database, now: number): Promise<void> => {
  for (const forum of await awaitedForums(database)) {
    const news = newsOf(forum, now)
    if (news) await tellThem(database, forum, news, { now, most: together })
  }
}
