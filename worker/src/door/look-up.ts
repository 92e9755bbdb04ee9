import type { DoorList } from '#contract'
import { type Actor, note } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { isTheDay } from './door-rules.ts'
import { type DoorRow, findByWord, listPeople } from './door-store.ts'
import { cursorOf, isFoundBy, longest, type Place, placeOf, searchWords } from './people-rules.ts'
import { presentPerson } from './present-person.ts'

export type LookingUp = {
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

type Page = Pick<DoorList, 'more' | 'next'> & { readonly rows: readonly DoorRow[] }

/** Whom a desk looks for, or a page of all who are to come. */
export const lookUp = async (
  database: Database,
  actor: Actor,
  forum: ForumRow['forum'],
  { q, cursor, limit }: LookingUp,
): Promise<DoorList | { readonly refusal: Refusal<'invalid-query'> }> => {
  const after = cursor === undefined ? undefined : placeOf(cursor)
  if (cursor !== undefined && (after === undefined || q !== undefined)) return { refusal: { code: 'invalid-query' } }
  const { rows, more, next } =
    q === undefined ? await page(database, forum.id, after, limit) : await search(database, forum.id, q, limit)
  await note(database, actor, { action: 'door.searched', forum: forum.slug, count: rows.length })
  return {
    forum: forum.slug,
    date: forum.date,
    today: isTheDay(forum, actor.now),
    counts: { confirmed: forum.confirmed, waitlisted: forum.waitlisted, came: forum.came },
    people: rows.map(row => presentPerson(row)),
    more,
    next,
  }
}

/** Rows that a search looks at, whatever is typed; and people that it shows. */
const mostLooked = 300
const mostFound = 50

const search = async (database: Database, forumId: number, typed: string, limit: number): Promise<Page> => {
  const words = searchWords(typed)
  const start = longest(words)
  const looked = start === undefined ? [] : await findByWord(database, forumId, start, mostLooked)
  const found = looked.filter(isFoundBy(words))
  const rows = found.slice(0, Math.min(limit, mostFound))
  return { rows, more: rows.length < found.length || looked.length === mostLooked, next: null }
}

const page = async (database: Database, forumId: number, after: Place | undefined, limit: number): Promise<Page> => {
  const rows = await rowsAfter(database, forumId, after, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return { rows: shown, more, next: more ? cursorOf(placeIn(last)) : null }
}

const placeIn = ({ status, sortKey, id }: DoorRow): Place => ({
  status: status === 'waitlisted' ? 'waitlisted' : 'confirmed',
  sortKey,
  id,
})

/** Status by status: each is one stretch of an index. */
const rowsAfter = async (database: Database, forumId: number, after: Place | undefined, count: number) => {
  const confirmed = after?.status === 'waitlisted' ? [] : await listPeople(database, forumId, 'confirmed', after, count)
  if (confirmed.length === count) return confirmed
  const waiting = after?.status === 'waitlisted' ? after : undefined
  return [...confirmed, ...(await listPeople(database, forumId, 'waitlisted', waiting, count - confirmed.length))]
}
