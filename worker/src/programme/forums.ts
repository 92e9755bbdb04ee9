import { type ForumListQuery, type NewForum, programmeLimits } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { columnsOf } from './forum-columns.ts'
import { faults, type KeptForum, mayWrite } from './forum-field-rules.ts'
import { standingOf } from './forum-move-rules.ts'
import { deleteForum, type ForumFilter, insertForum, listForums, placeOf } from './forums-store.ts'
import { forbidden, made, removing, unknownFields } from './keeping.ts'
import { unknownOf } from './references.ts'

const ownForum = async (database: Database, organiser: Organiser, slug: string): Promise<KeptForum | undefined> =>
  (await readOwnForum(database, organiser, slug))?.forum

/** A page of what is this organiser's. What a forum is depends on the clock, so that rows are read until there are enough. */
export const pageOfForums = async (
  database: Database,
  { districts }: Organiser,
  { series, district, state, cursor, limit = programmeLimits.page }: ForumListQuery,
  now: number,
): Promise<{ readonly forums: KeptForum[]; readonly next: string | null }> => {
  const filter = { districts, series, district, drafts: state === undefined ? undefined : state === 'draft' }
  const forums: KeptForum[] = []
  let after = placeIn(cursor)
  for (;;) {
    const rows = await listForums(database, { ...filter, after }, programmeLimits.page)
    const last = rows.at(-1)
    for (const forum of rows) {
      if (state !== undefined && standingOf(forum, now) !== state) continue
      forums.push(forum)
      if (forums.length === limit) return { forums, next: forum === last && isEnd(rows) ? null : placeOf(forum) }
    }
    if (!last || isEnd(rows)) return { forums, next: null }
    after = placeIn(placeOf(last))
  }
}

const isEnd = (rows: readonly KeptForum[]): boolean => rows.length < programmeLimits.page

const placeIn = (cursor: string | undefined): ForumFilter['after'] => {
  const [date = '', id = ''] = cursor?.split('.') ?? []
  return cursor === undefined ? undefined : [date, Number(id)]
}

/** A new draft. */
export const makeForum = async (database: Database, organiser: Organiser, actor: Actor, said: NewForum) => {
  const { slug, series, district, venue } = said
  if (!mayWrite(organiser.role, Object.keys(said), true)) return forbidden
  const unknown = await unknownOf(database, organiser, { series, district, venue })
  const columns = columnsOf(said)
  const errors = [...unknownFields(unknown), ...faults(columns)]
  if (errors.length > 0) return { refusal: { code: 'invalid-request', errors } as const }
  const titles = { titleUk: said.title.uk, titleEn: said.title.en }
  const row = { slug, ...columns, series, ...titles, changedAt: actor.now }
  return made(await insertForum(database, actor, row), () => ownForum(database, organiser, slug))
}

export const removeForum = (database: Database, organiser: Organiser, actor: Actor, slug: string, seen: number) =>
  removing(
    seen,
    () => ownForum(database, organiser, slug),
    forum => deleteForum(database, actor, forum),
  )
