import type { Bindings } from '../bindings.ts'
import type { Database } from '../database/database.ts'
import { isWatched, watch } from './watch-store.ts'

/** For so long a source or a forum with unusually much is asked for proofs of work. Milliseconds. */
const watchedFor = 10 * 60 * 1000

export type Limits = Pick<Bindings, 'SOURCE_LIMIT' | 'ADDRESS_LIMIT' | 'FORUM_LIMIT'>

/** Who sends, from where, to what. */
export type Sender = { readonly source: string; readonly email: string; readonly forum: string }

/** The limits are counted where the request arrives, roughly: they hold back floods, and never decide about a place. */
export const isWithinLimits = async (
  limits: Limits,
  database: Database,
  { source, email, forum }: Sender,
  now: number,
): Promise<boolean> => {
  const [bySource, byAddress, byForum] = await Promise.all([
    limits.SOURCE_LIMIT.limit({ key: source }),
    limits.ADDRESS_LIMIT.limit({ key: email }),
    limits.FORUM_LIMIT.limit({ key: forum }),
  ])
  const beyond = [...(bySource.success ? [] : [source]), ...(byForum.success ? [] : [forum])]
  await Promise.all(beyond.map(key => watch(database, key, now + watchedFor)))
  return bySource.success && byAddress.success && byForum.success
}

/** Whether whoever opens this form is to bring a proof of work with it. */
export const asksForProof = (database: Database, source: string, forum: string, now: number): Promise<boolean> =>
  isWatched(database, source, forum, now)
