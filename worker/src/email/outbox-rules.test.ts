import { describe, expect, it } from 'vitest'
import { aForum } from '../../test/forum-facts.ts'
import { registrationKinds } from './letters/letter-kinds.ts'
import { type Cause, isMoot, messageIdOf, nextAttemptAt } from './outbox-rules.ts'

const now = Date.parse('2019-06-03T12:00:00+03:00')

/** A confirmed person at a forum a week ahead. */
const cause = (changes: Partial<Cause> = {}, forum: Partial<Cause['forum']> = {}): Cause => ({
  status: 'confirmed',
  email: 'olena@example.com',
  refusesReminders: false,
  confirmBy: null,
  forum: aForum({ date: '2019-06-10', capacity: 10, ...forum }),
  ...changes,
})

/** The kinds that are still to be sent. */
const left = (of: Cause): string[] => registrationKinds.filter(kind => !isMoot(kind, of, now))

const ofAPlace = ['confirmed', 'promoted']
const ofNews = ['transferred', 'forum-scheduled', 'forum-moved', 'forum-resumed']
const asked = ['already-registered', 'changed', 'link']
const always = ['from-organisers']

describe('a letter’s cause is still there', () => {
  it.each<[string, Cause, string[]]>([
    ['for a confirmed person', cause(), [...ofAPlace, ...asked, ...ofNews, ...always]],
    ['for one who waits', cause({ status: 'waitlisted' }), ['waitlisted', ...asked, ...ofNews, ...always]],
    ['for one who has cancelled', cause({ status: 'cancelled' }), ['cancelled', ...always]],
    [
      'three days before',
      cause({}, { date: '2019-06-06' }),
      [...ofAPlace, ...asked, ...ofNews, 'reminder-3-days', ...always],
    ],
    [
      'the day before',
      cause({}, { date: '2019-06-04' }),
      [...ofAPlace, ...asked, ...ofNews, 'reminder-1-day', ...always],
    ],
    [
      'the day before, for one who wants no reminders',
      cause({ refusesReminders: true }, { date: '2019-06-04' }),
      [...ofAPlace, ...asked, ...ofNews, ...always],
    ],
    [
      'the day before, for one who waits',
      cause({ status: 'waitlisted' }, { date: '2019-06-04' }),
      ['waitlisted', ...asked, ...ofNews, ...always],
    ],
    [
      'while the forum is paused',
      cause({}, { pausedAt: 1 }),
      [...ofAPlace, ...asked, 'transferred', 'forum-scheduled', 'forum-moved', 'forum-paused', ...always],
    ],
    ['when it is cancelled', cause({}, { cancelledAt: 1 }), [...asked, 'forum-cancelled', ...always]],
    ['when it is over', cause({}, { date: '2019-06-02' }), [...asked, 'thanks', ...always]],
    ['when it is over, for one who had cancelled', cause({ status: 'cancelled' }, { date: '2019-06-02' }), always],
    ['while the address is to be confirmed', cause({ confirmBy: now + 1 }), ['confirm-address']],
    ['once it is too late to confirm it', cause({ confirmBy: now }), []],
    ['when it was not confirmed', cause({ status: 'cancelled', confirmBy: now }), []],
    ['for nobody once the person is erased', cause({ email: null }), []],
  ])('%s', (_, of, kinds) => expect(left(of).toSorted()).toEqual(kinds.toSorted()))
})

it('a failed letter is tried again after 1, 5 and 30 minutes, 2, 6, 12 and 24 hours, and then no more', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7].map(attempts => ((nextAttemptAt(attempts, now) ?? 0) - now) / 60_000)
  expect(minutes).toEqual([1, 5, 30, 120, 360, 720, 1440])
  expect(nextAttemptAt(8, now)).toBeNull()
})

it('a letter’s message id is its row’s', () =>
  expect(messageIdOf(7, 'forum-moved', 'forums.example.org')).toBe('<7.forum-moved@forums.example.org>'))
