import { describe, expect, it } from 'vitest'
import type { Forum } from '#contract'
import { posterFacts } from './poster-facts.ts'

const told = { attendance: null } as Forum['words']['uk']

const aForum = (changes: Partial<Forum> = {}) =>
  ({
    state: 'scheduled',
    date: '2019-06-06',
    startTime: null,
    endTime: null,
    venue: null,
    outcome: null,
    words: { uk: told, en: told },
    ...changes,
  }) as Forum

const hall = { name: { uk: 'Зала', en: 'Hall' }, address: null, shelter: null, access: null, mapUrl: null }
const facts = (changes: Partial<Forum>) =>
  posterFacts(aForum(changes), 'uk').map(({ name, fact }) => `${name}: ${fact}`)

describe('a poster tells', () => {
  it.each<[string, Partial<Forum>, string[]]>([
    ['that hour and venue are still to come', {}, ['Час: Годину ще не оголошено', 'Місце: Місце ще не оголошено']],
    [
      'from when until when, and where',
      { startTime: '10:00', endTime: '16:00', venue: hall },
      ['Час: 10:00–16:00', 'Місце: Зала'],
    ],
    [
      'of shelter and access where they are known',
      { startTime: '10:00', venue: { ...hall, shelter: { uk: 'У дворі', en: '' }, access: { uk: 'Пандус', en: '' } } },
      ['Час: 10:00', 'Місце: Зала', 'Укриття: У дворі', 'Доступність: Пандус'],
    ],
    ['nothing that is not known of a forum without a date', { state: 'announced', date: null }, []],
    [
      'what came of a held one, not what was never published',
      { state: 'held', words: { uk: { ...told, attendance: 'Понад 70 учасників' }, en: told } },
      ['Підсумки: Понад 70 учасників'],
    ],
    ['nothing to come of a cancelled one', { state: 'cancelled' }, []],
  ])('%s', (_, changes, expected) => {
    expect(facts(changes)).toEqual(expected)
  })
})
