import type { ActivityChange, NewActivity } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { ActivityRow } from '../schedule/schedule-store.ts'
import { deleteActivity, insertActivity, type OfForum, readActivity, updateActivity } from './activities-store.ts'
import { hoursFaults } from './forum-field-rules.ts'
import { changing, made, type Refused, removing } from './keeping.ts'

export const makeActivity = async (database: Database, actor: Actor, forum: OfForum, said: NewActivity) => {
  const { slug, kind, title } = said
  const refused = misplaced({ startTime: said.startTime ?? null, endTime: said.endTime ?? null })
  if (refused) return refused
  const row = { slug, kind, titleUk: title.uk, titleEn: title.en, ...columnsOf(said) }
  return made(await insertActivity(database, actor, forum, row), () => readActivity(database, forum, slug))
}

export const changeActivity = async (
  database: Database,
  actor: Actor,
  forum: OfForum,
  slug: string,
  seen: number,
  change: ActivityChange,
) => {
  const columns = columnsOf(change)
  const found = await readActivity(database, forum, slug)
  const refused = found?.version === seen ? misplaced({ ...found, ...columns }) : undefined
  if (refused) return refused
  return changing(
    seen,
    () => readActivity(database, forum, slug),
    row => updateActivity(database, actor, forum, row, columns),
  )
}

export const removeActivity = (database: Database, actor: Actor, forum: OfForum, slug: string, seen: number) =>
  removing(
    seen,
    () => readActivity(database, forum, slug),
    row => deleteActivity(database, actor, forum, row),
  )

/** An end without a beginning. */
const misplaced = (hours: Pick<ActivityRow, 'startTime' | 'endTime'>): Refused<'invalid-request'> | undefined => {
  const errors = hoursFaults(hours)
  return errors.length > 0 ? { refusal: { code: 'invalid-request', errors } } : undefined
}

const columnsOf = ({ kind, title, date, startTime, endTime, place, position }: ActivityChange) => ({
  ...(kind !== undefined && { kind }),
  ...(title && { titleUk: title.uk, titleEn: title.en }),
  ...(date !== undefined && { date }),
  ...(startTime !== undefined && { startTime }),
  ...(endTime !== undefined && { endTime }),
  ...(place !== undefined && { placeUk: place?.uk ?? null, placeEn: place?.en ?? null }),
  ...(position !== undefined && { position }),
})
