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
  'GET /admin/forums/{forum}/registrations': { may: 'CD' },
}

/** Whoever asks: no token is needed, and none is looked at. */
const open = [
  'GET /schedule',
  'GET /schedule.ics',
  'GET /forums/{forum}',
  'GET /forums/{forum}.ics',
  'GET /forums/{forum}/form',
  'POST /forums/{forum}/registrations',
  'GET /consents/{version}',
  'GET /health',
  'GET /openapi.json',
]

/** The holder of a private link: an organiser's token is no such link. */
const own = [
  'GET /registration',
  'PATCH /registration',
  'DELETE /registration',
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
    organiser: String(organiser),
    format: 'csv',
  }
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

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

it('every route of the app is in the table', () => {
  const routed = createApp(() => noon)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${documentedPath(path).replace('/api/v1', '')}`)
  const known = [...Object.keys(organisers), ...open, ...own, ...mute]
  expect([...new Set(routed)].toSorted()).toEqual(known.toSorted())
})

describe.each(Object.entries(organisers))('%s', (operation, row) => {
  it('is refused to whoever has no valid token: 401', async () => {
    const things = await newThings(home)
    const expired = await world.organiser({ role: 'city', expiresAt: noon - 1 })
    const revoked = await world.organiser({ role: 'city', revokedAt: noon - 1 })
    for (const token of [undefined, '', 'junk', newToken(), expired, revoked]) {
      const answer = await send(operation, row, things, token)
      expect([operation, token, answer.status]).toEqual([operation, token, 401])
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="organisers"')
    }
  })

  it.each(roles.filter(role => !row.may.includes(letterOf[role])))('is refused to the role %s: 403', async role => {
    const things = await newThings(home)
    const answer = await send(operation, row, things, await tokenFor(role, things))
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
      const [things, others] = [await newThings(home), await newThings(away)]
      const answer = await send(operation, row, { ...others, district: home }, await tokenFor(role, things))
      const text = await answer.text()
      if (row.foreign === 'own-list') {
        expect(answer.status).toBe(200)
        for (const name of ['forum', 'hostname', 'code', 'venue'] as const) expect(text).not.toContain(others[name])
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
