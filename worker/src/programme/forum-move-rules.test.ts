import { describe, expect, it } from 'vitest'
import type { ForumMove, Standing } from '#contract'
import { aKeptForum } from '../../test/forum-facts.ts'
import type { KeptForum } from './forum-field-rules.ts'
import { changesOf, isPossible, standingOf } from './forum-move-rules.ts'

const now = Date.parse('2019-06-03T12:00:00+03:00')

const states: Record<string, KeptForum> = {
  draft: aKeptForum({ publishedAt: null, date: null }),
  'draft with a date': aKeptForum({ publishedAt: null }),
  announced: aKeptForum({ date: null }),
  scheduled: aKeptForum(),
  moved: aKeptForum({ movedFrom: '2019-06-01' }),
  paused: aKeptForum({ pausedAt: 1 }),
  'paused without a date': aKeptForum({ pausedAt: 1, date: null }),
  cancelled: aKeptForum({ cancelledAt: 1 }),
  today: aKeptForum({ date: '2019-06-03' }),
  over: aKeptForum({ date: '2019-06-02' }),
  held: aKeptForum({ date: '2019-06-02', heldAt: 1 }),
}

const possible: Record<ForumMove['move'], string[]> = {
  announce: ['draft', 'draft with a date'],
  withdraw: ['announced', 'scheduled', 'moved', 'paused', 'paused without a date', 'cancelled', 'today'],
  schedule: ['draft', 'announced', 'paused without a date'],
  open: ['announced', 'scheduled', 'moved', 'today'],
  close: ['announced', 'scheduled', 'moved'],
  pause: ['announced', 'scheduled', 'moved', 'today'],
  resume: ['paused', 'paused without a date'],
  move: ['scheduled', 'moved', 'paused', 'today', 'over'],
  cancel: ['announced', 'scheduled', 'moved', 'paused', 'paused without a date', 'today'],
  reinstate: ['cancelled'],
  hold: ['today', 'over'],
}

describe('what a forum may become depends on what it is', () => {
  it.each(Object.keys(possible) as ForumMove['move'][])('%s', move => {
    expect(Object.keys(states).filter(name => isPossible(move, states[name] ?? aKeptForum(), now))).toEqual(
      possible[move],
    )
  })

  it('and on who is registered: nobody may be left behind by withdrawing', () => {
    expect(isPossible('withdraw', aKeptForum({ waitlisted: 1 }), now)).toBe(false)
    expect(isPossible('withdraw', aKeptForum({ cancelled: 1 }), now)).toBe(true)
  })

  it('and on its places: nothing opens while nobody knows how many there are', () => {
    expect(isPossible('open', aKeptForum({ capacity: null }), now)).toBe(false)
  })

  it('and registration that is closed is not closed again', () => {
    expect(isPossible('close', aKeptForum({ closesAt: now }), now)).toBe(false)
    expect(isPossible('close', aKeptForum({ closesAt: now + 1 }), now)).toBe(true)
  })
})

it.each<[string, Partial<KeptForum>, Standing]>([
  ['a draft, whatever else is said of it', { publishedAt: null, cancelledAt: 1 }, 'draft'],
  ['announced without a date', { date: null }, 'announced'],
  ['held by the clock', { date: '2019-06-02' }, 'held'],
])('is %s', (_, facts, standing) => {
  expect(standingOf(aKeptForum(facts), now)).toBe(standing)
})

describe('a move writes', () => {
  it.each<[string, ForumMove, Partial<KeptForum>, object]>([
    ['publication', { move: 'announce' }, { publishedAt: null }, { publishedAt: now }],
    ['none again', { move: 'withdraw' }, {}, { publishedAt: null }],
    [
      'the first date, hour and venue',
      { move: 'schedule', date: '2019-06-09', startTime: '10:00', venue: 'hall' },
      { date: null },
      { date: '2019-06-09', startTime: '10:00', venue: 'hall' },
    ],
    ['opening now', { move: 'open' }, {}, { opensAt: now }],
    ['opening later', { move: 'open', opensAt: '2019-06-04T12:00:00+03:00' }, {}, { opensAt: now + 86_400_000 }],
    ['opening again what was closed', { move: 'open' }, { closesAt: now - 1 }, { opensAt: now, closesAt: null }],
    ['opening that keeps the end to come', { move: 'open' }, { closesAt: now + 1 }, { opensAt: now }],
    ['closing now', { move: 'close' }, { opensAt: now - 1 }, { closesAt: now }],
    ['closing what was to open', { move: 'close' }, { opensAt: now + 1 }, { closesAt: now, opensAt: null }],
    ['a pause', { move: 'pause' }, {}, { pausedAt: now }],
    ['its end', { move: 'resume' }, { pausedAt: 1 }, { pausedAt: null }],
    [
      'another date, and which it was',
      { move: 'move', date: '2019-06-20' },
      {},
      { date: '2019-06-20', movedFrom: '2019-06-06' },
    ],
    [
      'another hour on the same date',
      { move: 'move', date: '2019-06-06', startTime: '11:00' },
      {},
      { startTime: '11:00' },
    ],
    ['no venue any more', { move: 'move', venue: null }, { venue: 'hall' }, { venue: null }],
    ['an end', { move: 'cancel' }, {}, { cancelledAt: now }],
    ['none after all', { move: 'reinstate' }, { cancelledAt: 1, pausedAt: 1 }, { cancelledAt: null }],
    ['that it was', { move: 'hold' }, {}, { heldAt: now }],
    [
      'that it was, with who was checked in',
      { move: 'hold' },
      { came: 17 },
      { heldAt: now, attendance: 17, attendancePrecision: 'exact' },
    ],
    [
      'that it was, with what is published',
      { move: 'hold', attendance: { count: 70, precision: 'more-than' } },
      { came: 17 },
      { heldAt: now, attendance: 70, attendancePrecision: 'more-than' },
    ],
  ])('%s', (_, move, facts, columns) => {
    expect(changesOf(move, aKeptForum(facts), now)).toEqual(columns)
  })
})
