import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ForumRecord, type OwnRegistration, type Receipt, RegistrationRecord } from '#contract'
import { writeReminders } from '../email/write-reminders.ts'
import { currentConsentVersion } from '../privacy/consent.ts'
import { freeHeldPlaces } from '../registration/free-held-places.ts'
import { indexUnindexed } from './index-words.ts'
import { addForum, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World
let forums = 0

const until = '2019-06-03T10:00:00.000Z'

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

beforeEach(() => world.setClock(new Date(noon).toISOString()))

/** A forum on 6 June that wants addresses confirmed first. */
const open = async (changes: Parameters<typeof addForum>[2] = {}) => {
  const slug = `kept-${(forums += 1)}`
  const id = await addForum(world, slug, { confirmAddress: 1, startTime: '10:00', endTime: '16:00', ...changes })
  return { slug, id }
}

const register = async (slug: string, changes: Record<string, unknown> = {}) =>
  (await (await world.register(slug, changes)).json<Receipt>()).code

const own = async (code: string, method = 'GET', path = '') =>
  (await world.own(await world.tokenOf(code), method, undefined, path)).json<OwnRegistration>()
const confirm = (code: string) => own(code, 'POST', '/confirmation')

const at = (slug: string, code: string, deed = '') => `/forums/${slug}/registrations/${code}${deed}`

const read = async (slug: string, code: string) => {
  const answer = await world.organise('GET', at(slug, code))
  return { etag: answer.headers.get('ETag') ?? '', record: RegistrationRecord.parse(await answer.json()) }
}

const act = async (method: string, slug: string, code: string, deed: string, body?: unknown) => {
  const { etag } = await read(slug, code)
  const answer = await world.organise(method, at(slug, code, deed), { body, headers: { 'If-Match': etag } })
  expect(answer.status).toBe(200)
}

const letters = async (code: string) =>
  (
    await world.d1
      .prepare(
        `SELECT o.kind FROM outbox o JOIN submissions s ON s.registration_id = o.registration_id
         WHERE s.code = ? ORDER BY o.id`,
      )
      .bind(code)
      .all<{ kind: string }>()
  ).results.map(({ kind }) => kind)

const change = async (slug: string, body: unknown, path = '') => {
  const etag = (await world.organise('GET', `/forums/${slug}`)).headers.get('ETag') ?? ''
  const method = path ? 'POST' : 'PATCH'
  return world.organise(method, `/forums/${slug}${path}`, { body, headers: { 'If-Match': etag } })
}

describe('the switch of a forum', () => {
  it('is off, and is turned on by an organiser when the forum is made or later', async () => {
    const make = async (slug: string, said: Record<string, unknown>) =>
      ForumRecord.parse(
        await (
          await world.organise('POST', '/forums', {
            body: { slug, series: '2019', district: 'darnytskyi', title: { uk: 'Форум', en: 'Forum' }, ...said },
          })
        ).json(),
      )
    expect((await make('switched-off', {})).confirmAddress).toBe(false)
    expect((await make('switched-on', { confirmAddress: true })).confirmAddress).toBe(true)
    const { forum } = await (await change('switched-off', { confirmAddress: true })).json<{ forum: ForumRecord }>()
    expect(forum.confirmAddress).toBe(true)
    expect((await change('switched-off', { confirmAddress: 'yes' })).status).toBe(422)
  })

  it('is not for who only writes texts', async () => {
    const { slug } = await open()
    const token = await world.organiser({ role: 'editor', districts: ['darnytskyi'] })
    const answer = await world.organise('PATCH', `/forums/${slug}`, {
      token,
      body: { confirmAddress: false },
      headers: { 'If-Match': '"1"' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('an organiser', () => {
  it('sees in the list, in the record and in an export whose address is not confirmed yet', async () => {
    const { slug } = await open()
    const [held, confirmed] = [await register(slug), await register(slug)]
    await confirm(confirmed)
    expect((await read(slug, held)).record).toMatchObject({ status: 'confirmed', confirmBy: until })
    const listed = await (
      await world.organise('GET', `/forums/${slug}/registrations`)
    ).json<{ registrations: RegistrationRecord[] }>()
    expect(listed.registrations.map(({ confirmBy }) => confirmBy)).toEqual([until, null])
    const csv = await (await world.organise('GET', `/forums/${slug}/exports/csv`)).text()
    const [head, ...rows] = csv.split('\r\n').map(line => line.split(';'))
    const column = head?.findIndex(name => name.includes('Адресу підтвердити до (за Києвом)')) ?? -1
    expect(column).toBeGreaterThan(0)
    expect(rows.slice(0, 2).map(row => row[column])).toEqual(['"2019-06-03 13:00:00"', '""'])
  })

  it('finds them by name once their words are written down', async () => {
    const { slug } = await open()
    await register(slug, { name: 'Ярослава Незвична' })
    const found = async () =>
      (
        await (
          await world.organise('GET', `/forums/${slug}/registrations?q=${encodeURIComponent('незвич')}`)
        ).json<{ registrations: unknown[] }>()
      ).registrations.length
    expect(await found()).toBe(0)
    await indexUnindexed(world.database, 200)
    expect(await found()).toBe(1)
  })

  it('never holds whom they enter themselves', async () => {
    const { slug } = await open()
    const answer = await world.organise('POST', `/forums/${slug}/registrations`, {
      headers: { 'Idempotency-Key': newKey() },
      body: {
        name: 'Пані Телефонна',
        email: `phoned-${slug}@example.com`,
        consent: { given: true, version: currentConsentVersion, channel: 'phone' },
      },
    })
    const receipt = await answer.json<Receipt>()
    expect(receipt.confirmBy).toBeUndefined()
    expect((await own(receipt.code)).confirmBy).toBeNull()
    expect(await letters(receipt.code)).toEqual(['confirmed'])
  })

  it.each([
    ['enters another address', { email: 'corrected@example.com' }, ['confirm-address', 'confirmed'], null],
    ['invites them', { invited: true }, ['confirm-address', 'confirmed'], null],
    ['only notes something', { note: 'Телефонувала' }, ['confirm-address'], until],
  ])('who %s: it is, or is not, confirmed with that', async (_, said, kinds, confirmBy) => {
    const { slug } = await open()
    const code = await register(slug)
    await act('PATCH', slug, code, '', said)
    expect((await own(code)).confirmBy).toBe(confirmBy)
    expect(await letters(code)).toEqual(kinds)
  })

  it('who gives a place to one who waits leaves them to confirm it, unless it is a reserved one', async () => {
    const { slug } = await open({ capacity: 1 })
    await register(slug)
    const [waiting, invited] = [await register(slug), await register(slug)]
    await world.d1.prepare('UPDATE forums SET capacity = 3, version = version + 1 WHERE slug = ?').bind(slug).run()
    await act('POST', slug, waiting, '/promotion', {})
    expect(await own(waiting)).toMatchObject({ status: 'confirmed', confirmBy: until })
    expect(await letters(waiting)).toEqual(['confirm-address'])
    await act('POST', slug, invited, '/promotion', { invited: true })
    expect(await own(invited)).toMatchObject({ status: 'confirmed', confirmBy: null })
    expect(await letters(invited)).toEqual(['confirm-address', 'confirmed'])
  })

  it('who cancels a held place writes to nobody by that', async () => {
    const { slug } = await open()
    const code = await register(slug)
    await act('POST', slug, code, '/cancellation')
    expect(await own(code)).toMatchObject({ status: 'cancelled', confirmBy: null })
    expect(await letters(code)).toEqual(['confirm-address'])
  })

  it('who moves somebody to another forum takes the hold along', async () => {
    const [{ slug }, other] = [await open(), await open({ confirmAddress: 0 })]
    const code = await register(slug)
    await act('POST', slug, code, '/transfer', { forum: other.slug })
    expect(await own(code)).toMatchObject({ status: 'confirmed', confirmBy: until })
    expect(await letters(code)).toEqual(['confirm-address'])
    await confirm(code)
    expect(await letters(code)).toEqual(['confirm-address', 'confirmed'])
  })

  it.each([
    ['of whom one has confirmed', true, null],
    ['of whom none has confirmed', false, until],
  ])('who makes one person of two, %s', async (_, confirms, confirmBy) => {
    const { slug } = await open()
    const [double, kept] = [await register(slug), await register(slug)]
    if (confirms) await confirm(double)
    await act('POST', slug, double, '/merge', { into: kept })
    expect((await read(slug, kept)).record).toMatchObject({ status: 'confirmed', confirmBy })
    await freeHeldPlaces(world.database, Date.parse(until), 100)
    expect((await read(slug, kept)).record.status).toBe(confirms ? 'confirmed' : 'cancelled')
  })
})

describe('whose address is not confirmed', () => {
  it('hears nothing of a forum that is moved, and is not counted among who does', async () => {
    const { slug } = await open({ capacity: 3 })
    const [held, confirmed] = [await register(slug), await register(slug)]
    await confirm(confirmed)
    const move = { move: 'move', date: '2019-06-20' }
    const previewed = await (await change(slug, { ...move, preview: true }, '/moves')).json<{ tells: unknown }>()
    expect(previewed.tells).toEqual({ confirmed: 1, waitlisted: 0 })
    const moved = await (await change(slug, { ...move, tell: true }, '/moves')).json<{ tells: unknown }>()
    expect(moved.tells).toEqual({ confirmed: 1, waitlisted: 0 })
    expect(await letters(held)).toEqual(['confirm-address'])
    expect(await letters(confirmed)).toEqual(['confirm-address', 'confirmed', 'forum-moved'])
  })

  it('gets no letter of organisers, and is not counted among its recipients', async () => {
    const { slug } = await open({ capacity: 3 })
    const [held, confirmed] = [await register(slug), await register(slug)]
    await confirm(confirmed)
    const both = { uk: 'Лист', en: 'A letter' }
    const drafted = await world.organise('POST', `/forums/${slug}/letters`, { body: { subject: both, text: both } })
    const letter = await drafted.json<{ id: number; recipients: number }>()
    expect(letter.recipients).toBe(1)
    const sent = await world.organise('POST', `/forums/${slug}/letters/${letter.id}/sending`, {
      body: { recipients: 1 },
      headers: { 'If-Match': drafted.headers.get('ETag') ?? '' },
    })
    expect(sent.status).toBe(200)
    expect(await letters(held)).toEqual(['confirm-address'])
    expect((await letters(confirmed)).at(-1)).toBe('from-organisers')
  })

  it('is reminded of nothing', async () => {
    const { slug } = await open()
    const yesterday = '2019-06-02T12:00:00+03:00'
    world.setClock(yesterday)
    const [held, confirmed] = [await register(slug), await register(slug)]
    await confirm(confirmed)
    await writeReminders(world.database, noon)
    expect(await letters(held)).toEqual(['confirm-address'])
    expect(await letters(confirmed)).toEqual(['confirm-address', 'confirmed', 'reminder-3-days'])
  })
})

describe('at the door', () => {
  const day = '2019-06-06T10:42:00+03:00'

  const checkIn = (slug: string, body: Record<string, unknown>) =>
    world.organise('POST', `/forums/${slug}/check-ins`, { body })

  it('whoever is held comes in like everybody, and with that has nothing to confirm any more', async () => {
    const { slug } = await open({ capacity: 1, closesAt: Date.parse('2019-06-06T16:00:00+03:00') })
    world.setClock(day)
    const [here, waiting] = [await register(slug), await register(slug)]
    expect((await checkIn(slug, { code: here })).status).toBe(200)
    await world.d1.prepare('UPDATE forums SET capacity = 2, version = version + 1 WHERE slug = ?').bind(slug).run()
    expect((await checkIn(slug, { code: waiting, promote: true })).status).toBe(200)
    for (const code of [here, waiting]) {
      expect(await own(code)).toMatchObject({ status: 'confirmed', confirmBy: null })
      expect(await letters(code)).toEqual(['confirm-address'])
    }
    await freeHeldPlaces(world.database, Date.parse(day) + 4_000_000, 100)
    expect((await own(here)).status).toBe('confirmed')
  })

  it('a scan without a connection does the same', async () => {
    const { slug } = await open({ closesAt: Date.parse('2019-06-06T16:00:00+03:00') })
    world.setClock(day)
    const code = await register(slug)
    const scans = [{ id: 'scan-1', code, at: day }]
    const answer = await world.organise('POST', `/forums/${slug}/scans`, { body: { device: 'tablet', scans } })
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect((await own(code)).confirmBy).toBeNull()
    expect(await letters(code)).toEqual(['confirm-address'])
  })

  it('a desk sees who has not confirmed, and a walk-in is never held', async () => {
    const { slug } = await open({ closesAt: Date.parse('2019-06-06T16:00:00+03:00') })
    world.setClock(day)
    const code = await register(slug)
    const walkIn = await world.organise('POST', `/forums/${slug}/walk-ins`, {
      body: { name: 'Остап Приклад', consent: { given: true, version: currentConsentVersion, channel: 'in-person' } },
      headers: { 'Idempotency-Key': newKey() },
    })
    expect(walkIn.status).toBe(201)
    const { people } = await (
      await world.organise('GET', `/forums/${slug}/door`)
    ).json<{ people: { code: string; isHeld: boolean }[] }>()
    expect(people.map(person => [person.code === code, person.isHeld]).toSorted()).toEqual([
      [false, false],
      [true, true],
    ])
  })
})
