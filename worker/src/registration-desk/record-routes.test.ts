import { beforeAll, describe, expect, it } from 'vitest'
import { type Problem, type Receipt, RegistrationRecord } from '#contract'
import { currentConsentVersion } from '../privacy/consent.ts'
import { activities } from '../database/tables.ts'
import { addForum, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World
let forums = 0

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const open = async (changes: Parameters<typeof addForum>[2] = {}) => {
  const slug = `desk-${(forums += 1)}`
  const id = await addForum(world, slug, changes)
  return { slug, id }
}

const register = async (slug: string, changes: Record<string, unknown> = {}) =>
  (await (await world.register(slug, changes)).json<Receipt>()).code

const at = (slug: string, code: string, deed = '') => `/forums/${slug}/registrations/${code}${deed}`

const read = async (slug: string, code: string) => {
  const answer = await world.organise('GET', at(slug, code))
  expect(answer.status).toBe(200)
  return { etag: answer.headers.get('ETag') ?? '', record: RegistrationRecord.parse(await answer.json()) }
}

/** Does something to a registration as it is now. */
const act = async (method: string, slug: string, code: string, deed: string, body?: unknown, etag?: string) =>
  world.organise(method, at(slug, code, deed), {
    body,
    headers: { 'If-Match': etag ?? (await read(slug, code)).etag },
  })

const patch = (slug: string, code: string, body: unknown, etag?: string) => act('PATCH', slug, code, '', body, etag)

const byHand = (slug: string, changes: Record<string, unknown> = {}, key = newKey()) =>
  world.organise('POST', `/forums/${slug}/registrations`, {
    headers: { 'Idempotency-Key': key },
    body: {
      name: 'Пані Телефонна',
      phone: '+380000000001',
      locale: 'uk',
      consent: { given: true, version: currentConsentVersion, channel: 'phone' },
      ...changes,
    },
  })

const refusal = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  (await answer.json<Problem>()).code,
]

const statuses = async (id: number) =>
  (
    await world.d1.prepare('SELECT status FROM registrations WHERE forum_id = ? ORDER BY id').bind(id).all()
  ).results.map(({ status }) => status)

const letters = async (slug: string) =>
  (
    await world.d1
      .prepare(
        `SELECT o.kind FROM outbox o JOIN registrations r ON r.id = o.registration_id JOIN forums f ON f.id = r.forum_id
         WHERE f.slug = ? ORDER BY o.id`,
      )
      .bind(slug)
      .all<{ kind: string }>()
  ).results.map(({ kind }) => kind)

const book = async () =>
  (await world.d1.prepare('SELECT action, forum, object FROM audit ORDER BY id DESC LIMIT 1').all()).results[0]

const checkIn = (code: string) =>
  world.d1.prepare('UPDATE registrations SET came_at = ? WHERE code = ?').bind(noon, code).run()

describe('one registration', () => {
  it('is read by the code of any sending, with all that is kept', async () => {
    const { slug } = await open()
    const code = await register(slug, { email: 'one@example.com' })
    const again = await register(slug, { email: 'one@example.com' })
    const { etag, record } = await read(slug, code)
    expect(record).toMatchObject({
      code,
      forum: slug,
      activities: [],
      note: null,
      invited: false,
      origin: 'form',
      cameAt: null,
      sourceHost: null,
      consent: { version: currentConsentVersion, channel: 'form' },
      erasedAt: null,
    })
    expect(etag).toMatch(/^"[0-9]+"$/)
    expect(await book()).toEqual({ action: 'registration.read', forum: slug, object: code })
    for (const typed of [again, again.toLowerCase().replace('-', '')])
      expect((await read(slug, typed)).record.code).toBe(code)
  })

  it('is nobody’s at another forum, in another district or under a mistyped code', async () => {
    const [here, there] = [await open(), await open()]
    const code = await register(here.slug)
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect((await world.organise('GET', at(there.slug, code))).status).toBe(404)
    expect((await world.organise('GET', at(here.slug, code), { token })).status).toBe(404)
    expect((await world.organise('GET', at(here.slug, 'ABCD-EFGH'))).status).toBe(404)
    for (const deed of ['/cancellation', '/promotion', '/transfer', '/merge'])
      expect(
        (await world.organise('POST', at(here.slug, code, deed), { token, body: { forum: 'x', into: code } })).status,
      ).toSatisfy((status: number) => status === 404 || status === 422)
  })
})

describe('a change', () => {
  it('sets what is said, takes away what is null, and is found under its new words', async () => {
    const { slug, id } = await open()
    await world.database.insert(activities).values([
      { forumId: id, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk', position: 2 },
      { forumId: id, slug: 'talk', kind: 'talk', titleUk: 'Розмова', titleEn: 'Talk', position: 1 },
    ])
    const code = await register(slug, { phone: '0000000001', activities: ['walk'] })
    expect((await read(slug, code)).record.activities).toEqual(['walk'])
    const answer = await patch(slug, code, {
      name: 'Яна Нова',
      email: 'NEW@example.com',
      phone: null,
      organisation: { name: 'ГО «Двір»' },
      activities: ['walk', 'talk'],
      needs: 'Біля дверей',
      note: 'Передзвонити',
      locale: 'en',
    })
    expect(answer.status).toBe(200)
    const { record, etag } = await read(slug, code)
    expect(answer.headers.get('ETag')).toBe(etag)
    expect(record).toMatchObject({
      name: 'Яна Нова',
      email: 'new@example.com',
      phone: null,
      organisation: { name: 'ГО «Двір»' },
      activities: ['talk', 'walk'],
      needs: 'Біля дверей',
      note: 'Передзвонити',
      locale: 'en',
    })
    const found = await world.organise('GET', `/forums/${slug}/registrations?q=двір яна&activity=talk`)
    expect((await found.json<{ registrations: unknown[] }>()).registrations).toHaveLength(1)
    expect((await patch(slug, code, { activities: [], note: null })).status).toBe(200)
    expect((await read(slug, code)).record).toMatchObject({ activities: [], note: null, name: 'Яна Нова' })
  })

  it('is told to the person, unless it is the office’s own affair or no change at all', async () => {
    const { slug, id } = await open()
    await world.database.insert(activities).values([
      { forumId: id, slug: 'fair', kind: 'fair', titleUk: 'Ярмарок', titleEn: 'Fair' },
      { forumId: id, slug: 'talk', kind: 'talk', titleUk: 'Розмова', titleEn: 'Talk' },
    ])
    const code = await register(slug, { phone: '0000000001', activities: ['fair', 'talk'] })
    for (const quiet of [{ note: 'Передзвонити' }, { phone: '0000000001' }, { activities: ['talk', 'fair'] }])
      expect((await patch(slug, code, quiet)).status).toBe(200)
    expect(await letters(slug)).toEqual(['confirmed'])
    for (const news of [{ phone: '0000000002' }, { activities: ['talk'] }])
      expect((await patch(slug, code, news)).status).toBe(200)
    expect(await letters(slug)).toEqual(['confirmed', 'changed', 'changed'])
    const { etag } = await read(slug, code)
    await Promise.all(['Перша', 'Друга'].map(name => patch(slug, code, { name }, etag)))
    expect(await letters(slug)).toEqual(['confirmed', 'changed', 'changed', 'changed'])
  })

  it('needs the newest version: fifty at once are one', async () => {
    const { slug } = await open()
    const code = await register(slug)
    const { etag } = await read(slug, code)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => patch(slug, code, { note: `Нотатка ${number}` }, etag)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(49)
    const unseen = await world.organise('PATCH', at(slug, code), { body: { note: 'x' } })
    expect(await refusal(unseen)).toEqual([428, 'precondition-required'])
    expect(await refusal(await patch(slug, code, { note: 'x' }, '*'))).toEqual([400, 'invalid-precondition'])
    expect(await refusal(await patch(slug, code, { note: 'x' }, `W/${etag}`))).toEqual([412, 'precondition-failed'])
  })

  it('is refused for the address of somebody else, for nobody’s activity and for who is erased', async () => {
    const { slug } = await open()
    await register(slug, { email: 'taken@example.com' })
    const code = await register(slug)
    expect(await refusal(await patch(slug, code, { email: 'taken@example.com' }))).toEqual([409, 'already-registered'])
    expect(await refusal(await patch(slug, code, { activities: ['nowhere'] }))).toEqual([422, 'invalid-request'])
    expect(await refusal(await patch(slug, code, { email: null }))).toEqual([422, 'invalid-request'])
    expect(await refusal(await patch(slug, code, { status: 'confirmed' }))).toEqual([422, 'invalid-request'])
    await world.own(await world.tokenOf(code), 'POST', undefined, '/erasure')
    expect(await refusal(await patch(slug, code, { name: 'Хтось' }))).toEqual([409, 'wrong-state'])
  })

  it('to an invited person frees the place that they had taken from the others', async () => {
    const { slug, id } = await open({ capacity: 3, reserved: 1 })
    const first = await register(slug)
    await register(slug)
    const waiting = await register(slug)
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'waitlisted'])
    expect(await refusal(await patch(slug, waiting, { invited: true }))).toEqual([409, 'wrong-state'])
    expect((await patch(slug, first, { invited: true })).status).toBe(200)
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })
})

describe('somebody who is entered by hand', () => {
  it('gets a place, a code and no letter that nobody could receive', async () => {
    const { slug } = await open({ capacity: 1 })
    const answer = await byHand(slug, { note: 'Дзвонила зранку' })
    expect(answer.status).toBe(201)
    const { code, status } = await answer.json<Receipt>()
    expect(status).toBe('confirmed')
    expect(answer.headers.get('Location')).toBe(`/api/v1/admin${at(slug, code)}`)
    expect(await book()).toEqual({ action: 'registration.created', forum: slug, object: code })
    const { record, etag } = await read(slug, code)
    expect(answer.headers.get('ETag')).toBe(etag)
    expect(record).toMatchObject({ origin: 'organiser', email: '', phone: '+380000000001', note: 'Дзвонила зранку' })
    expect(record.consent.channel).toBe('phone')
    expect(await letters(slug)).toEqual([])
    expect((await byHand(slug, { email: 'second@example.com' })).status).toBe(201)
    expect(await letters(slug)).toEqual(['waitlisted'])
  })

  it('is entered once, however often the request is sent', async () => {
    const { slug, id } = await open({ capacity: 20 })
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 10 }, () => byHand(slug, {}, key)))
    const codes = await Promise.all(answers.map(async answer => (await answer.json<Receipt>()).code))
    expect(new Set(codes).size).toBe(1)
    expect(await statuses(id)).toEqual(['confirmed'])
    expect(await refusal(await byHand(slug, { name: 'Інша' }, key))).toEqual([422, 'key-reused'])
    const unkeyed = await world.organise('POST', `/forums/${slug}/registrations`, { body: {} })
    expect((await unkeyed.json<Problem>()).code).toBe('idempotency-key-required')
  })

  it('may come before registration opens and after it closes, not once all is over', async () => {
    const notOpen = await open({ date: null, capacity: 5 })
    const closed = await open({ closesAt: noon - 1 })
    const cancelled = await open({ cancelledAt: noon })
    const held = await open({ date: '2019-06-01' })
    const draft = await open({ publishedAt: null })
    expect((await byHand(notOpen.slug)).status).toBe(201)
    expect((await byHand(closed.slug)).status).toBe(201)
    for (const { slug } of [cancelled, held, draft])
      expect(await refusal(await byHand(slug))).toEqual([409, 'registration-closed'])
  })

  it('needs a phone or an address, consent, a known activity and a channel', async () => {
    const { slug } = await open()
    const consent = { given: true, version: currentConsentVersion, channel: 'phone' }
    for (const changes of [
      { phone: null },
      { consent: { ...consent, given: false } },
      { consent: { ...consent, version: 'never' } },
      { consent: { ...consent, channel: 'form' } },
      { activities: ['nowhere'] },
      { name: '' },
    ])
      expect(await refusal(await byHand(slug, changes)), JSON.stringify(changes)).toEqual([422, 'invalid-request'])
  })

  it('who is registered already is said to be', async () => {
    const { slug } = await open()
    await register(slug, { email: 'there@example.com' })
    expect(await refusal(await byHand(slug, { email: 'there@example.com' }))).toEqual([409, 'already-registered'])
  })

  it('takes a reserved place when invited, and no more places than there are', async () => {
    const { slug, id } = await open({ capacity: 2, reserved: 1, waitlistCapacity: 1 })
    await register(slug)
    await register(slug)
    expect(await statuses(id)).toEqual(['confirmed', 'waitlisted'])
    expect(await refusal(await byHand(slug))).toEqual([409, 'forum-full'])
    const guest = await (await byHand(slug, { invited: true })).json<Receipt>()
    expect(guest.status).toBe('confirmed')
    expect((await read(slug, guest.code)).record.invited).toBe(true)
    expect(await refusal(await byHand(slug, { invited: true }))).toEqual([409, 'forum-full'])
    expect(await world.d1.prepare('SELECT confirmed, invited FROM forums WHERE id = ?').bind(id).first()).toEqual({
      confirmed: 2,
      invited: 1,
    })
  })
})

describe('a cancellation by the office', () => {
  it('gives the place to whoever waits, once, and tells both', async () => {
    const { slug, id } = await open({ capacity: 1 })
    const code = await register(slug)
    await register(slug)
    const { etag } = await read(slug, code)
    const answer = await act('POST', slug, code, '/cancellation', undefined, etag)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ status: 'cancelled' })
    expect(await book()).toMatchObject({ action: 'registration.cancelled', object: code })
    expect(await statuses(id)).toEqual(['cancelled', 'confirmed'])
    const again = await act('POST', slug, code, '/cancellation', undefined, etag)
    expect([again.status, again.headers.get('ETag')]).toEqual([200, answer.headers.get('ETag')])
    expect(await letters(slug)).toEqual(['confirmed', 'waitlisted', 'cancelled', 'promoted'])
  })

  it('is too late for who is here, and once the forum is over', async () => {
    const { slug } = await open()
    const code = await register(slug)
    await checkIn(code)
    const answer = await act('POST', slug, code, '/cancellation')
    expect(await answer.json()).toMatchObject({ code: 'checked-in', at: new Date(noon).toISOString() })
    const held = await open()
    const past = await register(held.slug)
    await world.d1.prepare("UPDATE forums SET date = '2019-06-01' WHERE id = ?").bind(held.id).run()
    expect(await refusal(await act('POST', held.slug, past, '/cancellation'))).toEqual([409, 'too-late'])
  })

  it('by the private link is too late for who is here, too; being forgotten is not', async () => {
    const { slug, id } = await open()
    const code = await register(slug)
    await checkIn(code)
    const token = await world.tokenOf(code)
    expect(await refusal(await world.own(token, 'DELETE'))).toEqual([409, 'checked-in'])
    expect((await world.own(token)).status).toBe(200)
    expect((await world.own(token, 'POST', undefined, '/erasure')).status).toBe(204)
    expect(await statuses(id)).toEqual(['confirmed'])
  })
})

describe('a promotion out of turn', () => {
  it('needs a free place', async () => {
    const { slug, id } = await open({ capacity: 1, closesAt: noon + 1000 })
    const first = await register(slug)
    await register(slug)
    const last = await register(slug)
    expect(await refusal(await act('POST', slug, last, '/promotion', {}))).toEqual([409, 'forum-full'])
    await world.d1
      .prepare('UPDATE forums SET closes_at = ? WHERE id = ?')
      .bind(noon - 1, id)
      .run()
    expect((await act('POST', slug, first, '/cancellation')).status).toBe(200)
    expect(await statuses(id)).toEqual(['cancelled', 'waitlisted', 'waitlisted'])
    expect((await act('POST', slug, last, '/promotion', {})).status).toBe(200)
    expect(await book()).toMatchObject({ action: 'registration.promoted', object: last })
    expect(await statuses(id)).toEqual(['cancelled', 'waitlisted', 'confirmed'])
    expect(await refusal(await act('POST', slug, last, '/promotion', {}))).toEqual([409, 'wrong-state'])
    expect(await refusal(await act('POST', slug, first, '/promotion', {}))).toEqual([409, 'registration-cancelled'])
  })

  it('of an invited person takes a reserved place', async () => {
    const { slug, id } = await open({ capacity: 2, reserved: 1 })
    await register(slug)
    const waiting = await register(slug)
    expect(await refusal(await act('POST', slug, waiting, '/promotion', {}))).toEqual([409, 'forum-full'])
    expect((await act('POST', slug, waiting, '/promotion', { invited: true })).status).toBe(200)
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed'])
  })

  it('never gives one place to two', async () => {
    const { slug, id } = await open({ capacity: 1 })
    const first = await register(slug)
    const waiting = [await register(slug), await register(slug), await register(slug)]
    await world.d1
      .prepare('UPDATE forums SET closes_at = ? WHERE id = ?')
      .bind(noon - 1, id)
      .run()
    await act('POST', slug, first, '/cancellation')
    const answers = await Promise.all(waiting.map(code => act('POST', slug, code, '/promotion', {})))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })
})

describe('a transfer', () => {
  it('takes codes and the private link along, and frees the place', async () => {
    const [from, to] = [await open({ capacity: 1 }), await open({ capacity: 5 })]
    const code = await register(from.slug, { email: 'moved@example.com', name: 'Мандрівна Особа' })
    const again = await register(from.slug, { email: 'moved@example.com' })
    await register(from.slug)
    const answer = await act('POST', from.slug, code, '/transfer', { forum: to.slug })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ forum: to.slug, status: 'confirmed', code })
    expect(await book()).toEqual({ action: 'registration.transferred', forum: from.slug, object: code })
    expect(await statuses(from.id)).toEqual(['confirmed'])
    expect((await world.organise('GET', at(from.slug, code))).status).toBe(404)
    for (const known of [code, again]) expect((await read(to.slug, known)).record.name).toBe('Мандрівна Особа')
    const own = await (await world.own(await world.tokenOf(code))).json()
    expect(own).toMatchObject({ forum: { slug: to.slug }, status: 'confirmed' })
    const found = await world.organise('GET', `/forums/${to.slug}/registrations?q=мандрівна`)
    expect((await found.json<{ registrations: unknown[] }>()).registrations).toHaveLength(1)
    expect(await letters(to.slug)).toEqual(['confirmed', 'already-registered', 'transferred'])
    expect((await world.d1.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
    const { results } = await world.d1
      .prepare('SELECT forum_id FROM submissions WHERE code IN (?, ?)')
      .bind(code, again)
      .all()
    expect(results).toEqual([{ forum_id: to.id }, { forum_id: to.id }])
  })

  it('goes behind everybody who waits there', async () => {
    const [from, to] = [await open(), await open({ capacity: 1 })]
    const code = await register(from.slug)
    const holder = await register(to.slug)
    const waiting = await register(to.slug)
    expect(await (await act('POST', from.slug, code, '/transfer', { forum: to.slug })).json()).toMatchObject({
      status: 'waitlisted',
    })
    await act('POST', to.slug, holder, '/cancellation')
    expect((await read(to.slug, waiting)).record.status).toBe('confirmed')
    expect((await read(to.slug, code)).record.status).toBe('waitlisted')
  })

  it('of one who waits to a free place is told once', async () => {
    const [from, to] = [await open({ capacity: 1 }), await open({ capacity: 1 })]
    await register(from.slug)
    const code = await register(from.slug)
    await act('POST', from.slug, code, '/transfer', { forum: to.slug })
    expect(await letters(to.slug)).toEqual(['waitlisted', 'transferred'])
  })

  it('goes where a key was used already, too', async () => {
    const [from, to] = [await open(), await open()]
    const key = newKey()
    const { code } = await (await world.register(from.slug, {}, key)).json<Receipt>()
    await world.register(to.slug, {}, key)
    expect((await act('POST', from.slug, code, '/transfer', { forum: to.slug })).status).toBe(200)
    expect((await read(to.slug, code)).record.code).toBe(code)
  })

  it('is refused where there is no place, nothing to find, or the person already', async () => {
    const [from, full] = [await open({ capacity: 5 }), await open({ capacity: 1, waitlistCapacity: 0 })]
    const closed = await open({ cancelledAt: noon })
    const elsewhere = await open({ district: 'podilskyi' })
    const code = await register(from.slug, { email: 'both@example.com' })
    await register(full.slug, { email: 'both@example.com' })
    const other = await register(from.slug)
    const to = (forum: string, moved = other) => act('POST', from.slug, moved, '/transfer', { forum })
    expect(await refusal(await to(full.slug))).toEqual([409, 'forum-full'])
    await world.d1.prepare('UPDATE forums SET capacity = 5, version = 2 WHERE id = ?').bind(full.id).run()
    expect(await refusal(await to(full.slug, code))).toEqual([409, 'already-registered'])
    expect(await refusal(await to(closed.slug))).toEqual([409, 'registration-closed'])
    expect(await refusal(await to('nowhere'))).toEqual([422, 'invalid-request'])
    expect(await refusal(await to(from.slug))).toEqual([409, 'wrong-state'])
    const token = await world.organiser({ role: 'district', districts: ['darnytskyi'] })
    const foreign = await world.organise('POST', at(from.slug, other, '/transfer'), {
      token,
      body: { forum: elsewhere.slug },
      headers: { 'If-Match': (await read(from.slug, other)).etag },
    })
    expect(await refusal(foreign)).toEqual([422, 'invalid-request'])
    await checkIn(other)
    expect(await refusal(await to(full.slug))).toEqual([409, 'checked-in'])
  })
})

describe('a merge of doubles', () => {
  it('keeps one place, all codes, activities and notes, and writes no letter', async () => {
    const { slug, id } = await open({ capacity: 2 })
    await world.database.insert(activities).values([
      { forumId: id, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' },
      { forumId: id, slug: 'talk', kind: 'talk', titleUk: 'Розмова', titleEn: 'Talk' },
    ])
    const kept = await register(slug, { activities: ['walk'] })
    const double = await register(slug, { activities: ['walk', 'talk'] })
    await register(slug)
    await patch(slug, kept, { note: 'Перша' })
    await patch(slug, double, { note: 'Друга' })
    const before = await letters(slug)
    const answer = await act('POST', slug, double, '/merge', { into: kept.toLowerCase() })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      code: kept,
      status: 'confirmed',
      note: 'Перша\nДруга',
      activities: ['walk', 'talk'],
    })
    expect(await book()).toEqual({ action: 'registration.merged', forum: slug, object: double })
    expect(await statuses(id)).toEqual(['confirmed', 'cancelled', 'confirmed'])
    expect((await read(slug, double)).record.code).toBe(kept)
    expect((await letters(slug)).slice(before.length)).toEqual(['promoted'])
  })

  it('never loses a place that somebody has, and never merges one with itself', async () => {
    const { slug } = await open({ capacity: 1 })
    const confirmed = await register(slug)
    const waiting = await register(slug)
    const merge = (double: string, into: string) => act('POST', slug, double, '/merge', { into })
    expect(await refusal(await merge(confirmed, waiting))).toEqual([409, 'registration-waitlisted'])
    expect(await refusal(await merge(confirmed, confirmed))).toEqual([409, 'wrong-state'])
    expect(await refusal(await merge(waiting, '0000-0000'))).toEqual([422, 'invalid-request'])
    expect((await merge(waiting, confirmed)).status).toBe(200)
    const other = await open()
    expect(await refusal(await merge(confirmed, await register(other.slug)))).toEqual([422, 'invalid-request'])
  })

  it('of one double happens once', async () => {
    const { slug, id } = await open({ capacity: 5 })
    const [kept, double] = [await register(slug), await register(slug)]
    await patch(slug, double, { note: 'Одна' })
    const { etag } = await read(slug, double)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => act('POST', slug, double, '/merge', { into: kept }, etag)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await read(slug, kept)).record.note).toBe('Одна')
    expect(await statuses(id)).toEqual(['confirmed', 'cancelled'])
  })
})
