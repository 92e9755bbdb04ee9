import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CheckIn, DoorList, type Problem, type Receipt, ScanResults } from '#contract'
import { addForum, newKey, newWorld, seedSeries, type World } from '../../test/world.ts'
import { activities, audit, forums, registrationActivities, registrations } from '../database/tables.ts'

let world: World

const before = '2019-06-03T12:00:00+03:00'
const day = '2019-06-06T10:42:00+03:00'

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

beforeEach(() => world.setClock(day))

let forumsMade = 0

/** A forum on the day at which the tests' clock stands. */
const forumToday = async (changes: Partial<typeof forums.$inferInsert> = {}): Promise<string> => {
  const slug = `door-${(forumsMade += 1)}`
  await addForum(world, slug, { capacity: 100, ...changes })
  return slug
}

/** The code of somebody who registered three days before. */
const registered = async (forum: string, changes: Record<string, unknown> = {}): Promise<string> => {
  world.setClock(before)
  const answer = await world.register(forum, changes)
  expect(answer.status).toBe(201)
  world.setClock(day)
  return (await answer.json<Receipt>()).code
}

type Asked = { readonly token?: string; readonly headers?: Record<string, string> }

const checkIn = (forum: string, code: string, asked: Asked & { promote?: boolean } = {}) => {
  const { promote, ...rest } = asked
  const body = { code, ...(promote !== undefined && { promote }) }
  return world.organise('POST', `/forums/${forum}/check-ins`, { body, ...rest })
}

const undo = (forum: string, code: string, asked: Asked = {}) =>
  world.organise('DELETE', `/forums/${forum}/check-ins/${encodeURIComponent(code)}`, asked)

const aWalkIn = (changes: Record<string, unknown> = {}) => ({
  name: 'Остап Приклад',
  consent: { given: true, version: '2019-06', channel: 'in-person' },
  ...changes,
})

const walkIn = (forum: string, changes: Record<string, unknown> = {}, key = newKey(), asked: Asked = {}) =>
  world.organise('POST', `/forums/${forum}/walk-ins`, {
    body: aWalkIn(changes),
    ...asked,
    headers: { 'Idempotency-Key': key },
  })

const scan = (forum: string, scans: unknown[], device = 'tablet', asked: Asked = {}) =>
  world.organise('POST', `/forums/${forum}/scans`, { body: { device, scans }, ...asked })

const look = (forum: string, query = '', asked: Asked = {}) =>
  world.organise('GET', `/forums/${forum}/door${query}`, asked)

const listed = async (forum: string, query = '') => DoorList.parse(await (await look(forum, query)).json())

const refusal = async (answer: Response) => {
  const { code, mayDo } = await answer.json<Problem>()
  return [answer.status, code, mayDo]
}

const entries = (forum: string, action: string) =>
  world.database
    .select({ object: audit.object, count: audit.count })
    .from(audit)
    .where(and(eq(audit.forum, forum), eq(audit.action, action)))

const stored = async (code: string) => {
  const [row] = await world.database.select().from(registrations).where(eq(registrations.code, code))
  return row
}

describe('promise 30: checking in by code', () => {
  it('is answered with who is here, and when they came by the clocks in Kyiv', async () => {
    const forum = await forumToday()
    const code = await registered(forum, {
      name: 'Олена Приклад',
      organisation: { name: 'ГО «Приклад»' },
      needs: 'Пандус',
    })
    const answer = await checkIn(forum, code)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(CheckIn.parse(await answer.json())).toEqual({
      result: 'first',
      at: '2019-06-06T07:42:00.000Z',
      time: '10:42',
      person: {
        code,
        name: 'Олена Приклад',
        organisation: 'ГО «Приклад»',
        status: 'confirmed',
        invited: false,
        cameAt: '2019-06-06T07:42:00.000Z',
        activities: [],
        isHeld: false,
        hasNeeds: true,
      },
    })
  })

  it('a hundred times at once has one first, the others are told its moment, and the book one line', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => (await checkIn(forum, code)).json<CheckIn>()),
    )
    expect(answers.filter(({ result }) => result === 'first')).toHaveLength(1)
    expect(answers.filter(({ result }) => result === 'already')).toHaveLength(99)
    expect(new Set(answers.map(({ at }) => at)).size).toBe(1)
    expect(await entries(forum, 'door.checked-in')).toEqual([{ object: code, count: 1 }])
  }, 60_000)

  it('tells later scans of the first moment', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    await checkIn(forum, code)
    world.setClock('2019-06-06T12:00:00+03:00')
    expect(await (await checkIn(forum, code)).json()).toMatchObject({ result: 'already', time: '10:42' })
  })

  it('by any code of any sending leads to the one registration', async () => {
    const forum = await forumToday()
    const code = await registered(forum, { email: 'twice@example.com' })
    const again = await registered(forum, { email: 'twice@example.com' })
    expect(again).not.toBe(code)
    expect(await (await checkIn(forum, again)).json()).toMatchObject({ result: 'first', person: { code } })
    expect(await (await checkIn(forum, code)).json()).toMatchObject({ result: 'already' })
  })

  it('refuses who has cancelled, and offers to register them at the door', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    world.setClock(before)
    await world.own(await world.tokenOf(code), 'DELETE')
    world.setClock(day)
    expect(await refusal(await checkIn(forum, code))).toEqual([409, 'registration-cancelled', ['walk-in']])
  })

  it('refuses who waits, and offers nothing while all places are taken', async () => {
    const forum = await forumToday({ capacity: 1 })
    await registered(forum)
    const code = await registered(forum)
    for (const promote of [undefined, true])
      expect(await refusal(await checkIn(forum, code, { ...(promote && { promote }) }))).toEqual([
        409,
        'registration-waitlisted',
        [],
      ])
  })

  it('gives who waits a free place out of turn when it is asked for, with one line in the book', async () => {
    const forum = await forumToday({ capacity: 1 })
    await registered(forum)
    await registered(forum)
    const code = await registered(forum)
    await world.database.update(forums).set({ capacity: 2 }).where(eq(forums.slug, forum))
    expect(await refusal(await checkIn(forum, code))).toEqual([409, 'registration-waitlisted', ['promote']])
    const answer = await (await checkIn(forum, code, { promote: true })).json()
    expect(answer).toMatchObject({ result: 'first', person: { code, status: 'confirmed' } })
    expect(await stored(code)).toMatchObject({ status: 'confirmed', cameAt: Date.parse(day) })
    expect(await entries(forum, 'door.checked-in')).toEqual([{ object: code, count: 1 }])
    expect((await listed(forum)).counts).toEqual({ confirmed: 2, waitlisted: 1, came: 1 })
  })

  it('gives the last place to one of ten who wait', async () => {
    const forum = await forumToday({ capacity: 0 })
    const codes = []
    for (let person = 0; person < 10; person += 1) codes.push(await registered(forum))
    await world.database.update(forums).set({ capacity: 1 }).where(eq(forums.slug, forum))
    const answers = await Promise.all(codes.map(code => checkIn(forum, code, { promote: true })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  it('gives a place that is kept back only to the invited', async () => {
    const forum = await forumToday({ capacity: 1, reserved: 1 })
    const [invited, other] = [await registered(forum), await registered(forum)]
    await world.database.update(registrations).set({ invited: 1 }).where(eq(registrations.code, invited))
    expect(await refusal(await checkIn(forum, other, { promote: true }))).toEqual([409, 'registration-waitlisted', []])
    expect((await checkIn(forum, invited, { promote: true })).status).toBe(200)
  })

  it.each([
    ['the day before', '2019-06-05T23:59:59+03:00', 409],
    ['from its midnight on', '2019-06-06T00:00:00+03:00', 200],
    ['until its midnight', '2019-06-06T23:59:59+03:00', 200],
    ['the day after', '2019-06-07T00:00:00+03:00', 409],
  ])('is a matter of the day: %s', async (_, moment, status) => {
    const forum = await forumToday()
    const code = await registered(forum)
    world.setClock(moment)
    const answer = await checkIn(forum, code)
    expect(answer.status).toBe(status)
    if (status === 409) expect(await refusal(answer)).toEqual([409, 'not-the-day', undefined])
    expect((await listed(forum)).today).toBe(status === 200)
  })

  it('is taken back, once in the book, and possible again', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    await checkIn(forum, code)
    for (let time = 0; time < 3; time += 1) expect((await undo(forum, code.toLowerCase())).status).toBe(204)
    expect(await entries(forum, 'door.undone')).toEqual([{ object: code, count: 1 }])
    expect(await stored(code)).toMatchObject({ status: 'confirmed', cameAt: null })
    world.setClock('2019-06-06T11:00:00+03:00')
    expect(await (await checkIn(forum, code)).json()).toMatchObject({ result: 'first', time: '11:00' })
  })
})

describe('bad input 66: a code at the door', () => {
  it('of another forum is not found; whose it is, hears only who stands at both doors', async () => {
    const [here, there] = [await forumToday(), await forumToday()]
    const code = await registered(there)
    const desk = await world.organiser({ role: 'desk', forums: [here] })
    expect(await refusal(await checkIn(here, code, { token: desk }))).toEqual([404, 'not-found', undefined])
    expect(await refusal(await undo(here, code, { token: desk }))).toEqual([404, 'not-found', undefined])
    expect(await refusal(await checkIn(here, code))).toEqual([404, 'not-found', ['other-forum']])
    expect(await stored(code)).toMatchObject({ cameAt: null })
  })

  it('that nobody has is not found', async () => {
    expect(await refusal(await checkIn(await forumToday(), '0000-0000'))).toEqual([404, 'not-found', undefined])
  })

  it('with a wrong character is a typo, for check-in and undoing alike', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const typo = code.slice(0, -1) + (code.endsWith('7') ? '8' : '7')
    expect(await refusal(await checkIn(forum, typo))).toEqual([422, 'invalid-code', undefined])
    expect(await refusal(await undo(forum, typo))).toEqual([422, 'invalid-code', undefined])
  })

  it('in lower case, with O for 0 and I or L for 1, without dash, or in the address of a QR code is accepted', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const typed = [
      code.toLowerCase(),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replace('-', ' '),
      `https://forums.example.org/mine#${code}`,
    ]
    for (const text of typed) expect((await checkIn(forum, text)).status).toBe(200)
  })

  it.each([{}, { code: '' }, { code: 5 }, { code: 'x'.repeat(501) }, { code: '0000-0000', force: true }])(
    'that is none is 422: %j',
    async body => {
      const answer = await world.organise('POST', `/forums/${await forumToday()}/check-ins`, { body })
      expect(await refusal(answer)).toEqual([422, 'invalid-request', undefined])
    },
  )
})

describe('the people at the door', () => {
  it('are found by the beginnings of the words of a name, in any order and with any apostrophe', async () => {
    const forum = await forumToday()
    for (const name of ["Ольга Дем'янчук", 'Олег Дем’яненко', 'Ганна Ґудзь', 'Яна Ольгович'])
      await registered(forum, { name, organisation: { name: 'Гурток «Ластівка»' } })
    const found = async (q: string) =>
      (await listed(forum, `?q=${encodeURIComponent(q)}`)).people.map(({ name }) => name)
    expect(await found('дем’ян ол')).toEqual(['Олег Дем’яненко', "Ольга Дем'янчук"])
    expect(await found('ОЛЬГ')).toEqual(["Ольга Дем'янчук", 'Яна Ольгович'])
    expect(await found('ґ')).toEqual(['Ганна Ґудзь'])
    expect(await found('ластів ган')).toEqual(['Ганна Ґудзь'])
    expect(await found('янчук')).toEqual([])
    expect(await found('')).toEqual([])
  })

  it('are not found by their phone number, nor by a part of it', async () => {
    const forum = await forumToday()
    await registered(forum, { name: 'Олена Приклад', phone: '+380 00 765 43 21' })
    for (const q of ['380007654321', '38000', '38000 олена', 'олена 39000']) {
      const { people } = await listed(forum, `?q=${encodeURIComponent(q)}`)
      expect(people.map(({ name }) => name)).toEqual(q.includes('олена') ? ['Олена Приклад'] : [])
    }
  })

  it('come in pages, each person once: the confirmed by the alphabet, then who waits', async () => {
    const forum = await forumToday({ capacity: 3 })
    for (const name of ['Яна', 'Ґалина', 'Анна', 'Їжак', 'Єва']) await registered(forum, { name })
    const names = []
    let query = '?limit=2'
    for (;;) {
      const { people, next, more } = await listed(forum, query)
      names.push(...people.map(({ name, status }) => `${name} ${status}`))
      expect(more).toBe(next !== null)
      if (next === null) break
      query = `?limit=2&cursor=${next}`
    }
    expect(names).toEqual(['Анна confirmed', 'Ґалина confirmed', 'Яна confirmed', 'Єва waitlisted', 'Їжак waitlisted'])
  })

  it('who have no words yet are in the pages as well', async () => {
    const forum = await forumToday()
    const codes = []
    for (let person = 0; person < 3; person += 1) codes.push(await registered(forum))
    await world.database.update(registrations).set({ sortKey: null, words: null })
    const first = await listed(forum, '?limit=2')
    const second = await listed(forum, `?limit=2&cursor=${first.next}`)
    expect([...first.people, ...second.people].map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
  })

  it('are counted, show what they chose, and leave a line in the book', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const person = await stored(code)
    const [walk] = await world.database
      .insert(activities)
      .values({ forumId: person?.forumId ?? 0, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
      .returning()
    await world.database
      .insert(registrationActivities)
      .values({ registrationId: person?.id ?? 0, activityId: walk?.id ?? 0 })
    await checkIn(forum, code)
    expect(await listed(forum)).toMatchObject({
      date: '2019-06-06',
      today: true,
      counts: { confirmed: 1, waitlisted: 0, came: 1 },
      people: [{ code, activities: ['walk'], cameAt: '2019-06-06T07:42:00.000Z' }],
      more: false,
      next: null,
    })
    expect(await entries(forum, 'door.searched')).toEqual([{ object: null, count: 1 }])
    expect(await (await checkIn(forum, code)).json()).toMatchObject({ person: { activities: ['walk'] } })
  })

  it.each([
    '?limit=0',
    '?limit=501',
    '?cursor=garbage',
    '?cursor=W10',
    '?cursor=%00',
    '?name=a',
    `?q=${'a'.repeat(201)}`,
  ])('are not asked for by %s', async query => {
    expect(await refusal(await look(await forumToday(), query))).toEqual([400, 'invalid-query', undefined])
  })
})

describe('somebody who comes without a registration', () => {
  it('is registered and checked in at once, told by letter if they have an address', async () => {
    const forum = await forumToday()
    const answer = await walkIn(forum, { email: 'ostap@example.com', organisation: { name: 'ОСББ «Приклад»' } })
    expect(answer.status).toBe(201)
    const said = CheckIn.parse(await answer.json())
    expect(said).toMatchObject({
      result: 'first',
      time: '10:42',
      person: { name: 'Остап Приклад', status: 'confirmed' },
    })
    expect(answer.headers.get('Location')).toBe(`/api/v1/admin/forums/${forum}/check-ins/${said.person.code}`)
    expect(await stored(said.person.code)).toMatchObject({
      origin: 'door',
      consentChannel: 'in-person',
      cameAt: Date.parse(day),
      locale: 'uk',
    })
    expect(await entries(forum, 'door.walked-in')).toEqual([{ object: said.person.code, count: 1 }])
    expect((await world.own(await world.tokenOf(said.person.code))).status).toBe(200)
    expect(await (await checkIn(forum, said.person.code)).json()).toMatchObject({ result: 'already' })
    expect((await listed(forum, `?q=${encodeURIComponent('остап')}`)).people).toHaveLength(1)
  })

  it('is registered once when the answer was lost, and another under the same key is refused', async () => {
    const forum = await forumToday()
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 5 }, async () => (await walkIn(forum, {}, key)).json()))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await listed(forum)).counts).toEqual({ confirmed: 1, waitlisted: 0, came: 1 })
    expect(await entries(forum, 'door.walked-in')).toHaveLength(1)
    expect(await refusal(await walkIn(forum, { name: 'Інша Людина' }, key))).toEqual([422, 'key-reused', undefined])
  })

  it('gets none of the places that are kept back, and never one beyond the capacity', async () => {
    const forum = await forumToday({ capacity: 3, reserved: 1 })
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await walkIn(forum)).status))
    expect(statuses.toSorted()).toEqual([201, 201, 409, 409, 409, 409])
    expect(await refusal(await walkIn(forum))).toEqual([409, 'forum-full', undefined])
  })

  it('who is registered with that address already is checked in by name instead', async () => {
    const forum = await forumToday()
    await registered(forum, { email: 'known@example.com' })
    expect(await refusal(await walkIn(forum, { email: 'KNOWN@example.com' }))).toEqual([
      409,
      'already-registered',
      undefined,
    ])
  })

  it('comes on the day', async () => {
    const forum = await forumToday({ date: '2019-06-07' })
    expect(await refusal(await walkIn(forum))).toEqual([409, 'not-the-day', undefined])
    expect(await refusal(await walkIn(await forumToday({ publishedAt: null })))).toEqual([
      409,
      'not-the-day',
      undefined,
    ])
  })

  it.each([
    ['/consent/given', 'consent-required', { consent: { given: false, version: '2019-06', channel: 'in-person' } }],
    ['/consent', 'required', { consent: undefined }],
    ['/consent/version', 'unknown-consent-version', { consent: { given: true, version: '1', channel: 'paper' } }],
    ['/consent/channel', 'invalid-value', { consent: { given: true, version: '2019-06', channel: 'form' } }],
    ['/name', 'required', { name: ' ' }],
    ['/email', 'invalid-email', { email: 'nobody' }],
    ['/phone', 'invalid-phone', { phone: '12' }],
    ['', 'unknown-field', { beyondCapacity: true }],
  ])('needs an acceptable %s: %s', async (pointer, code, changes) => {
    const answer = await walkIn(await forumToday(), changes)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer, code }] })
  })

  it('needs an Idempotency-Key', async () => {
    const body = aWalkIn()
    const answer = await world.organise('POST', `/forums/${await forumToday()}/walk-ins`, { body })
    expect(await refusal(answer)).toEqual([400, 'idempotency-key-required', undefined])
  })
})

describe('what a device recorded without a connection', () => {
  const at = '2019-06-06T09:00:00+03:00'
  const results = async (answer: Response) => ScanResults.parse(await answer.json()).results

  it('is applied in its order with the device’s times, and told scan by scan', async () => {
    const forum = await forumToday({ capacity: 3 })
    const [one, two, cancelled] = [await registered(forum), await registered(forum), await registered(forum)]
    const waiting = await registered(forum)
    await world.database.update(registrations).set({ status: 'cancelled' }).where(eq(registrations.code, cancelled))
    const answer = await scan(forum, [
      { id: '1', code: one.toLowerCase(), at },
      { id: '2', code: one, at: '2019-06-06T09:05:00+03:00' },
      { id: '3', code: two, at },
      { id: '4', code: two, at, undo: true },
      { id: '5', code: cancelled, at },
      { id: '6', code: waiting, at },
      { id: '7', code: '0000-0000', at },
      { id: '8', code: '0000-0001', at },
      { id: '9', code: two, at: '2019-06-05T23:59:00+03:00' },
      { id: '10', code: two, at: '2019-06-06T10:48:00+03:00' },
    ])
    const moment = '2019-06-06T06:00:00.000Z'
    expect(await results(answer)).toEqual([
      { id: '1', outcome: 'first', at: moment },
      { id: '2', outcome: 'already', at: moment },
      { id: '3', outcome: 'first', at: moment },
      { id: '4', outcome: 'undone' },
      { id: '5', outcome: 'cancelled' },
      { id: '6', outcome: 'waitlisted' },
      { id: '7', outcome: 'unknown' },
      { id: '8', outcome: 'typo' },
      { id: '9', outcome: 'not-the-day' },
      { id: '10', outcome: 'not-the-day' },
    ])
    expect(await stored(one)).toMatchObject({ cameAt: Date.parse(at) })
    expect(await stored(two)).toMatchObject({ cameAt: null })
    expect(await entries(forum, 'door.checked-in')).toEqual([{ object: null, count: 3 }])
  })

  it('is applied once, however often it is sent, and answered the same', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const scans = [{ id: 'a', code, at }]
    const first = await results(await scan(forum, scans))
    await undo(forum, code)
    expect(await results(await scan(forum, [...scans, { id: 'a', code: 'anything', at }]))).toEqual([
      ...first,
      ...first,
    ])
    expect(await stored(code)).toMatchObject({ cameAt: null })
    expect(await results(await scan(forum, scans, 'another-tablet'))).toEqual(first)
    expect(await stored(code)).toMatchObject({ cameAt: Date.parse(at) })
    expect(await entries(forum, 'door.checked-in')).toHaveLength(2)
  })

  it('of many devices at once has one first for each code', async () => {
    const forum = await forumToday()
    const codes = []
    for (let person = 0; person < 5; person += 1) codes.push(await registered(forum))
    const scans = codes.map((code, place) => ({ id: `${place}`, code, at }))
    const devices = ['one', 'one', 'two', 'two', 'three']
    const answers = await Promise.all(devices.map(async device => results(await scan(forum, scans, device))))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[2]).toEqual(answers[3])
    const firsts = [answers[0], answers[2], answers[4]].flatMap(answer =>
      answer?.filter(({ outcome }) => outcome === 'first'),
    )
    expect(firsts).toHaveLength(5)
    expect((await listed(forum)).counts.came).toBe(5)
  })

  it('may be five hundred scans, and not one more', async () => {
    const forum = await forumToday()
    const code = await registered(forum)
    const scans = (number: number) => Array.from({ length: number }, (_, place) => ({ id: `s${place}`, code, at }))
    const answer = await results(await scan(forum, scans(500)))
    expect(answer.filter(({ outcome }) => outcome === 'first')).toHaveLength(1)
    expect(await refusal(await scan(forum, scans(501)))).toEqual([422, 'invalid-request', undefined])
    expect(await results(await scan(forum, []))).toEqual([])
  })

  it.each([
    { id: 'a b', code: '0000-0000', at },
    { id: 'a', code: '0000-0000', at: 'today' },
    { id: 'a', code: '0000-0000', at: '2019-06-06T09:00:00' },
    { id: 'a', code: '0000-0000', at, name: 'Олена' },
  ])('is refused when it cannot be one: %j', async one => {
    expect(await refusal(await scan(await forumToday(), [one]))).toEqual([422, 'invalid-request', undefined])
  })
})

describe('a desk', () => {
  const canary = {
    name: 'Марія Приклад',
    email: 'canary@example.com',
    phone: '+380007654321',
    organisation: { name: 'ГО «Приклад»', edrpou: '00112233', role: 'канарейка-координаторка' },
    proposal: { topic: 'Канарейки', text: 'Канарейкам дерева' },
    needs: 'Канарейці зерна',
  }
  const traces = /канарей|canary|7654321|00112233/i

  it('never sees address, phone, needs or proposal, whatever it asks', async () => {
    const forum = await forumToday({ capacity: 1 })
    const code = await registered(forum, canary)
    const waiting = await registered(forum, { ...canary, email: 'canary-waits@example.com' })
    const token = await world.organiser({ role: 'desk', forums: [forum] })
    const at = day
    const answers = [
      await look(forum, '', { token }),
      await look(forum, `?q=${encodeURIComponent('марія')}`, { token }),
      await look(forum, `?q=${encodeURIComponent('canary@example.com')}`, { token }),
      await checkIn(forum, code, { token }),
      await checkIn(forum, code, { token }),
      await checkIn(forum, waiting, { token }),
      await scan(forum, [{ id: '1', code, at }], 'tablet', { token }),
      await undo(forum, code, { token }),
      await walkIn(forum, { ...canary, needs: undefined, proposal: undefined }, newKey(), { token }),
    ]
    await world.database.update(forums).set({ capacity: 5 }).where(eq(forums.slug, forum))
    answers.push(
      await checkIn(forum, waiting, { token, promote: true }),
      await walkIn(forum, { email: 'canary-2@example.com', phone: canary.phone }, newKey(), { token }),
      await walkIn(forum, { email: canary.email }, newKey(), { token }),
    )
    for (const answer of answers)
      expect(`${JSON.stringify([...answer.headers])} ${await answer.text()}`).not.toMatch(traces)
  })

  it('stands at its own forums only: any other is not there', async () => {
    const [own, other] = [await forumToday(), await forumToday()]
    const code = await registered(other)
    const token = await world.organiser({ role: 'desk', forums: [own] })
    for (const answer of [
      await look(other, '', { token }),
      await checkIn(other, code, { token }),
      await undo(other, code, { token }),
      await walkIn(other, {}, newKey(), { token }),
      await scan(other, [], 'tablet', { token }),
    ])
      expect(await refusal(answer)).toEqual([404, 'not-found', undefined])
    expect((await look(own, '', { token })).status).toBe(200)
  })

  it.each(['editor', 'analyst'] as const)('is no place for an %s', async role => {
    const forum = await forumToday()
    const token = await world.organiser({ role })
    expect((await look(forum, '', { token })).status).toBe(403)
    expect((await checkIn(forum, '0000-0000', { token })).status).toBe(403)
  })
})
