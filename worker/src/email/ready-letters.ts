import type { Database } from '../database/database.ts'
import { composeLetter, type Keeper } from './compose-letter.ts'
import { composeSubscriptionLetter } from './compose-subscription-letter.ts'
import type { Letter } from './mailer.ts'
import { isMoot, isMootFor } from './outbox-rules.ts'
import { type LetterRow, readLetters, readSubscriptionLetters, type SubscriptionLetterRow } from './outbox-store.ts'

/** A letter that is due, whoever it is to. */
export type Ready = {
  /** Null once the person is erased. */
  readonly to: string | null
  /** What it would say is no longer so. */
  readonly isMoot: (now: number) => boolean
  readonly compose: (keeper: Keeper, now: number) => Promise<Letter>
}

/** All that is needed to write these letters, by their numbers. */
export const readyLetters = async (database: Database, ids: readonly number[]): Promise<ReadonlyMap<number, Ready>> => {
  const registered = await readLetters(database, ids)
  const waiting = registered.length === ids.length ? [] : await readSubscriptionLetters(database, ids)
  return new Map([
    ...registered.map(row => [row.outbox.id, ofRegistration(row)] as const),
    ...waiting.map(row => [row.outbox.id, ofSubscription(row)] as const),
  ])
}

const ofRegistration = (row: LetterRow): Ready => {
  const { registration, forum, refusal } = row
  const { email: to, status, confirmBy } = registration
  const cause = { status, email: to, confirmBy, refusesReminders: refusal !== null, forum }
  return {
    to,
    isMoot: now => isMoot(row.outbox.kind, cause, now),
    compose: (keeper, now) => composeLetter(keeper, { ...row, to: to ?? '' }, now),
  }
}

const ofSubscription = (row: SubscriptionLetterRow): Ready => ({
  to: row.subscription.email,
  isMoot: now => isMootFor(row.outbox.kind, { ...row.subscription, forum: row.forum }, now),
  compose: (keeper, now) => composeSubscriptionLetter(keeper, row, now),
})
