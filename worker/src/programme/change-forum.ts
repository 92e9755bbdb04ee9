import type { ForumChange, ForumMove } from '#contract'
import type { Actor, Deed } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import type { Refusal } from '../problems.ts'
import { givesPlaces } from '../schedule/forum-rules.ts'
import { countAddressees, type Tells, writeForum } from './forum-change-store.ts'
import { columnsOf } from './forum-columns.ts'
import { type Columns, faults, type KeptForum, mayWrite } from './forum-field-rules.ts'
import { changesOf, isPossible } from './forum-move-rules.ts'
import { forbidden, notFound, type Refused, stale, unknownFields } from './keeping.ts'
import { unknownOf } from './references.ts'
import { letterOf } from './telling-rules.ts'

/** What is asked for: of which forum, seen as which version, by whom. */
export type Asked = {
  readonly database: Database
  readonly organiser: Organiser
  readonly actor: Actor
  readonly slug: string
  readonly seen: number
}

export type Changed = { readonly forum: KeptForum; readonly tells: Tells; readonly done: boolean }

type No = Refused<'forbidden' | 'wrong-state' | 'invalid-request'>
type Plan = { readonly columns: Columns; readonly deed: Deed }
type Telling = { readonly preview?: boolean | undefined; readonly tell?: boolean | undefined }

/** Changes what is said of a forum. */
export const changeForum = (asked: Asked, { preview, tell, ...change }: ForumChange) =>
  carryOut(asked, { preview, tell }, async forum => {
    if (!mayWrite(asked.organiser.role, Object.keys(change), forum.publishedAt === null)) return forbidden
    const columns = columnsOf(change)
    return (
      (await unacceptable(asked, forum, columns)) ?? { columns, deed: { action: 'forum.changed', forum: forum.slug } }
    )
  })

/** A move of its life. */
export const moveForum = (asked: Asked, { preview, tell, ...move }: ForumMove) =>
  carryOut(asked, { preview, tell }, async forum => {
    if (!isPossible(move.move, forum, asked.actor.now)) return { refusal: { code: 'wrong-state' } }
    const columns = changesOf(move, forum, asked.actor.now)
    const deed = { action: 'forum.moved-on', forum: forum.slug, object: move.move } as const
    return (await unacceptable(asked, forum, columns)) ?? { columns, deed }
  })

const unacceptable = async (
  { database, organiser }: Asked,
  forum: KeptForum,
  columns: Columns,
): Promise<No | undefined> => {
  const { series, district, venue } = columns
  const unknown = await unknownOf(database, organiser, {
    series,
    district: district === forum.district ? undefined : district,
    venue: venue === forum.venue ? undefined : venue,
  })
  const errors = [...unknownFields(unknown), ...faults({ ...forum, ...columns })]
  return errors.length > 0 ? { refusal: { code: 'invalid-request', errors } } : undefined
}

/** Somebody who registers at the same moment makes us look again; more often than this it does not happen. */
const mostTries = 4

/**
 * Looks, decides, says whom it will tell, and writes while all of that is still true. A preview ends before the writing.
 * Whoever has not said that people may be told of it, is told how many would be.
 */
const carryOut = async (
  { database, organiser, actor, slug, seen }: Asked,
  { preview = false, tell = false }: Telling,
  decide: (forum: KeptForum) => Promise<Plan | No>,
): Promise<
  Changed | No | Refused<'not-found' | 'precondition-failed'> | { readonly refusal: Refusal<'people-will-be-told'> }
> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const forum = (await readOwnForum(database, organiser, slug))?.forum
    if (!forum) return notFound
    if (forum.version !== seen) return stale
    const plan = await decide(forum)
    if ('refusal' in plan) return plan
    const after = { ...forum, ...plan.columns }
    const letter = letterOf(forum, after, actor.now)
    const tells = letter === null ? nobody : await countAddressees(database, forum.id)
    if (preview) return { forum: after, tells, done: false }
    const people = tells.confirmed + tells.waitlisted
    if (people > 0 && !tell) return { refusal: { code: 'people-will-be-told', tells: people } }
    const told = await writeForum(database, actor, forum, {
      columns: plan.columns,
      letter,
      unlessSomebodyCame: (letter !== null && !tell) || after.publishedAt === null,
      fill: after.publishedAt !== null && givesPlaces(after, actor.now),
      deed: plan.deed,
    })
    const written = told && (await readOwnForum(database, organiser, slug))?.forum
    if (told && written) return { forum: written, tells: told, done: true }
  }
  return stale
}

const nobody: Tells = { confirmed: 0, waitlisted: 0 }
