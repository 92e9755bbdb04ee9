import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Migration } from '@cloudflare/vitest-plugin'
import { createApp } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'
import { type Database, openDatabase } from '../src/database/database.ts'
import { districts, forums, organisers, series, sites, venues } from '../src/database/tables.ts'
import { organiserClient } from '../src/organisers/organiser-client.ts'
import type { Role } from '../src/organisers/organiser.ts'
import { newToken, startOf } from '../src/organisers/token.ts'
import { currentConsentVersion } from '../src/privacy/consent.ts'
import { privateToken } from '../src/registration/private-link.ts'
import { sha256 } from '../src/registration/signing.ts'
import { newStamp } from '../src/registration/stamp.ts'
import { forgetSchedules } from '../src/schedule/schedule-cache.ts'

const bindings = env as unknown as Bindings & { MIGRATIONS: D1Migration[] }

/** Of the city organiser whom every world has. */
export const organiserToken = newToken()

/** 3 June 2019, 12:00 in Kyiv. */
export const noon = Date.parse('2019-06-03T12:00:00+03:00')

const second = 1000

/** A world with a database of its own and a clock that stands where it is put. */
export const newWorld = async () => {
  await applyD1Migrations(bindings.DB, bindings.MIGRATIONS)
  let now = noon
  const given: Bindings = { ...bindings, DB: bindings.DB }
  const app = createApp(() => now)
  const database = openDatabase(bindings.DB)
  await letIn(database, organiserToken, { role: 'city' })
  // A test changes the world behind the worker's back: each request finds no schedule kept.
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    forgetSchedules(given.DB)
    return app.request(`http://localhost/api/v1${path}`, init, given)
  }
  return {
    app,
    bindings: given,
    d1: bindings.DB,
    database,
    request,
    setClock: (moment: string) => {
      now = Date.parse(moment)
    },
    /** Posts a registration whose form was opened ten seconds ago. */
    register: async (forum: string, changes: Record<string, unknown> = {}, key = newKey()): Promise<Response> =>
      request(`/forums/${forum}/registrations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'CF-Connecting-IP': newKey() },
        body: JSON.stringify({
          ...aRegistration(),
          stamp: await newStamp(given.STAMP_SECRET, forum, now - 10 * second),
          ...changes,
        }),
      }),
    /** The private token of whoever was given this code. */
    tokenOf: (code: string): Promise<string> => privateToken(given.STAMP_SECRET, code),
    /** Asks for one's own registration, or does something with it. */
    own: (token: string, method = 'GET', body?: unknown, path = ''): Promise<Response> =>
      request(`/registration${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    /** Asks something of the organisers' API, as a city organiser unless another token is given. */
    organise: (
      method: string,
      path: string,
      {
        body,
        token = organiserToken,
        headers,
      }: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
    ): Promise<Response> =>
      request(`/admin${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    /** A new organiser's token. */
    organiser: async (scope: Scope): Promise<string> => {
      const token = newToken()
      await letIn(database, token, scope)
      return token
    },
    /** The typed client of an organiser. */
    client: (token = organiserToken) =>
      organiserClient('http://localhost', token, (input, init) => {
        forgetSchedules(given.DB)
        return Promise.resolve(app.request(new Request(input, init), undefined, given))
      }),
    list: async (forum: string) => {
      const answer = await request(`/admin/forums/${forum}/registrations`, {
        headers: { Authorization: `Bearer ${organiserToken}` },
      })
      return answer.json<{ registrations: { code: string; status: string; name: string; email: string }[] }>()
    },
  }
}

export type World = Awaited<ReturnType<typeof newWorld>>

export const newKey = (): string => crypto.randomUUID().replaceAll('-', '')

type Scope = {
  readonly role: Role
  readonly districts?: readonly string[]
  readonly forums?: readonly string[]
  readonly expiresAt?: number
  readonly revokedAt?: number
}

const letIn = async (database: Database, token: string, scope: Scope): Promise<void> => {
  await database.insert(organisers).values({
    name: `The ${scope.role} of the tests`,
    tokenHash: await sha256(token),
    tokenStart: startOf(token),
    createdAt: noon,
    ...scope,
    districts: scope.districts ? JSON.stringify(scope.districts) : null,
    forums: scope.forums ? JSON.stringify(scope.forums) : null,
  })
}

let people = 0

/** A person nobody has met yet, without a stamp. */
export const aRegistration = (changes: Record<string, unknown> = {}) => ({
  name: 'Олена Приклад',
  email: `person-${(people += 1)}@example.com`,
  locale: 'uk',
  consent: { given: true, version: currentConsentVersion },
  ...changes,
})

/** The series, one district and one venue that the forums of a test stand in. */
export const seedSeries = async ({ database }: World): Promise<void> => {
  await database.insert(series).values({
    slug: '2019',
    titleUk: 'Цикл',
    titleEn: 'Series',
    aboutUk: 'Про цикл',
    aboutEn: 'About',
    sourceNameUk: 'За матеріалами КМДА',
    sourceNameEn: 'Based on KMDA',
    sourceUrl: 'https://kyivcity.gov.ua',
    isCurrent: 1,
  })
  await database.insert(districts).values([
    { slug: 'darnytskyi', nameUk: 'Дарницький район', nameEn: 'Darnytskyi District', position: 1 },
    { slug: 'podilskyi', nameUk: 'Подільський район', nameEn: 'Podilskyi District', position: 6 },
  ])
  await database.insert(venues).values({
    slug: 'hall',
    nameUk: 'Зала',
    nameEn: 'Hall',
    addressUk: 'вул. Прикладна, 1',
    addressEn: '1 Prykladna St',
  })
}

/** A site on which people may register; without a district it is the whole city's. */
export const addSite = async ({ database }: World, hostname: string, district?: string): Promise<void> => {
  await database.insert(sites).values({ hostname, district })
}

/** A published forum three days from noon, with two places. */
export const addForum = async (
  { database }: World,
  slug: string,
  changes: Partial<typeof forums.$inferInsert> = {},
): Promise<number> => {
  const [row] = await database
    .insert(forums)
    .values({
      slug,
      series: '2019',
      district: 'darnytskyi',
      titleUk: 'Форум',
      titleEn: 'Forum',
      date: '2019-06-06',
      venue: 'hall',
      publishedAt: noon,
      capacity: 2,
      waitlistCapacity: 100,
      ...changes,
    })
    .returning({ id: forums.id })
  if (!row) throw new Error('The forum was not stored')
  return row.id
}
