import { describe, expect, it } from 'vitest'
import { aForum } from '../../test/forum-facts.ts'
import type { ForumFacts } from './forum-facts.ts'
import { forumState, registrationClosesAt, registrationState, seatsLeft } from './forum-rules.ts'

const at = (wall: string) => Date.parse(`${wall}+03:00`)
const noon = at('2019-06-03T12:00:00')

describe('the state of a forum', () => {
  it.each<[string, Partial<ForumFacts>, string]>([
    ['is announced without a date', { date: null }, 'announced'],
    ['is scheduled with one', {}, 'scheduled'],
    ['is scheduled all day when no hour is published', { date: '2019-06-03' }, 'scheduled'],
    ['is held after its day', { date: '2019-06-02' }, 'held'],
    ['is held after its last hour', { date: '2019-06-03', startTime: '10:00', endTime: '12:00' }, 'held'],
    ['is not held before its last hour', { date: '2019-06-03', startTime: '10:00', endTime: '12:01' }, 'scheduled'],
    [
      'lasts into the next day when it ends before it starts',
      { date: '2019-06-02', startTime: '20:00', endTime: '00:00' },
      'held',
    ],
    ['is going on at night', { date: '2019-06-03', startTime: '11:00', endTime: '00:00' }, 'scheduled'],
    ['is moved when it had another date', { movedFrom: '2019-06-04' }, 'moved'],
    ['is held, moved or not', { date: '2019-06-02', movedFrom: '2019-06-01' }, 'held'],
    ['is paused whatever the clock says', { pausedAt: 1, date: '2019-06-02' }, 'paused'],
    ['is cancelled whatever else', { cancelledAt: 1, pausedAt: 1, date: '2019-06-02' }, 'cancelled'],
  ])('%s', (_, facts, state) => {
    expect(forumState(aForum(facts), noon)).toBe(state)
  })
})

describe('registration closes', () => {
  it.each<[string, Partial<ForumFacts>, number | null]>([
    ['at 18:00 the day before when no hour is published', {}, at('2019-06-05T18:00:00')],
    ['at the start when it is', { startTime: '10:00' }, at('2019-06-06T10:00:00')],
    ['when the organiser says so', { startTime: '10:00', closesAt: noon }, noon],
    ['at a time nobody knows when there is no date', { date: null }, null],
  ])('%s', (_, facts, moment) => {
    expect(registrationClosesAt(aForum(facts))).toBe(moment)
  })
})

describe('places left', () => {
  it.each<[string, Partial<ForumFacts>, number | null]>([
    ['are the capacity less the confirmed', { confirmed: 30 }, 50],
    ['are none while anybody waits, though one was freed', { confirmed: 79, waitlisted: 1 }, 0],
    ['are none, not fewer, when the capacity was lowered', { confirmed: 90 }, 0],
    ['are not known while the capacity is not decided', { capacity: null }, null],
  ])('%s', (_, facts, seats) => {
    expect(seatsLeft(aForum(facts))).toBe(seats)
  })
})

describe('registration', () => {
  it.each<[string, Partial<ForumFacts>, string]>([
    ['is open while there are places', {}, 'open'],
    ['is not open without a date', { date: null }, 'not-open'],
    ['is open without a date when the organiser opened it', { date: null, opensAt: noon }, 'open'],
    ['is not open without a capacity', { capacity: null }, 'not-open'],
    ['is not open before the organiser’s hour', { opensAt: noon + 1 }, 'not-open'],
    ['is open from the organiser’s hour', { opensAt: noon }, 'open'],
    ['is a waitlist when full', { confirmed: 80 }, 'waitlist'],
    ['is a waitlist while anybody waits', { confirmed: 79, waitlisted: 1 }, 'waitlist'],
    ['is full when the waitlist is', { confirmed: 80, waitlisted: 10 }, 'full'],
    ['is full without a waitlist', { confirmed: 80, waitlistCapacity: 0 }, 'full'],
    ['is closed from the closing hour', { closesAt: noon }, 'closed'],
    ['is open a moment before', { closesAt: noon + 1 }, 'open'],
    ['is closed on the day of a forum without an hour', { date: '2019-06-03' }, 'closed'],
    ['is closed when cancelled', { cancelledAt: 1 }, 'closed'],
    ['is closed when paused', { pausedAt: 1 }, 'closed'],
    ['is closed when held, full or without a capacity', { date: '2019-05-30', capacity: null }, 'closed'],
  ])('%s', (_, facts, state) => {
    expect(registrationState(aForum(facts), noon)).toBe(state)
  })
})
