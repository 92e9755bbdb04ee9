import type { FieldCode, NewWebhook, ProblemCode, WebhookChange } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsScope } from '../organisers/scope-rules.ts'
import type { Refusal } from '../problems.ts'
import { webhookAddress } from './address-rules.ts'
import { type DeliveryRow, makeDue } from './delivery-store.ts'
import {
  deleteWebhook,
  type Facts,
  insertWebhook,
  knownDistricts,
  readWebhook,
  updateWebhook,
  type WebhookRow,
} from './webhook-store.ts'

export type Desk = {
  readonly database: Database
  readonly organiser: Organiser
  readonly actor: Actor
  /** Addresses that a local worker may send to besides public ones. */
  readonly trusts: (url: URL) => boolean
}

type Refused<Code extends ProblemCode> = { readonly refusal: Refusal<Code> }

type Outdated = 'not-found' | 'precondition-failed'

const notFound: Refused<'not-found'> = { refusal: { code: 'not-found' } }

/** The webhook, if it hears of nothing but this organiser's forums. */
export const ownWebhook = async (
  database: Database,
  organiser: Organiser,
  id: number,
): Promise<WebhookRow | undefined> => {
  const row = await readWebhook(database, id)
  const districts = row?.districts ? (JSON.parse(row.districts) as string[]) : null
  return row && holdsScope(organiser, { districts, forums: null }) ? row : undefined
}

export const addWebhook = async (desk: Desk, asked: NewWebhook): Promise<WebhookRow | Refused<'invalid-request'>> => {
  const districts = asked.districts === undefined ? desk.organiser.districts : asked.districts
  const facts = await factsOf(desk, { ...asked, districts, disabledAt: null })
  return 'refusal' in facts ? facts : insertWebhook(desk.database, desk.actor, facts)
}

export const changeWebhook = async (
  desk: Desk,
  id: number,
  version: number,
  change: WebhookChange,
): Promise<WebhookRow | Refused<Outdated | 'invalid-request'>> => {
  const { database, actor, organiser } = desk
  const now = await ownWebhook(database, organiser, id)
  if (!now) return notFound
  const facts = await factsOf(desk, {
    url: change.url ?? now.url,
    events: change.events ?? (JSON.parse(now.events) as string[]),
    districts: change.districts === undefined ? listOf(now.districts) : change.districts,
    disabledAt: disabledAt(now, change.disabled, actor.now),
  })
  if ('refusal' in facts) return facts
  return (await updateWebhook(database, actor, { id, version }, facts)) ?? lookAgain(desk, id)
}

export const removeWebhook = async (
  desk: Desk,
  id: number,
  version: number,
): Promise<Refused<Outdated> | undefined> => {
  const { database, actor, organiser } = desk
  if (!(await ownWebhook(database, organiser, id))) return notFound
  return (await deleteWebhook(database, actor, { id, version })) ? undefined : lookAgain(desk, id)
}

/** Makes what a webhook was told due once more. */
export const replay = async (
  desk: Desk,
  webhook: number,
  delivery: number,
): Promise<DeliveryRow | Refused<'not-found' | 'wrong-state'>> => {
  const { database, actor, organiser } = desk
  const found = await ownWebhook(database, organiser, webhook)
  if (!found) return notFound
  if (found.disabledAt !== null) return { refusal: { code: 'wrong-state' } }
  return (await makeDue(database, actor, { webhook, delivery })) ?? notFound
}

const lookAgain = async ({ database, organiser }: Desk, id: number): Promise<Refused<Outdated>> =>
  (await ownWebhook(database, organiser, id)) ? { refusal: { code: 'precondition-failed' } } : notFound

type Wanted = {
  readonly url: string
  readonly events: readonly string[]
  readonly districts: readonly string[] | null
  readonly disabledAt: number | null
}

const factsOf = async (
  desk: Desk,
  { url: typed, events, districts, disabledAt }: Wanted,
): Promise<Facts | Refused<'invalid-request'>> => {
  const url = webhookAddress(typed, desk.trusts)
  if (url === undefined) return refused('/url', 'invalid-address')
  if (!(await mayHearOf(desk, districts))) return refused('/districts', 'unknown-reference')
  return {
    url,
    events: JSON.stringify([...new Set(events)]),
    districts: districts && JSON.stringify([...new Set(districts)]),
    disabledAt,
  }
}

/** Another's districts are as unknown as those that are not there. */
const mayHearOf = async ({ database, organiser }: Desk, districts: readonly string[] | null): Promise<boolean> => {
  if (!holdsScope(organiser, { districts, forums: null })) return false
  return districts === null || (await knownDistricts(database, districts)).length === new Set(districts).size
}

const refused = (pointer: string, code: FieldCode): Refused<'invalid-request'> => ({
  refusal: { code: 'invalid-request', errors: [{ pointer, code }] },
})

const listOf = (json: string | null): string[] | null => (json === null ? null : (JSON.parse(json) as string[]))

/** Since when it was first disabled. */
const disabledAt = (row: WebhookRow, wanted: boolean | undefined, now: number): number | null => {
  if (wanted === undefined) return row.disabledAt
  return wanted ? (row.disabledAt ?? now) : null
}
