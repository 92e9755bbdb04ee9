import { sql } from 'drizzle-orm'
import type { WalkInRequest } from '#contract'
import { type Actor, entry } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { forums, registrations } from '../database/tables.ts'
import { columnsOfEntered, type Sending, submitting } from '../registration/entered-store.ts'
import { unlessTaken } from '../registration/registration-store.ts'

type WalkIn = WalkInRequest & Sending & { readonly linkHash: string; readonly consentHash: string }

type Seen = { readonly id: number; readonly slug: string; readonly version: number }

/** The forum's id while it is what was looked at and has a place at the door; otherwise NULL, which no row may hold. */
const whileThereIsAPlace = ({ id, version }: Seen) =>
  sql<number>`(SELECT ${forums.id} FROM ${forums} WHERE ${forums.id} = ${id} AND ${forums.version} = ${version}
    AND ${forums.confirmed} + max(0, ${forums.reserved} - ${forums.invited}) < ${forums.capacity})`

/**
 * Registers and checks in somebody who came without a registration, or does nothing. Returns whether it is stored: not,
 * when the last place, the person, the key or the code has been taken meanwhile.
 */
export const storeWalkIn = (database: Database, actor: Actor, forum: Seen, person: WalkIn): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database.insert(registrations).values({
        ...columnsOfEntered(person),
        forumId: whileThereIsAPlace(forum),
        code: person.code,
        status: 'confirmed',
        origin: 'door',
        cameAt: actor.now,
        createdAt: actor.now,
        changedAt: actor.now,
      }),
      submitting(database, forum.id, person, 'confirmed', actor.now),
      entry(database, actor, { action: 'door.walked-in', forum: forum.slug, object: person.code, count: 1 }),
    ]),
  )
