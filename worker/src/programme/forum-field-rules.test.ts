import { describe, expect, it } from 'vitest'
import { aKeptForum } from '../../test/forum-facts.ts'
import { type Columns, faults, mayWrite } from './forum-field-rules.ts'

describe('an editor writes', () => {
  it.each<[string[], boolean, boolean]>([
    [['title', 'summary'], false, true],
    [['title', 'date'], false, false],
    [['venue'], false, false],
    [['slug', 'series', 'district', 'title', 'date', 'startTime', 'endTime', 'venue', 'summary'], true, true],
    [['capacity'], true, false],
    [['opensAt'], true, false],
    [['reserved'], true, false],
    [['organisationLimit'], true, false],
    [['attendance'], false, false],
    [['constructor'], true, false],
  ])('%j of a draft (%s): %s', (fields, isDraft, may) => {
    expect(mayWrite('editor', fields, isDraft)).toBe(may)
  })

  it('less than whoever organises', () => {
    expect(mayWrite('district', ['capacity', 'date'], false)).toBe(true)
    expect(mayWrite('city', ['capacity', 'date'], false)).toBe(true)
    expect(mayWrite('analyst', ['capacity'], false)).toBe(false)
  })
})

describe('what does not fit together', () => {
  it.each<[string, Columns, object[]]>([
    ['nothing', {}, []],
    ['an hour without a date', { date: null, startTime: '10:00' }, [{ pointer: '/date', code: 'required' }]],
    ['an end without a beginning', { endTime: '10:00' }, [{ pointer: '/startTime', code: 'required' }]],
    ['closing when it opens', { opensAt: 1, closesAt: 1 }, [{ pointer: '/closesAt', code: 'out-of-range' }]],
    ['more kept back than there is', { capacity: 5, reserved: 6 }, [{ pointer: '/reserved', code: 'out-of-range' }]],
    ['an end in the night is none of it', { startTime: '20:00', endTime: '02:00' }, []],
    ['places kept back before the number is decided are none of it', { capacity: null, reserved: 6 }, []],
  ])('%s', (_, columns, expected) => {
    expect(faults({ ...aKeptForum(), ...columns })).toEqual(expected)
  })
})
