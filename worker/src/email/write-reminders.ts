import type { Database } from '../database/database.ts'
import { forumState } from '../schedule/forum-rules.ts'
import { daysAfter, kyivDate, kyivMoment, kyivTime } from '../schedule/kyiv-time.ts'
import { daysBefore } from './outbox-rules.ts'
import { type ForumOfADay, forumsOn, type Reminder, writeReminder } from './reminder-store.ts'

/** Nobody's telephone rings at night for a letter that could wait. Wall time in Kyiv. */
const daytime = { from: '09:00', until: '20:00' }

/**
 * Writes what is due today: reminders three days and one day before a forum, thanks the day after. Each is written once
 * to each person, however often this runs. Resolves with how many letters were written.
 */
export const writeReminders = async (database: Database, now: number): Promise<number> => {
  const time = kyivTime(now)
  if (time < daytime.from || time >= daytime.until) return 0
  const today = kyivDate(now)
  const kinds = new Map<string, Reminder['kind']>([
    [daysAfter(today, daysBefore['reminder-3-days']), 'reminder-3-days'],
    [daysAfter(today, daysBefore['reminder-1-day']), 'reminder-1-day'],
    [daysAfter(today, -1), 'thanks'],
  ])
  let written = 0
  for (const forum of await forumsOn(database, [...kinds.keys()])) {
    const kind = kinds.get(forum.date ?? '')
    if (kind && isFor(kind, forum, now))
      written += await writeReminder(database, forum, {
        kind,
        // Who was confirmed today has today's letter.
        knownSince: kyivMoment(today),
        // Where nobody was checked in, nobody knows who came.
        onlyWhoCame: kind === 'thanks' && forum.came > 0,
        now,
      })
  }
  return written
}

const isFor = (kind: Reminder['kind'], forum: ForumOfADay, now: number): boolean => {
  const state = forumState(forum, now)
  return kind === 'thanks' ? state === 'held' : state === 'scheduled' || state === 'moved'
}
