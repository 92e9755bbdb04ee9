import { describe, expect, it } from 'vitest'
import { aForum } from '../../test/forum-facts.ts'
import { decide, type Seen, type Sending } from './registration-rules.ts'

const now = Date.parse('2019-06-03T12:00:00+03:00')

const aSending = (changes: Partial<Sending> = {}): Sending => ({
  fingerprint: 'a',
  byMachine: false,
  openedAt: now - 10_000,
  errors: [],
  ...changes,
})

const seen = (forum: Partial<Seen['forum']> = {}, rest: Partial<Seen> = {}): Seen => ({
  forum: aForum({ capacity: 2, waitlistCapacity: 1, ...forum }),
  submission: null,
  registrationId: null,
  ...rest,
})

const full = { confirmed: 2 }
const fuller = { confirmed: 2, waitlisted: 1 }
const earlier = { fingerprint: 'a', code: '7H3M-2Q9X', status: 'confirmed', confirmBy: null } as const

describe('a sending', () => {
  it('is given a place while one is free', () => {
    expect(decide(aSending(), seen(), now)).toEqual({ kind: 'register', status: 'confirmed' })
  })

  it('waits when none is free, and while anybody waits', () => {
    expect(decide(aSending(), seen(full), now)).toEqual({ kind: 'register', status: 'waitlisted' })
    expect(decide(aSending(), seen({ confirmed: 1, waitlisted: 1, waitlistCapacity: 5 }), now)).toMatchObject({
      status: 'waitlisted',
    })
  })

  it('is refused when nobody more may wait', () => {
    expect(decide(aSending(), seen(fuller), now)).toEqual({ kind: 'refuse', code: 'forum-full' })
  })

  it('repeated under its key is answered as before, whatever has happened since', () => {
    const late = aSending({ openedAt: null })
    expect(decide(late, seen({ cancelledAt: 1 }, { submission: earlier }), now)).toEqual({
      kind: 'replay',
      code: '7H3M-2Q9X',
      status: 'confirmed',
      confirmBy: null,
    })
  })

  it('under the key of another is refused before anything else', () => {
    expect(decide(aSending({ fingerprint: 'b' }), seen({}, { submission: earlier }), now)).toEqual({
      kind: 'refuse',
      code: 'key-reused',
    })
  })

  it('of somebody registered keeps that registration and says what a stranger would hear', () => {
    expect(decide(aSending(), seen({}, { registrationId: 7 }), now)).toEqual({
      kind: 'keep',
      registrationId: 7,
      status: 'confirmed',
    })
    expect(decide(aSending(), seen(full, { registrationId: 7 }), now)).toMatchObject({
      kind: 'keep',
      status: 'waitlisted',
    })
    expect(decide(aSending(), seen(fuller, { registrationId: 7 }), now)).toMatchObject({ code: 'forum-full' })
  })

  it('of a machine is answered as if', () => {
    expect(decide(aSending({ byMachine: true, openedAt: null }), seen(full), now)).toEqual({
      kind: 'pretend',
      status: 'waitlisted',
    })
  })

  it.each([
    [2_999, 'form-too-fast'],
    [-1, 'form-too-fast'],
    [2 * 60 * 60 * 1000 + 1, 'form-expired'],
  ])('of a form opened %i ms ago is refused: %s', (age, code) => {
    expect(decide(aSending({ openedAt: now - age }), seen(), now)).toEqual({ kind: 'refuse', code })
  })

  it.each([3_000, 2 * 60 * 60 * 1000])('of a form opened %i ms ago is taken', age => {
    expect(decide(aSending({ openedAt: now - age }), seen(), now)).toMatchObject({ kind: 'register' })
  })
})
