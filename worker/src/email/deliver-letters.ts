import type { Database } from '../database/database.ts'
import type { Keeper } from './compose-letter.ts'
import type { Mailer, Outcome } from './mailer.ts'
import { nextAttemptAt } from './outbox-rules.ts'
import { giveBack, lettersTo, markDropped, markFailed, markSent, type Taken, takeDue } from './outbox-store.ts'
import { type Ready, readyLetters } from './ready-letters.ts'

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
    const letters = await readyLetters(
      database,
      taken.map(({ id }) => id),
    )
    for (const [place, one] of taken.entries()) {
      const letter = letters.get(one.id)
      const end = letter ? await deliver({ database, mailer, keeper, now: moment() }, one, letter) : 'waiting'
      if (end === 'server-closed') {
        await giveBack(database, taken.slice(place + 1), moment() + minute, null)
        return tally
      }
      if (end !== 'waiting') tally[end] += 1
    }
  }
  return tally
}

type Delivering = {
  readonly database: Database
  readonly mailer: Mailer
  readonly keeper: Keeper
  readonly now: number
}

type End = keyof Delivered | 'waiting' | 'server-closed'

const deliver = async (delivering: Delivering, taken: Taken, letter: Ready): Promise<End> => {
  const { database, now } = delivering
  const { to } = letter
  if (to === null || letter.isMoot(now)) {
    await markDropped(database, taken, now)
    return 'dropped'
  }
  if ((await lettersTo(database, to, now - day, mostToAnAddress)) >= mostToAnAddress) {
    await giveBack(database, [taken], now + hour, 'too-many-today')
    return 'waiting'
  }
  return settle(delivering, taken, await send(delivering, letter))
}

/** A letter that cannot be made, or a mailer at fault, holds up no other letter. */
const send = async ({ mailer, keeper, now }: Delivering, letter: Ready): Promise<Outcome> => {
  try {
    return await mailer.send(await letter.compose(keeper, now))
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
