import { forgetAbuse } from './abuse/forget-store.ts'
import { type Bindings, checkBindings } from './bindings.ts'
import { type Database, openDatabase } from './database/database.ts'
import { deliverLetters } from './email/deliver-letters.ts'
import { postOf } from './email/post.ts'
import { writeReminders } from './email/write-reminders.ts'
import { kindOf } from './http/fault.ts'
import { type JobName, log } from './http/log.ts'
import { freeHeldPlaces } from './registration/free-held-places.ts'
import { forgetWhoWasKept } from './privacy/forget-people.ts'
import { indexUnindexed } from './registration-desk/index-words.ts'
import { forgetForum } from './schedule/schedule-cache.ts'
import { deliverDue } from './webhooks/deliver-due.ts'
import { forgetDeliveries } from './webhooks/delivery-store.ts'
import { forgetSubscriptions } from './subscription/subscription-store.ts'
import { tellSubscribers } from './subscription/tell-subscribers.ts'
import { sendMessage } from './webhooks/send-message.ts'

export type Job = {
  readonly name: JobName
  /** Minutes of the hour; absent: every minute. */
  readonly minute?: number
  readonly run: (given: {
    readonly database: Database
    readonly bindings: Bindings
    readonly secret: string
    readonly now: number
  }) => Promise<unknown>
}

/** Rows that one run of a cleaning removes at most. */
const atMost = 5_000

const month = 30 * 24 * 60 * 60 * 1000

/** Letters that one minute sends at most. */
const lettersAMinute = 100

/** Held places of either status that one minute frees at most. */
const placesAMinute = 250

/** What is done without anybody's asking. Each may run at any time and any number of times. */
const jobs: readonly Job[] = [
  {
    name: 'free-held-places',
    run: async ({ database, bindings, now }) => {
      for (const forum of await freeHeldPlaces(database, now, placesAMinute)) forgetForum(bindings.DB, forum)
    },
  },
  { name: 'write-reminders', minute: 2, run: ({ database, now }) => writeReminders(database, now) },
  { name: 'tell-subscribers', run: ({ database, now }) => tellSubscribers(database, now) },
  {
    name: 'deliver-letters',
    run: async ({ database, bindings, now }) => {
      const post = postOf(bindings)
      if (post) await deliverLetters(database, post.mailer, post.keeper, now, lettersAMinute)
    },
  },
  {
    name: 'deliver-webhooks',
    run: ({ database, secret, now }) => deliverDue({ database, secret, now, send: sendMessage, chance: Math.random }),
  },
  { name: 'index-words', run: ({ database }) => indexUnindexed(database, 200) },
  { name: 'forget-abuse', minute: 7, run: ({ database, now }) => forgetAbuse(database, now, atMost) },
  { name: 'forget-subscriptions', minute: 27, run: ({ database, now }) => forgetSubscriptions(database, now, atMost) },
  { name: 'forget-people', minute: 47, run: ({ database, now }) => forgetWhoWasKept(database, now, atMost) },
  {
    name: 'forget-deliveries',
    minute: 17,
    run: ({ database, now }) => forgetDeliveries(database, now - month, atMost),
  },
]

/** Every minute. A job that fails is logged, and holds up no other. `now` in milliseconds since 1970. */
export const runJobs = async (bindings: Bindings, now: number, all: readonly Job[] = jobs): Promise<void> => {
  checkBindings(bindings)
  const given = { bindings, database: openDatabase(bindings.DB), secret: bindings.STAMP_SECRET, now }
  const minute = new Date(now).getUTCMinutes()
  for (const job of all.filter(each => each.minute === undefined || each.minute === minute))
    try {
      await job.run(given)
    } catch (error) {
      log({ event: 'job-failed', job: job.name, kind: kindOf(error) })
    }
}
