import { sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { spentChallenges, watched } from '../database/tables.ts'

/** Milliseconds for which a solution of a challenge is remembered; the challenge itself is good for minutes. */
const remembered = 24 * 60 * 60 * 1000

/** So many of each at most: sources that are watched no longer, solutions that nobody could use again. */
export const forgetAbuse = async (database: Database, now: number, atMost: number): Promise<void> => {
  await database.batch([
    database.delete(watched).where(sql`key IN (SELECT key FROM watched WHERE until <= ${now} LIMIT ${atMost})`),
    database
      .delete(spentChallenges)
      .where(
        sql`signature IN (SELECT signature FROM spent_challenges WHERE spent_at < ${now - remembered} LIMIT ${atMost})`,
      ),
  ])
}
