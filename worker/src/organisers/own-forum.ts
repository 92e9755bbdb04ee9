import type { Database } from '../database/database.ts'
import { type ForumRow, readAnyForum } from '../schedule/schedule-store.ts'
import type { Organiser } from './organiser.ts'
import { holdsForum } from './scope-rules.ts'

/** The forum, a draft too, if it is this organiser's. Undefined for another's, as for one that is not there. */
export const readOwnForum = async (
  database: Database,
  organiser: Organiser,
  slug: string,
): Promise<ForumRow | undefined> => {
  const found = await readAnyForum(database, slug)
  return found && holdsForum(organiser, found.forum) ? found : undefined
}
