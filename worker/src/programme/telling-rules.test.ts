import { describe, expect, it } from 'vitest'
import { aKeptForum } from '../../test/forum-facts.ts'
import type { Columns } from './forum-field-rules.ts'
import { letterOf } from './telling-rules.ts'

const now = Date.parse('2019-06-03T12:00:00+03:00')

describe('registered people are told', () => {
  it.each<[string, Columns, Columns, string | null]>([
    ['the first date', { date: null }, { date: '2019-06-06' }, 'forum-scheduled'],
    ['another date', {}, { date: '2019-06-20' }, 'forum-moved'],
    ['that the date is open again', {}, { date: null }, 'forum-moved'],
    ['another hour', { startTime: '10:00' }, { startTime: '11:00' }, 'forum-moved'],
    ['the first hour', {}, { startTime: '11:00' }, 'forum-moved'],
    ['another venue', { venue: 'hall' }, { venue: 'library' }, 'forum-moved'],
    ['another date of a forum that is paused', { pausedAt: 1 }, { date: '2019-06-20' }, 'forum-moved'],
    ['that what did not happen is to come', { date: '2019-06-02' }, { date: '2019-06-20' }, 'forum-moved'],
    ['that it is paused', {}, { pausedAt: now }, 'forum-paused'],
    ['that it goes on', { pausedAt: 1 }, { pausedAt: null }, 'forum-resumed'],
    ['that it is cancelled', {}, { cancelledAt: now }, 'forum-cancelled'],
    ['that it is not cancelled', { cancelledAt: 1 }, { cancelledAt: null }, 'forum-resumed'],
    ['that it is paused again, not cancelled', { cancelledAt: 1, pausedAt: 1 }, { cancelledAt: null }, 'forum-paused'],
    ['nothing of another title', {}, { titleUk: 'Інша', capacity: 9, closesAt: now }, null],
    ['nothing while it is a draft', { publishedAt: null }, { date: '2019-06-20' }, null],
    ['nothing of its being announced', { publishedAt: null }, { publishedAt: now }, null],
    ['nothing of its being withdrawn', {}, { publishedAt: null }, null],
    ['nothing of its being held', { date: '2019-06-03' }, { heldAt: now }, null],
    ['nothing of what is over', { date: '2019-06-02' }, { venue: 'library' }, null],
    ['nothing more of what is cancelled', { cancelledAt: 1 }, { date: '2019-06-20' }, null],
    ['nothing of a pause that ends after its day', { date: '2019-06-02', pausedAt: 1 }, { pausedAt: null }, null],
    ['nothing when what is over is reinstated', { date: '2019-06-02', cancelledAt: 1 }, { cancelledAt: null }, null],
  ])('%s', (_, before, change, letter) => {
    const forum = aKeptForum(before)
    expect(letterOf(forum, { ...forum, ...change }, now)).toBe(letter)
  })
})
