import type { FieldProblem, NewOrganiser, OrganiserChange, ProblemCode } from '#contract'
import { type Actor, entryIfChanged, inserted, note } from '../audit/audit-store.ts'
import { constraintOf } from '../database/constraint.ts'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import { sha256 } from '../registration/signing.ts'
import type { Organiser, Role } from './organiser.ts'
import { scopeGiven, wrongInGiven } from './organiser-rules.ts'
import {
  changeOrganiser,
  insertOrganiser,
  type OrganiserRow,
  organiserOf,
  readOrganisers,
  readOrganiserRow,
  revoke,
  unknownOf,
} from './organiser-store.ts'
import { holdsScope } from './scope-rules.ts'
import { newToken, startOf } from './token.ts'

type Asking = { readonly organiser: Organiser; readonly actor: Actor }

type Refused<Code extends ProblemCode> = { readonly refusal: Refusal<Code> }

const notFound: Refused<'not-found'> = { refusal: { code: 'not-found' } }

const invalid = (errors: readonly FieldProblem[]): Refused<'invalid-request'> => ({
  refusal: { code: 'invalid-request', errors },
})

/** All whose scope lies within one's own. */
export const seeOrganisers = async (database: Database, { organiser, actor }: Asking): Promise<OrganiserRow[]> => {
  const rows = (await readOrganisers(database)).filter(row => holdsScope(organiser, organiserOf(row)))
  await note(database, actor, { action: 'organiser.listed', count: rows.length })
  return rows
}

export const seeOrganiser = async (
  database: Database,
  asking: Asking,
  id: number,
): Promise<OrganiserRow | undefined> => {
  const row = await ownOrganiser(database, asking, id)
  if (row) await note(database, asking.actor, { action: 'organiser.read', object: id })
  return row
}

const ownOrganiser = async (
  database: Database,
  { organiser }: Asking,
  id: number,
): Promise<OrganiserRow | undefined> => {
  const row = await readOrganiserRow(database, id)
  return row && holdsScope(organiser, organiserOf(row)) ? row : undefined
}

const year = 365 * 24 * 60 * 60 * 1000

/** Lets somebody in: by a token, which is told this once, or by the address that Cloudflare Access vouches for. */
export const letIn = async (
  database: Database,
  { organiser, actor }: Asking,
  { name, role, email, expiresAt, ...said }: NewOrganiser,
): Promise<
  | { readonly row: OrganiserRow; readonly token: string | null }
  | Refused<'invalid-request' | 'already-exists' | 'not-found'>
> => {
  const given = scopeGiven(organiser, role, said)
  const errors = [...wrongInGiven(organiser, given), ...(await unknownReferences(database, organiser, given))]
  if (errors.length > 0) return invalid(errors)
  const token = email === undefined ? newToken() : null
  try {
    const [[row]] = await database.batch([
      insertOrganiser(database, {
        name,
        ...stored(given),
        email: email ?? null,
        tokenHash: token === null ? null : await sha256(token),
        tokenStart: token === null ? null : startOf(token),
        createdAt: actor.now,
        createdBy: organiser.id,
        expiresAt: expiresAt === undefined ? actor.now + year : expiresAt,
      }),
      entryIfChanged(database, actor, { action: 'organiser.created', object: inserted }),
    ])
    return row ? { row, token } : notFound
  } catch (error) {
    if (constraintOf(error).includes('organisers.email')) return { refusal: { code: 'already-exists' } }
    throw error
  }
}

/** Changes the name, the scope or the end; the role stays what it is. */
export const changeIn = async (
  database: Database,
  asking: Asking,
  { id, version }: { readonly id: number; readonly version: number },
  { name, expiresAt, ...said }: OrganiserChange,
): Promise<OrganiserRow | Refused<'not-found' | 'invalid-request' | 'precondition-failed'>> => {
  const row = await ownOrganiser(database, asking, id)
  if (!row) return notFound
  const now = organiserOf(row)
  const given = { role: row.role, districts: now.districts, forums: now.forums, ...defined(said) }
  const errors = [
    ...wrongInGiven(asking.organiser, given),
    ...(await unknownReferences(database, asking.organiser, given)),
  ]
  if (errors.length > 0) return invalid(errors)
  const values = {
    ...(name !== undefined && { name }),
    ...stored(given),
    ...(expiresAt !== undefined && { expiresAt }),
  }
  const [changed] = await database.batch([
    changeOrganiser(database, id, version, values),
    entryIfChanged(database, asking.actor, { action: 'organiser.changed', object: id }),
  ])
  if (changed.meta.changes === 0) return { refusal: { code: 'precondition-failed' } }
  return (await ownOrganiser(database, asking, id)) ?? notFound
}

/** From now on the token or the address opens nothing. A second time changes nothing. */
export const shutOut = async (
  database: Database,
  asking: Asking,
  id: number,
): Promise<OrganiserRow | Refused<'not-found'>> => {
  const row = await ownOrganiser(database, asking, id)
  if (!row) return notFound
  await database.batch([
    revoke(database, id, asking.actor.now),
    entryIfChanged(database, asking.actor, { action: 'organiser.revoked', object: id }),
  ])
  return row
}

type Scope = { readonly districts: readonly string[] | null; readonly forums: readonly string[] | null }

const stored = <Given extends Scope & { role: Role }>({ role, districts, forums }: Given) => ({
  role,
  districts: districts && JSON.stringify(districts),
  forums: forums && JSON.stringify(forums),
})

const defined = (said: { [Name in keyof Scope]?: readonly string[] | null | undefined }): Partial<Scope> => ({
  ...(said.districts !== undefined && { districts: said.districts }),
  ...(said.forums !== undefined && { forums: said.forums }),
})

const unknownReferences = async (database: Database, scope: Scope, given: Scope): Promise<FieldProblem[]> => {
  const unknown = await unknownOf(database, given)
  const foreign = unknown.forums.length > 0 || unknown.ofForums.some(district => !holdsForumsOf(scope, district))
  return [
    ...(unknown.districts.length > 0 ? [{ pointer: '/districts', code: 'unknown-reference' as const }] : []),
    ...(foreign ? [{ pointer: '/forums', code: 'unknown-reference' as const }] : []),
  ]
}

const holdsForumsOf = ({ districts }: Scope, district: string | null): boolean =>
  districts === null || (district !== null && districts.includes(district))
