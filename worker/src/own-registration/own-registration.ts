import type { RegistrationChange } from '#contract'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import type { Delegate } from '../registration/registration-store.ts'
import { searchable } from '../registration/searchable.ts'
import { tokenHash } from '../registration/private-link.ts'
import { fillSeats } from '../schedule/fill-seats.ts'
import { givesPlaces, mayChange } from '../schedule/forum-rules.ts'
import { cancel, change, confirm, erase, findByLink, type Found } from './own-registration-store.ts'

type NotFound = { readonly refusal: Refusal<'not-found'> }
type TooLate = { readonly refusal: Refusal<'too-late'> }

type OrganisationFull = { readonly refusal: Refusal<'organisation-full'> }
type Here = { readonly refusal: Refusal<'checked-in'> }

const here = (cameAt: number): Here => ({ refusal: { code: 'checked-in', at: new Date(cameAt).toISOString() } })

const notFound: NotFound = { refusal: { code: 'not-found' } }
const organisationFull: OrganisationFull = { refusal: { code: 'organisation-full' } }
const tooLate: TooLate = { refusal: { code: 'too-late' } }

/** What one's private link leads to. */
export const see = async (database: Database, token: string | undefined): Promise<Found | NotFound> =>
  (token === undefined ? undefined : await findByLink(database, await tokenHash(token))) ?? notFound

/** Changes what was said; what is absent stays, null takes away. */
export const amend = async (
  database: Database,
  token: string | undefined,
  said: RegistrationChange,
  now: number,
): Promise<Found | NotFound | TooLate | OrganisationFull> => {
  const found = await see(database, token)
  if ('refusal' in found) return found
  if (found.registration.status === 'cancelled' || !mayChange(found.forum, now)) return tooLate
  const values = columnsOf(said)
  if (!differs(found.registration, values)) return found
  const all = { ...values, ...findable(found.registration, values) }
  const delegate = newDelegate(found, all.organisationKey)
  const isChanged = await change(database, found.registration, { values: all, delegate, now })
  const after = await see(database, token)
  if (isChanged || 'refusal' in after) return after
  return after.registration.status === 'cancelled' ? tooLate : organisationFull
}

/** Whom somebody begins to represent, where of those there may only be so many. */
const newDelegate = ({ registration, forum }: Found, organisationKey: string | null): Delegate | undefined =>
  organisationKey === null || organisationKey === registration.organisationKey || forum.organisationLimit === null
    ? undefined
    : { organisationKey, limit: forum.organisationLimit }

/** Whether anything of it is not what is stored already. */
export const differs = (registration: Found['registration'], values: Partial<Found['registration']>): boolean =>
  Object.entries(values).some(([column, value]) => registration[column as keyof typeof values] !== value)

/** What is said, as it is stored. */
export const columnsOf = ({ name, phone, organisation, proposal, needs }: RegistrationChange) => ({
  ...(name !== undefined && { name }),
  ...(phone !== undefined && { phone }),
  ...(needs !== undefined && { needs }),
  ...(organisation !== undefined && {
    organisationName: organisation?.name ?? null,
    organisationEdrpou: organisation?.edrpou ?? null,
    organisationRole: organisation?.role ?? null,
  }),
  ...(proposal !== undefined && { proposalTopic: proposal?.topic ?? null, proposalText: proposal?.text ?? null }),
})

/** By what the changed registration is found. */
export const findable = (registration: Found['registration'], values: Partial<Found['registration']>) => {
  const { name, phone, organisationName, organisationEdrpou } = { ...registration, ...values }
  const organisation = organisationName === null ? null : { name: organisationName, edrpou: organisationEdrpou }
  return searchable({ name: name ?? '', phone, organisation })
}

type Unconfirmable = { readonly refusal: Refusal<'not-confirmed-in-time' | 'registration-cancelled'> }

/**
 * Confirms that the address is the person's own. A second time says the same again. While nobody else has the place it
 * is not too late, whatever the clock says.
 */
export const confirmAddress = async (
  database: Database,
  token: string | undefined,
  now: number,
): Promise<Found | NotFound | Unconfirmable> => {
  const found = await see(database, token)
  if ('refusal' in found || isSettled(found)) return found
  await confirm(database, found.registration, now)
  const after = await see(database, token)
  if ('refusal' in after || isSettled(after)) return after
  return {
    refusal: { code: after.registration.confirmBy === null ? 'registration-cancelled' : 'not-confirmed-in-time' },
  }
}

/** Nothing is to be confirmed, of a place that is theirs. */
const isSettled = ({ registration: { status, confirmBy } }: Found): boolean =>
  status !== 'cancelled' && confirmBy === null

/** Gives the place back. A second time says the same again; who came, or once the forum is over, has nothing to give. */
export const giveUp = async (
  database: Database,
  token: string | undefined,
  now: number,
): Promise<Found | NotFound | TooLate | Here> => {
  const found = await see(database, token)
  if ('refusal' in found) return found
  const { registration, forum } = found
  if (!mayChange(forum, now)) return tooLate
  if (registration.cameAt !== null) return here(registration.cameAt)
  const unchanged = await cancel(database, registration, { forum, fill: givesPlaces(forum, now), now })
  if (!unchanged) await fillSeats(database, forum.slug, now)
  const left = await see(database, token)
  return 'registration' in left && left.registration.cameAt !== null ? here(left.registration.cameAt) : left
}

/** Erases the person. A place at a forum to come is freed; one at a forum that was held stays counted. */
export const forget = async (database: Database, token: string | undefined, now: number): Promise<Found | NotFound> => {
  const found = await see(database, token)
  if ('refusal' in found) return found
  const { registration, forum } = found
  const held = !mayChange(forum, now)
  const unchanged = await erase(database, registration, { forum, held, fill: givesPlaces(forum, now), now })
  if (!unchanged) await fillSeats(database, forum.slug, now)
  return found
}
