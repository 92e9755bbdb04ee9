import { beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { createApp } from '../../src/app.ts'
import {
  activities,
  districts,
  letters,
  series,
  venues,
  webhookDeliveries,
  webhooks,
} from '../../src/database/tables.ts'
import { type Role, roles } from '../../src/organisers/organiser.ts'
import { newToken } from '../../src/organisers/token.ts'
import { currentConsentVersion } from '../../src/privacy/consent.ts'
import { documentedPath } from '../documented-path.ts'
import { addForum, addSite, newWorld, noon, seedSeries, type World } from '../world.ts'

/**
 * Every route of the running app times every kind of caller. A route that is not in the table fails; of all callers only
 * the right one gets a 2xx. Written without looking at the table by which the app decides.
 */
let world: World

/** What each operation is tried on: things of one district, all new. */
type Things = Readonly<Record<string, string>>

type Row = {
  readonly may: string
  readonly body?: (things: Things) => unknown
  readonly headers?: Record<string, string>
  readonly query?: string
  /** Whose things are another's answers 404 unless it is a list, or everybody's. */
  readonly foreign?: 'own-list' | 'for-all'
}

const letterOf: Record<Role, string> = { city: 'C', district: 'D', editor: 'E', desk: 'K', analyst: 'A' }

const inBoth = (text: string) => ({ uk: text, en: text })

const aSeries = {
  title: inBoth('Цикл'),
  about: inBoth('Про цикл'),
  source: { name: inBoth('КМДА'), url: 'https://kyivcity.gov.ua' },
}

const ifMatch = { 'If-Match': '"1"' }

/** C city, D district, E editor, K desk, A analyst. */
const organisers: Record<string, Row> = {
  'GET /admin/me': { may: 'CDEKA', foreign: 'for-all' },
  'GET /admin/organisers': { may: 'CD', foreign: 'own-list' },
  'POST /admin/organisers': {
    may: 'CD',
    body: ({ district }) => ({ name: 'Новий', role: 'editor', districts: [district] }),
    foreign: 'for-all',
  },
  'GET /admin/organisers/{organiser}': { may: 'CD' },
  'PATCH /admin/organisers/{organiser}': { may: 'CD', body: () => ({ name: 'Інша назва' }), headers: ifMatch },
  'DELETE /admin/organisers/{organiser}': { may: 'CD' },
  'GET /admin/series': { may: 'CDE', foreign: 'for-all' },
  'POST /admin/series': { may: 'C', body: ({ newSlug }) => ({ slug: newSlug, ...aSeries }) },
  'GET /admin/series/{series}': { may: 'CDE', foreign: 'for-all' },
  'PATCH /admin/series/{series}': { may: 'C', body: () => ({ title: inBoth('Цикл') }), headers: ifMatch },
  'DELETE /admin/series/{series}': { may: 'C', headers: ifMatch },
  'GET /admin/districts': { may: 'CDE', foreign: 'for-all' },
  'POST /admin/districts': {
    may: 'C',
    body: ({ newSlug }) => ({ slug: newSlug, name: inBoth('Район'), position: 50 }),
  },
  'GET /admin/districts/{district}': { may: 'CDE', foreign: 'for-all' },
  'PATCH /admin/districts/{district}': { may: 'C', body: () => ({ position: 51 }), headers: ifMatch },
  'DELETE /admin/districts/{district}': { may: 'C', headers: ifMatch },
  'GET /admin/sites': { may: 'CD', foreign: 'own-list' },
  'POST /admin/sites': {
    may: 'CD',
    body: ({ district, newSlug }) => ({ hostname: `${newSlug}.example.org`, district }),
    foreign: 'for-all',
  },
  'GET /admin/sites/{hostname}': { may: 'CD' },
  'PATCH /admin/sites/{hostname}': { may: 'CD', body: ({ district }) => ({ district }), headers: ifMatch },
  'DELETE /admin/sites/{hostname}': { may: 'CD', headers: ifMatch },
  'GET /admin/venues': { may: 'CDE', foreign: 'own-list' },
  'POST /admin/venues': {
    may: 'CDE',
    body: ({ district, newSlug }) => ({ slug: newSlug, district, name: inBoth('Зала') }),
    foreign: 'for-all',
  },
  'GET /admin/venues/{venue}': { may: 'CDE' },
  'PATCH /admin/venues/{venue}': { may: 'CDE', body: () => ({ name: inBoth('Інша зала') }), headers: ifMatch },
  'DELETE /admin/venues/{venue}': { may: 'CDE', headers: ifMatch },
  'GET /admin/forums': { may: 'CDE', foreign: 'own-list' },
  'POST /admin/forums': {
    may: 'CDE',
    body: ({ district, newSlug }) => ({ slug: newSlug, series: '2019', district, title: inBoth('Форум') }),
    foreign: 'for-all',
  },
  'GET /admin/forums/{forum}': { may: 'CDE' },
  'PATCH /admin/forums/{forum}': { may: 'CDE', body: () => ({ title: inBoth('Інший форум') }), headers: ifMatch },
  'DELETE /admin/forums/{otherForum}': { may: 'CD', headers: ifMatch },
  'POST /admin/forums/{forum}/moves': { may: 'CD', body: () => ({ move: 'close' }), headers: ifMatch },
  'GET /admin/forums/{forum}/activities': { may: 'CDE' },
  'POST /admin/forums/{forum}/activities': {
    may: 'CDE',
    body: ({ newSlug }) => ({ slug: newSlug, kind: 'talk', title: inBoth('Розмова') }),
  },
  'GET /admin/forums/{forum}/activities/{activity}': { may: 'CDE' },
  'PATCH /admin/forums/{forum}/activities/{activity}': { may: 'CDE', body: () => ({ kind: 'fair' }), headers: ifMatch },
  'DELETE /admin/forums/{forum}/activities/{activity}': { may: 'CDE', headers: ifMatch },
  'GET /admin/registrations': { may: 'CD', query: '?q=Олена', foreign: 'own-list' },
  'GET /admin/forums/{forum}/registrations': { may: 'CD' },
  'POST /admin/forums/{forum}/registrations': {
    may: 'CD',
    body: () => ({
      name: 'Олена Приклад',
      phone: '+380 00 765 43 21',
      consent: { given: true, version: currentConsentVersion, channel: 'phone' },
    }),
    headers: { 'Idempotency-Key': 'of-the-matrix-0123456789' },
  },
  'GET /admin/forums/{forum}/registrations/{code}': { may: 'CD' },
  'PATCH /admin/forums/{forum}/registrations/{code}': {
    may: 'CD',
    body: () => ({ note: 'Нотатка' }),
    headers: ifMatch,
  },
  'POST /admin/forums/{forum}/registrations/{code}/cancellation': { may: 'CD', headers: ifMatch },
  'POST /admin/forums/{forum}/registrations/{waiting}/promotion': { may: 'CD', body: () => ({}), headers: ifMatch },
  'POST /admin/forums/{forum}/registrations/{code}/transfer': {
    may: 'CD',
    body: ({ otherForum }) => ({ forum: otherForum }),
    headers: ifMatch,
  },
  'POST /admin/forums/{forum}/registrations/{code}/merge': {
    may: 'CD',
    body: ({ double }) => ({ into: double }),
    headers: ifMatch,
  },
  'GET /admin/forums/{forum}/letters': { may: 'CD' },
  'POST /admin/forums/{forum}/letters': {
    may: 'CD',
    body: () => ({ subject: inBoth('Тема'), text: inBoth('Текст') }),
  },
  'GET /admin/forums/{forum}/letters/{letter}': { may: 'CD' },
  'DELETE /admin/forums/{forum}/letters/{letter}': { may: 'CD', headers: ifMatch },
  'POST /admin/forums/{forum}/letters/{letter}/sending': {
    may: 'CD',
    body: () => ({ recipients: 3 }),
    headers: ifMatch,
  },
  'GET /admin/forums/{forum}/exports/{format}': { may: 'CD' },
  'GET /admin/forums/{forum}/sign-in-sheet': { may: 'CD' },
  'GET /admin/forums/{forum}/door': { may: 'CDK' },
  'POST /admin/forums/{forum}/check-ins': { may: 'CDK', body: ({ code }) => ({ code }) },
  'DELETE /admin/forums/{forum}/check-ins/{code}': { may: 'CDK' },
  'POST /admin/forums/{forum}/walk-ins': {
    may: 'CDK',
    body: () => ({ name: 'Олена Приклад', consent: { given: true, version: currentConsentVersion, channel: 'paper' } }),
    headers: { 'Idempotency-Key': 'of-the-matrix-0123456789' },
  },
  'POST /admin/forums/{forum}/scans': {
    may: 'CDK',
    body: ({ code }) => ({ device: 'tablet', scans: [{ id: 'a', code, at: '2019-06-03T12:00:00+03:00' }] }),
  },
  'GET /admin/figures': { may: 'CDA', query: '?by=forum', foreign: 'own-list' },
  'GET /admin/audit': { may: 'C' },
  'GET /admin/webhooks': { may: 'CD', foreign: 'own-list' },
  'POST /admin/webhooks': {
    may: 'CD',
    body: () => ({ url: 'https://hooks.example.org/kyiv', events: ['forum'] }),
    foreign: 'for-all',
  },
  'GET /admin/webhooks/{webhook}': { may: 'CD' },
  'PATCH /admin/webhooks/{webhook}': { may: 'CD', body: () => ({ disabled: true }), headers: ifMatch },
  'DELETE /admin/webhooks/{webhook}': { may: 'CD', headers: ifMatch },
  'GET /admin/webhooks/{webhook}/deliveries': { may: 'CD' },
  'POST /admin/webhooks/{webhook}/deliveries/{delivery}/replay': { may: 'CD' },
}

/** Whoever asks: no token is needed, and none is looked at. */
const open = [
  'GET /schedule',
  'GET /schedule.ics',
  'GET /forums/{forum}',
  'GET /forums/{forum}.ics',
  'GET /forums/{forum}/form',
  'POST /forums/{forum}/registrations',
  'POST /forums/{forum}/subscriptions',
  'GET /consents/{version}',
  'GET /health',
  'GET /openapi.json',
]

/** The holder of a private link: an organiser's token is no such link. */
const own = [
  'GET /registration',
  'PATCH /registration',
  'DELETE /registration',
  'POST /registration/confirmation',
  'GET /registration/data',
  'POST /registration/erasure',
]

/** Answers everybody alike, and tells nobody anything. */
const mute = ['POST /registration/link']

const home = 'darnytskyi'
const away = 'podilskyi'

let number = 0

const newThings = async (district: string): Promise<Things> => {
  number += 1
  const slug = `thing-${number}`
  const { database } = world
  const forumId = await addForum(world, slug, {
    district,
    date: '2019-06-03',
    endTime: '20:00',
    startTime: '19:00',
    capacity: 50,
  })
  await addForum(world, `other-${number}`, { district, capacity: 50 })
  await database.insert(series).values({ ...words, slug: `series-${number}`, sourceUrl: 'https://example.org' })
  await database
    .insert(districts)
    .values({ slug: `district-${number}`, nameUk: 'Район', nameEn: 'District', position: 90 })
  await addSite(world, `site-${number}.example.org`, district)
  await database.insert(venues).values({ slug: `venue-${number}`, nameUk: 'Зала', nameEn: 'Hall', district })
  await database
    .insert(activities)
    .values({ forumId, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
  const [letter] = await database
    .insert(letters)
    .values({
      forumId,
      subjectUk: 'Тема',
      subjectEn: 'Subject',
      textUk: 'Текст',
      textEn: 'Text',
      selection: '{}',
      createdAt: noon,
    })
    .returning()
  const [webhook] = await database
    .insert(webhooks)
    .values({
      url: 'https://hooks.example.org/',
      events: '["forum"]',
      districts: JSON.stringify([district]),
      createdAt: noon,
    })
    .returning()
  const [delivery] = await database
    .insert(webhookDeliveries)
    .values({ webhookId: webhook?.id ?? 0, event: 'forum', body: '{}', createdAt: noon })
    .returning()
  const [{ code }, { code: double }] = (await Promise.all(
    [0, 1].map(async () => (await world.register(slug)).json<Receipt>()),
  )) as [Receipt, Receipt]
  const waiting = await waitingAt(slug, forumId)
  await world.organiser({ role: 'editor', districts: [district] })
  const organiser = await world.d1.prepare('SELECT max(id) AS id FROM organisers').first<number>('id')
  return {
    district,
    newSlug: `new-${number}`,
    forum: slug,
    otherForum: `other-${number}`,
    series: `series-${number}`,
    removable: `district-${number}`,
    hostname: `site-${number}.example.org`,
    venue: `venue-${number}`,
    activity: 'walk',
    letter: String(letter?.id),
    webhook: String(webhook?.id),
    delivery: String(delivery?.id),
    code,
    double,
    waiting,
    organiser: String(organiser),
    format: 'csv',
  }
}

/** Somebody who waits although there is a place. */
const waitingAt = async (slug: string, forumId: number): Promise<string> => {
  const setCapacity = (capacity: number) =>
    world.d1.prepare('UPDATE forums SET capacity = ? WHERE id = ?').bind(capacity, forumId).run()
  await setCapacity(0)
  const { code } = await (await world.register(slug)).json<Receipt>()
  await setCapacity(50)
  return code
}

const words = {
  titleUk: 'Цикл',
  titleEn: 'Series',
  aboutUk: 'Про',
  aboutEn: 'About',
  sourceNameUk: 'КМДА',
  sourceNameEn: 'KMDA',
} as const

const send = (operation: string, row: Row, things: Things, token: string | undefined): Promise<Response> => {
  const [method = '', template = ''] = operation.split(' ')
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'district' ? (things['removable'] ?? '') : (things[name] ?? ''),
  )
  const body = row.body?.(things)
  return world.request(`${path}${row.query ?? ''}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...row.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

const tokenFor = (role: Role, { district = home, forum = '' }: Things): Promise<string> => {
  switch (role) {
    case 'city':
      return world.organiser({ role })
    case 'desk':
      return world.organiser({ role, districts: [district], forums: [forum] })
    default:
      return world.organiser({ role, districts: [district] })
  }
}

/** What nobody may change here, in one district and in another. */
let untouched: Things
let others: Things

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  untouched = await newThings(home)
  others = await newThings(away)
})

it('every route of the app is in the table', () => {
  const routed = createApp(() => noon)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${documentedPath(path).replace('/api/v1', '')}`)
  const known = [...Object.keys(organisers), ...open, ...own, ...mute].map(name =>
    name.replace('{otherForum}', '{forum}').replace('{waiting}', '{code}'),
  )
  expect([...new Set(routed)].toSorted()).toEqual(known.toSorted())
})

describe.each(Object.entries(organisers))('%s', (operation, row) => {
  it('is refused to whoever has no valid token: 401', async () => {
    const expired = await world.organiser({ role: 'city', expiresAt: noon - 1 })
    const revoked = await world.organiser({ role: 'city', revokedAt: noon - 1 })
    for (const token of [undefined, '', 'junk', newToken(), expired, revoked]) {
      const answer = await send(operation, row, untouched, token)
      expect([operation, token, answer.status]).toEqual([operation, token, 401])
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="organisers"')
    }
  })

  it.each(roles.filter(role => !row.may.includes(letterOf[role])))('is refused to the role %s: 403', async role => {
    const answer = await send(operation, row, untouched, await tokenFor(role, untouched))
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: 'forbidden' })])
  })

  it.each(roles.filter(role => row.may.includes(letterOf[role])))(
    'is done by the role %s, in its own district',
    async role => {
      const things = await newThings(home)
      const answer = await send(operation, row, things, await tokenFor(role, things))
      expect([operation, answer.status, answer.ok ? '' : await answer.text()]).toEqual([operation, answer.status, ''])
    },
  )

  const bound = roles.filter(role => role !== 'city' && row.may.includes(letterOf[role]))

  it.skipIf(row.foreign === 'for-all' || bound.length === 0).each(bound)(
    'shows the role %s nothing of another district',
    async role => {
      const answer = await send(operation, row, { ...others, district: home }, await tokenFor(role, untouched))
      const text = await answer.text()
      if (row.foreign === 'own-list') {
        expect(answer.status).toBe(200)
        for (const name of ['forum', 'hostname', 'code', 'venue'] as const)
          expect(text).not.toContain(JSON.stringify(others[name]))
      } else
        expect([operation, answer.status, JSON.parse(text)]).toEqual([
          operation,
          404,
          expect.objectContaining({ code: 'not-found' }),
        ])
    },
  )
})

describe('the private link’s operations', () => {
  it.each(own)('%s is nothing to an organiser', async operation => {
    const answer = await send(
      operation,
      { may: '', body: () => (/^(?:PATCH|POST)/.test(operation) ? {} : undefined) },
      {},
      await world.organiser({ role: 'city' }),
    )
    expect([operation, answer.status]).toEqual([operation, 404])
  })
})

it('an address that is no route says nothing without a token, and 404 with one', async () => {
  expect((await world.request('/admin/anything')).status).toBe(401)
  expect((await world.organise('GET', '/anything')).status).toBe(404)
})
