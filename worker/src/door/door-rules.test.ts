import { describe, expect, it } from 'vitest'
import { type DoorForum, hasFreePlace, isTheDay } from './door-rules.ts'

const aForum = (facts: Partial<DoorForum> = {}): DoorForum => ({
  date: '2019-06-06',
  startTime: null,
  endTime: null,
  publishedAt: 0,
  cancelledAt: null,
  capacity: 10,
  confirmed: 0,
  reserved: 0,
  invited: 0,
  ...facts,
})

describe('the day of a forum', () => {
  it.each<[string, Partial<DoorForum>, string, boolean]>([
    ['not before its date', {}, '2019-06-05T23:59:59+03:00', false],
    ['from 00:00', {}, '2019-06-06T00:00:00+03:00', true],
    ['before its hour', { startTime: '18:00', endTime: '20:00' }, '2019-06-06T09:00:00+03:00', true],
    ['after its end', { startTime: '10:00', endTime: '12:00' }, '2019-06-06T23:59:59+03:00', true],
    ['to midnight', {}, '2019-06-07T00:00:00+03:00', false],
    ['to its end past midnight', { startTime: '22:00', endTime: '02:00' }, '2019-06-07T01:59:59+03:00', true],
    ['not beyond it', { startTime: '22:00', endTime: '02:00' }, '2019-06-07T02:00:00+03:00', false],
    ['of a midnight end', { startTime: '22:00', endTime: '00:00' }, '2019-06-07T00:00:00+03:00', false],
    ['in winter time', { date: '2026-10-25' }, '2026-10-25T23:30:00+02:00', true],
    ['none without a date', { date: null }, '2019-06-06T12:00:00+03:00', false],
    ['none when cancelled', { cancelledAt: 1 }, '2019-06-06T12:00:00+03:00', false],
    ['none of a draft', { publishedAt: null }, '2019-06-06T12:00:00+03:00', false],
  ])('%s', (_, facts, moment, is) => {
    expect(isTheDay(aForum(facts), Date.parse(moment))).toBe(is)
  })
})

describe('a place at the door', () => {
  it.each<[string, Partial<DoorForum>, boolean, boolean]>([
    ['while one is free', { confirmed: 9 }, false, true],
    ['not when all are taken', { confirmed: 10 }, false, false],
    ['not while capacity is not decided', { capacity: null }, false, false],
    ['not one that is kept back', { confirmed: 8, reserved: 3, invited: 1 }, false, false],
    ['one that is kept back for the invited', { confirmed: 8, reserved: 3, invited: 1 }, true, true],
    ['not for one invited too many', { confirmed: 10, reserved: 3, invited: 3 }, true, false],
  ])('%s', (_, facts, isInvited, is) => {
    expect(hasFreePlace(aForum(facts), isInvited)).toBe(is)
  })
})
