import type { Database } from '../database/database.ts'
import { composeLetter, type Keeper } from './compose-letter.ts'
import type { Mailer, Outcome } from './mailer.ts'
import { isMoot, nextAttemptAt } from './outbox-rules.ts'
import {
  giveBack,
  type LetterRow,
  lettersTo,
  markDropped,
  markFailed,
  markSent,
  readLetters,
  type Taken,
  takeDue,
} from './outbox-store.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** So many letters of all kinds go to one address in a day; those beyond wait. */
const mostToAnAddress = 20

/** Taken at once: what a runner that dies leaves behind waits until its claim is over. */
const together = 10

export type Delivered = { readonly sent: number; readonly failed: number; readonly dropped: number }

/**
 * Sends letters that are due, at most `limit`: takes a few, makes each at that moment, sends it and writes down how it
 * went. A server that takes nothing now ends the run, and only time is lost: its refusal counts against no letter.
 */
export const deliverLetters = async (
  database: Database,
  mailer: Mailer,
  keeper: Keeper,
  now: number,
  limit: number,
): Promise<Delivered> => {
  const tally = { sent: 0, failed: 0, dropped: 0 }
  const started = Date.now()
  // A run may last, and a claim counts from when it is made.
  const moment = () => now + Date.now() - started
  for (let left = limit; left > 0;) {
    const taken = await takeDue(database, moment(), Math.min(together, left))
    if (taken.length === 0) break
    left -= taken.length
    const rows = new Map((await readLetters(database, idsOf(taken))).map(row => [row.outbox.id, row]))
    for (const [place, one] of taken.entries()) {
      const row = rows.get(one.id)
      const end = row ? await deliver({ database, mailer, keeper, now: moment() }, one, row) : 'waiting'
      if (end === 'server-closed') {
        await giveBack(database, taken.slice(place + 1), moment() + minute, null)
        return tally
      }
      if (end !== 'waiting') tally[end] += 1
    }
  }
  return tally
}

const idsOf = (taken: readonly Taken[]): number[] => taken.map(({ id }) => id)

type Delivering = {
  readonly database: Database
  readonly mailer: Mailer
  readonly keeper: Keeper
  readonly now: number
}

type End = keyof Delivered | 'waiting' | 'server-closed'

const deliver = async (delivering: Delivering, taken: Taken, row: LetterRow): Promise<End> => {
  const { database, now } = delivering
  const { registration, forum, refusal } = row
  const { email: to, status, confirmBy } = registration
  const cause = { status, email: to, confirmBy, refusesReminders: refusal !== null, forum }
  if (to === null || isMoot(row.outbox.kind, cause, now)) {
    await markDropped(database, taken, now)
    return 'dropped'
  }
  if ((await lettersTo(database, to, now - day, mostToAnAddress)) >= mostToAnAddress) {
    await giveBack(database, [taken], now + hour, 'too-many-today')
    return 'waiting'
  }
  return settle(delivering, taken, await send(delivering, { ...row, to }))
}

/** A letter that cannot be made, or a mailer at fault, holds up no other letter. */
const send = async (
  { mailer, keeper, now }: Delivering,
  row: Parameters<typeof composeLetter>[1],
): Promise<Outcome> => {
  try {
    return await mailer.send(await composeLetter(keeper, row, now))
  } catch {
    return { kind: 'passing', of: 'letter', error: 'not-made' }
  }
}

const settle = async ({ database, now }: Delivering, taken: Taken, outcome: Outcome): Promise<End> => {
  if (outcome.kind === 'sent') {
    await markSent(database, taken, now)
    return 'sent'
  }
  const { error } = outcome
  if (outcome.kind === 'passing' && outcome.of === 'server') {
    await giveBack(database, [taken], now + minute, error)
    return 'server-closed'
  }
  const again = outcome.kind === 'passing' ? nextAttemptAt(taken.attempts, now) : null
  await markFailed(database, taken, { error, again, now })
  return again === null ? 'failed' : 'waiting'
}
