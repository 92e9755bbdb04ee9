import { describe, expect, it } from 'vitest'
import type { Forum } from '#contract'
import { choiceOf, nextForum, shownForums } from './choice-rules.ts'
import type { EmbedQuery } from './embed-query.ts'
import { estimatedHeight } from './reserved-height-rules.ts'

const aForum = (slug: string, district: string | null, state: Forum['state'], date: string | null = null) =>
  ({ slug, state, date, district: district && { slug: district, name: { uk: district, en: district } } }) as Forum

const held = aForum('held', 'darnytskyi', 'held', '2019-05-30')
const next = aForum('next', 'podilskyi', 'scheduled', '2019-06-06')
const later = aForum('later', 'desnianskyi', 'announced')
const ofCity = aForum('of-city', null, 'announced')
const forums = [held, next, later, ofCity]
const districts = ['darnytskyi', 'desnianskyi', 'podilskyi']

const choice = (query: Partial<EmbedQuery>, siteDistrict: string | null = null) =>
  choiceOf(
    { lang: 'uk', site: '', theme: 'light', variant: 'full', place: 'text', ...query },
    { districts, forums, siteDistrict },
  )

describe('whose forums', () => {
  it.each<[string, Partial<EmbedQuery>, string | null, string, string[]]>([
    ['are the site’s when nothing is said', {}, null, 'site', []],
    ['are those of the district that the site is registered for', {}, 'podilskyi', 'site', ['podilskyi']],
    [
      'are of chosen districts, in their order',
      { district: 'podilskyi darnytskyi' },
      null,
      'chosen',
      ['darnytskyi', 'podilskyi'],
    ],
    ['are the city’s own', { district: 'city' }, null, 'chosen', ['city']],
    [
      'are of everybody, each named, so that no host name narrows them',
      { scope: 'all' },
      'podilskyi',
      'all',
      [...districts, 'city'],
    ],
    [
      'are not of ticked districts when the site is to decide',
      { scope: 'site', district: 'podilskyi' },
      null,
      'site',
      [],
    ],
    ['are the site’s when no district was ticked', { scope: 'chosen' }, null, 'site', []],
    ['are the site’s when the district is none', { district: 'nowhere' }, null, 'site', []],
  ])('%s', (_, query, siteDistrict, scope, expected) => {
    expect(choice(query, siteDistrict)).toMatchObject({ scope, districts: expected })
  })
})

describe('one forum', () => {
  it.each<[string, Partial<EmbedQuery>, string | null]>([
    ['is the named one', { variant: 'forum', forum: 'held' }, 'held'],
    ['is the next one when none is named', { variant: 'forum' }, 'next'],
    ['is the next one of the districts', { variant: 'forum', district: 'desnianskyi' }, 'later'],
    ['is the last held when nothing is to come', { variant: 'forum', district: 'darnytskyi' }, 'held'],
    ['is the next one when the named is none', { variant: 'forum', forum: 'nowhere' }, 'next'],
    ['is left to the day by a button', { variant: 'button' }, null],
    ['is left out of a schedule', { variant: 'list', forum: 'next' }, null],
  ])('%s', (_, query, forum) => {
    expect(choice(query).forum).toBe(forum)
  })

  it('to invite to is none where there is none', () => {
    expect(nextForum([])).toBeUndefined()
  })
})

it('the colour that the form sends by itself is no choice', () => {
  expect(choice({ accent: '#0b4f9e' }).accent).toBeNull()
  expect(choice({ accent: '#17663a' }).accent).toBe('#17663a')
})

it.each<[Partial<EmbedQuery>, Forum[]]>([
  [{}, forums],
  [{ district: 'darnytskyi city' }, [held, ofCity]],
  [{ variant: 'forum', forum: 'later' }, [later]],
])('the forums shown by %j', (query, expected) => {
  expect(shownForums(choice(query), forums)).toEqual(expected)
})

describe('the height that is reserved without a measurement', () => {
  const height = (query: Partial<EmbedQuery>) => estimatedHeight(choice(query), shownForums(choice(query), forums))

  it('grows with the number of forums, and in a column', () => {
    expect(height({}).narrow).toBeGreaterThan(height({ district: 'podilskyi' }).narrow)
    expect(height({ place: 'column' }).wide).toBeGreaterThan(height({ place: 'wide' }).wide)
    expect(height({}).narrow).toBeGreaterThan(height({}).wide)
  })

  it('is less for a list, less for a forum, least for a button', () => {
    const heights = (['full', 'list', 'button'] as const).map(variant => height({ variant }).wide)
    expect(heights).toEqual(heights.toSorted((one, other) => other - one))
    expect(height({ variant: 'forum' }).wide).toBeLessThan(height({}).wide)
  })

  it('is rounded up to twenty pixels', () => {
    for (const pixels of Object.values(height({}))) expect(pixels % 20).toBe(0)
  })
})
