import type { FieldProblem, RecordChange } from '#contract'
import { columnsOf, differs, findable } from '../own-registration/own-registration.ts'
import { chosenOf } from '../registration/register.ts'
import { givesPlaces } from '../schedule/forum-rules.ts'
import type { RecordRow } from './choice-store.ts'
import { type Desk, type Refused, refused, seenRecord, written } from './record.ts'
import { choose, confirmed, telling, update } from './record-store.ts'

type Answer =
  RecordRow | Refused<'not-found' | 'precondition-failed' | 'already-registered' | 'wrong-state' | 'invalid-request'>

/** Changes what is stored of a person; what is absent stays, null takes away. Of an erased one nothing is left to change. */
export const changeRecord = async (desk: Desk, said: RecordChange): Promise<Answer> => {
  const row = await seenRecord(desk)
  if ('refusal' in row) return row
  if (row.erasedAt !== null || (said.invited === true && row.status !== 'confirmed')) return refused('wrong-state')
  const { database, actor, forum, code } = desk
  const choice = await chosenOf(database, forum.slug, said.activities ?? [])
  const errors = [...choice.errors, ...unreachable(row, said)]
  if (errors.length > 0) return { refusal: { code: 'invalid-request', errors } }
  const values = valuesOf(said)
  return written(desk, {
    before: said.activities ? choose(database, row, choice.ids) : [],
    update: update(database, row, {
      ...values,
      ...findable(row, values),
      ...(answersFor(said) && row.status !== 'cancelled' && confirmed(row, actor.now)),
    }),
    deed: { action: 'registration.changed', forum: forum.slug, object: code, count: 1 },
    after: row.confirmBy === null && isToBeTold(row, said) ? [telling(database, row, actor.now)] : [],
    // Who turns out to be invited frees the place that they had taken from the others.
    filling: { forum, fill: said.invited === true && givesPlaces(forum, actor.now) },
  })
}

const valuesOf = ({ email, note, invited, locale, activities: _activities, ...said }: RecordChange) => ({
  ...columnsOf(said),
  ...(email !== undefined && { email }),
  ...(note !== undefined && { note: note || null }),
  ...(invited !== undefined && { invited: Number(invited) }),
  ...(locale !== undefined && { locale }),
})

/** What an office keeps for itself is nobody else's news. */
const isToBeTold = (row: RecordRow, { activities, note: _note, invited: _invited, ...said }: RecordChange): boolean =>
  differs(row, valuesOf(said)) || (activities !== undefined && !isSame(activities, row.activities))

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0

/** Whoever enters an address or invites somebody knows whom they mean. */
const answersFor = ({ email, invited }: RecordChange): boolean => email != null || invited === true

/** Who filled in the form has an address; everybody can be reached somehow. */
const unreachable = (row: RecordRow, { email, phone }: RecordChange): FieldProblem[] => {
  const [address, number] = [email === undefined ? row.email : email, phone === undefined ? row.phone : phone]
  const needsAddress = row.origin === 'form' || (number === null && row.origin === 'organiser')
  return address === null && needsAddress ? [{ pointer: '/email', code: 'required' }] : []
}
