import type { Database } from '../database/database.ts'
import { givesPlaces } from './forum-rules.ts'
import { readForum } from './schedule-store.ts'
import { fillFreeSeats, setCapacity } from './waitlist-store.ts'

/**
 * Raises or lowers the number of places. Raising promotes exactly as many as have become free; lowering throws nobody
 * out. Undefined when there is no such forum; false when somebody else changed it at the same moment.
 */
export const changeCapacity = async (
  database: Database,
  slug: string,
  capacity: number,
  now: number,
): Promise<boolean | undefined> => {
  const found = await readForum(database, slug)
  if (!found) return undefined
  const { forum } = found
  const raised = { ...forum, capacity }
  const [changed] = await database.batch([
    setCapacity(database, forum, capacity),
    ...(givesPlaces(raised, now) ? [fillFreeSeats(database, { id: forum.id, version: forum.version + 1 }, now)] : []),
  ])
  return changed.meta.changes > 0
}
