import { beforeAll, describe, expect, it } from 'vitest'
import { Receipt } from '#contract'
import { addForum, addSite, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { codeOf } from './code.ts'
import { sha256, sign } from './signing.ts'
import { newStamp } from './stamp.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const read = async (answer: Promise<Response> | Response) => {
  const response = await answer
  return { status: response.status, body: await response.json<Record<string, unknown>>(), headers: response.headers }
}

const post = (body: BodyInit, headers: Record<string, string> = {}, forum = 'inputs') =>
  read(
    world.request(`/forums/${forum}/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), ...headers },
      body,
    }),
  )

describe('opening the form', () => {
  it('tells the availability, the consent and a stamp, and is never cached', async () => {
    await addForum(world, 'opened')
    const { status, body, headers } = await read(world.request('/forums/opened/form'))
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(body).toMatchObject({
      forum: 'opened',
      registration: { state: 'open', seatsLeft: 2, capacity: 2, closesAt: '2019-06-05T15:00:00.000Z' },
      consent: { version: '2019-06', text: { uk: expect.stringContaining('погоджуюся') } },
      stamp: expect.any(String),
    })
  })

  it('is open to every origin', async () => {
    const { headers } = await read(
      world.request('/forums/opened/form', { headers: { Origin: 'https://a.example.org' } }),
    )
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

describe('registering', () => {
  it('confirms while there are places, then puts on the waitlist', async () => {
    await addForum(world, 'small')
    const statuses = []
    for (let person = 0; person < 4; person += 1) statuses.push((await read(world.register('small'))).body['status'])
    expect(statuses).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted'])
  })

  it('answers 201 with the code and what happens next', async () => {
    await addForum(world, 'receipt')
    const { status, body } = await read(world.register('receipt'))
    expect(status).toBe(201)
    expect(body).toEqual({
      status: 'confirmed',
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
      forum: 'receipt',
      next: [
        { uk: expect.any(String), en: expect.any(String) },
        { uk: expect.any(String), en: expect.any(String) },
      ],
      calendar: expect.objectContaining({ title: { uk: 'Додати до календаря', en: 'Add to calendar' } }),
    })
  })

  it('leads into a calendar in both languages, the same for a repeated address, with nothing personal', async () => {
    await addForum(world, 'calendar')
    const request = { email: 'twice@example.com', name: 'Олена Приклад' }
    const { body } = await read(world.register('calendar', request))
    const { links } = Receipt.parse(body).calendar ?? { links: [] }
    expect(links.map(({ name }) => name.uk)).toEqual([
      'Google Календар',
      'Outlook.com',
      'Outlook на роботі чи в навчанні',
      'Файл для будь-якого календаря (.ics)',
    ])
    expect(links.at(-1)?.address).toEqual({
      uk: 'http://localhost/api/v1/forums/calendar.ics',
      en: 'http://localhost/api/v1/forums/calendar.ics?lang=en',
    })
    const again = await read(world.register('calendar', request))
    expect(again.body['calendar']).toEqual(body['calendar'])
    expect(decodeURIComponent(JSON.stringify(links))).not.toMatch(new RegExp(`twice|Олена|${String(body['code'])}`))
  })

  it('says nothing of calendars while the forum has no date', async () => {
    await addForum(world, 'no-date', { date: null, opensAt: noon - 1000 })
    const { status, body } = await read(world.register('no-date'))
    expect([status, 'calendar' in body]).toEqual([201, false])
  })

  it('refuses when it is full and there is no waitlist, or none of it is left', async () => {
    await addForum(world, 'no-waitlist', { capacity: 1, waitlistCapacity: 0 })
    await addForum(world, 'short-waitlist', { capacity: 1, waitlistCapacity: 1 })
    await world.register('no-waitlist')
    expect(await read(world.register('no-waitlist'))).toMatchObject({ status: 409, body: { code: 'forum-full' } })
    await world.register('short-waitlist')
    expect((await read(world.register('short-waitlist'))).body).toMatchObject({ status: 'waitlisted' })
    expect(await read(world.register('short-waitlist'))).toMatchObject({ status: 409, body: { code: 'forum-full' } })
  })

  it('stores everything that was said, in the form in which it is kept', async () => {
    await addForum(world, 'everything')
    await world.register('everything', {
      name: '  Дем’янчук   Ґалина ',
      email: ' Halyna@EXAMPLE.com ',
      phone: '8 (000) 123-45-67',
      organisation: { name: 'ГО «Приклад»', role: 'голова', edrpou: '00000000' },
      proposal: { text: 'Більше дерев\r\nбіля школи' },
      needs: 'Пандус',
    })
    expect((await world.list('everything')).registrations).toEqual([
      expect.objectContaining({
        status: 'confirmed',
        name: 'Дем’янчук   Ґалина',
        email: 'halyna@example.com',
        phone: '+380001234567',
        organisation: { name: 'ГО «Приклад»', role: 'голова', edrpou: '00000000' },
        proposal: { topic: null, text: 'Більше дерев\nбіля школи' },
        needs: 'Пандус',
        consent: { version: '2019-06', givenAt: '2019-06-03T09:00:00.000Z', channel: 'form' },
      }),
    ])
  })

  it('keeps the page from which the person came and the hash of the text that they agreed to', async () => {
    await addForum(world, 'evidence')
    const body = JSON.stringify({
      ...aRegistration(),
      stamp: await newStamp(world.bindings.STAMP_SECRET, 'evidence', noon - 9000),
    })
    await addSite(world, 'district.example.org')
    await post(body, { Origin: 'https://district.example.org' }, 'evidence')
    const row = await world.d1
      .prepare(
        "SELECT source_host, consent_hash FROM registrations WHERE email = (SELECT max(email) FROM registrations WHERE forum_id = (SELECT id FROM forums WHERE slug = 'evidence'))",
      )
      .first()
    expect(row).toEqual({ source_host: 'district.example.org', consent_hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('takes another code when one is taken already', async () => {
    await addForum(world, 'collision')
    const [email, key] = ['first@example.com', newKey()]
    const typed = { ...aRegistration(), email }
    await world.register('collision')
    const fingerprint = await sha256(JSON.stringify(typed))
    const code = codeOf(await sign(world.bindings.STAMP_SECRET, 'code', 'collision', key, fingerprint, '0'))
    await world.d1
      .prepare("UPDATE submissions SET code = ? WHERE forum_id = (SELECT id FROM forums WHERE slug = 'collision')")
      .bind(code)
      .run()
    const { status, body } = await read(world.register('collision', typed, key))
    expect(status).toBe(201)
    expect(body['code']).not.toBe(code)
    expect((await world.list('collision')).registrations).toHaveLength(2)
  })
})

describe('the states that refuse', () => {
  it.each([
    ['not-open-yet', { opensAt: noon + 1000 }],
    ['not-open-yet', { capacity: null }],
    ['not-open-yet', { date: null }],
    ['registration-closed', { closesAt: noon }],
    ['registration-closed', { date: '2019-06-03' }],
    ['registration-closed', { date: '2019-05-30' }],
    ['registration-closed', { cancelledAt: noon }],
    ['registration-closed', { pausedAt: noon }],
  ] as const)('answers 409 %s for %o', async (code, facts) => {
    const slug = `refused-${newKey()}`
    await addForum(world, slug, facts)
    expect(await read(world.register(slug))).toMatchObject({ status: 409, body: { code } })
  })

  it('does not know a draft', async () => {
    await addForum(world, 'draft', { publishedAt: null })
    expect(await read(world.register('draft'))).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect((await world.request('/forums/draft')).status).toBe(404)
    expect((await world.request('/forums/draft/form')).status).toBe(404)
  })

  it('closes at the second', async () => {
    await addForum(world, 'closing', { date: '2019-06-04' })
    world.setClock('2019-06-03T17:59:59.999+03:00')
    expect((await world.register('closing')).status).toBe(201)
    world.setClock('2019-06-03T18:00:00+03:00')
    expect((await world.register('closing')).status).toBe(409)
    world.setClock('2019-06-03T12:00:00+03:00')
  })
})

describe('a key', () => {
  it('is answered the same again, without a second row', async () => {
    await addForum(world, 'replay')
    const [key, typed] = [newKey(), aRegistration()]
    const first = await read(world.register('replay', typed, key))
    const second = await read(world.register('replay', typed, `"${key}"`))
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect((await world.list('replay')).registrations).toHaveLength(1)
  })

  it('is answered the same even when the forum has closed since, or the stamp is another one', async () => {
    await addForum(world, 'replay-late', { closesAt: noon + 60_000 })
    const [key, typed] = [newKey(), aRegistration()]
    const first = await read(world.register('replay-late', typed, key))
    world.setClock('2019-06-05T12:00:00+03:00')
    const second = await read(world.register('replay-late', { ...typed, stamp: 'old' }, key))
    world.setClock('2019-06-03T12:00:00+03:00')
    expect(second).toMatchObject({ status: 201, body: first.body })
  })

  it('belongs to what was sent first', async () => {
    await addForum(world, 'reused')
    const [key, typed] = [newKey(), aRegistration()]
    await world.register('reused', typed, key)
    const other = await read(world.register('reused', { ...typed, email: 'other@example.com' }, key))
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect((await world.list('reused')).registrations).toHaveLength(1)
  })

  it.each([
    ['idempotency-key-required', undefined],
    ['invalid-idempotency-key', ''],
    ['invalid-idempotency-key', '12345678'],
    ['invalid-idempotency-key', 'k'.repeat(10_240)],
    ['invalid-idempotency-key', '../../x'],
    ['invalid-idempotency-key', `${'k'.repeat(24)}, ${'l'.repeat(24)}`],
    ['invalid-idempotency-key', `"${'k'.repeat(24)}`],
  ])('answers 400 %s when it is wrong', async (code, key) => {
    const headers = new Headers({ 'Content-Type': 'application/json' })
    if (key !== undefined) headers.set('Idempotency-Key', key)
    const answer = await read(
      world.request('/forums/small/registrations', {
        method: 'POST',
        headers,
        body: JSON.stringify(aRegistration({ stamp: 'x' })),
      }),
    )
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })
})

describe('a repeated address', () => {
  it('is answered like a new one, and its own code leads to the one registration', async () => {
    await addForum(world, 'repeated', { capacity: 5 })
    const first = await read(world.register('repeated', { email: 'olena@example.com' }))
    const again = await read(world.register('repeated', { email: ' OLENA@Example.COM' }))
    const stranger = await read(world.register('repeated'))
    expect(again.status).toBe(stranger.status)
    expect(Object.keys(again.body)).toEqual(Object.keys(stranger.body))
    expect([...again.headers.keys()]).toEqual([...stranger.headers.keys()])
    expect(again.body['code']).not.toBe(first.body['code'])
    const { results } = await world.d1
      .prepare('SELECT DISTINCT registration_id FROM submissions WHERE code IN (?, ?)')
      .bind(first.body['code'], again.body['code'])
      .all()
    expect(results).toHaveLength(1)
    expect((await world.list('repeated')).registrations).toHaveLength(2)
  })

  it('is shown the state that a stranger would get, not the own one', async () => {
    await addForum(world, 'repeated-full', { capacity: 1 })
    await world.register('repeated-full', { email: 'olena@example.com' })
    expect((await read(world.register('repeated-full', { email: 'olena@example.com' }))).body['status']).toBe(
      'waitlisted',
    )
    await addForum(world, 'repeated-closed', { capacity: 1, waitlistCapacity: 0 })
    await world.register('repeated-closed', { email: 'olena@example.com' })
    expect((await read(world.register('repeated-closed', { email: 'olena@example.com' }))).body['code']).toBe(
      'forum-full',
    )
  })
})

describe('a machine', () => {
  it('that fills the field which people do not see is answered as if, and nothing is stored', async () => {
    await addForum(world, 'honeypot')
    const [key, typed] = [newKey(), aRegistration({ website: 'https://spam.example' })]
    const first = await read(world.register('honeypot', typed, key))
    const person = await read(world.register('honeypot'))
    expect(first.status).toBe(201)
    expect(Object.keys(first.body)).toEqual(Object.keys(person.body))
    expect((await read(world.register('honeypot', typed, key))).body).toEqual(first.body)
    expect((await world.list('honeypot')).registrations).toHaveLength(1)
  })

  it('that sends too fast, too late or with a stamp of its own is refused', async () => {
    await addForum(world, 'stamped')
    const stampOf = (age: number, forum = 'stamped', secret = world.bindings.STAMP_SECRET) =>
      newStamp(secret, forum, noon - age)
    const sent = async (stamp: unknown) => (await read(world.register('stamped', { stamp }))).body
    expect(await sent(await stampOf(400))).toMatchObject({ code: 'form-too-fast' })
    expect(await sent(await stampOf(2_999))).toMatchObject({ code: 'form-too-fast' })
    expect(await sent(await stampOf(3 * 60 * 60 * 1000))).toMatchObject({ code: 'form-expired' })
    for (const stamp of [
      '',
      'x',
      await stampOf(5000, 'other'),
      await stampOf(5000, 'stamped', 'another secret'),
      undefined,
    ])
      expect(await sent(stamp)).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/stamp' }] })
    expect(await sent(await stampOf(3000))).toMatchObject({ status: 'confirmed' })
  })
})

describe('bad input', () => {
  beforeAll(() => addForum(world, 'inputs', { capacity: 1000 }))

  it.each<[string, BodyInit, Record<string, string>, number, string]>([
    ['an empty body', '', {}, 400, 'malformed-json'],
    ['broken JSON', '{', {}, 400, 'malformed-json'],
    ['null', 'null', {}, 422, 'invalid-request'],
    ['a list', '[]', {}, 422, 'invalid-request'],
    ['a string', '"x"', {}, 422, 'invalid-request'],
    ['a number', '1', {}, 422, 'invalid-request'],
    ['100,000 nested lists', '['.repeat(100_000), {}, 413, 'body-too-large'],
    ['17 KB', JSON.stringify({ name: 'a'.repeat(17 * 1024) }), {}, 413, 'body-too-large'],
    ['text/plain', '{}', { 'Content-Type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a form', 'name=a', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    ['a multipart form', 'x', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415, 'unsupported-media-type'],
    ['a compressed body', '{}', { 'Content-Encoding': 'gzip' }, 415, 'unsupported-media-type'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), {}, 400, 'malformed-json'],
  ])('%s is refused', async (_, body, headers, status, code) => {
    const answer = await post(body, headers)
    expect(answer).toMatchObject({ status, body: { status, code } })
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  })

  it('40 KB without a length is refused', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 40; chunk += 1) controller.enqueue(new Uint8Array(1024).fill(0x20))
        controller.close()
      },
    })
    expect(await post(stream)).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
  })

  it('a byte order mark is forgiven', async () => {
    const stamp = await newStamp(world.bindings.STAMP_SECRET, 'inputs', noon - 9000)
    expect((await post(`\uFEFF${JSON.stringify(aRegistration({ stamp }))}`)).status).toBe(201)
  })

  it('of two values under one name the last one is stored', async () => {
    const stamp = await newStamp(world.bindings.STAMP_SECRET, 'inputs', noon - 9000)
    const body = JSON.stringify(aRegistration({ stamp, email: 'twice@example.com' })).replace('{', '{"name":"Перша",')
    expect((await post(body)).status).toBe(201)
    const stored = await world.list('inputs')
    expect(stored.registrations.find(({ email }) => email === 'twice@example.com')?.name).toBe('Олена Приклад')
  })

  const invalid: [string, Record<string, unknown>, string, string][] = [
    [
      'a key of the prototype',
      JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown>,
      '',
      'unknown-field',
    ],
    ['a constructor', { constructor: { prototype: {} } }, '', 'unknown-field'],
    ['an unknown key', { isAdmin: true }, '', 'unknown-field'],
    ['a state', { status: 'confirmed' }, '', 'unknown-field'],
    ['no name', { name: undefined }, '/name', 'required'],
    ['an empty name', { name: '' }, '/name', 'required'],
    ['a name of spaces', { name: ' \u00A0 ' }, '/name', 'required'],
    ['a name of zero-width spaces', { name: '\u200B\u200B' }, '/name', 'no-letters'],
    ['a name of Hangul fillers', { name: '\u3164' }, '/name', 'no-letters'],
    ['a name of blank Braille', { name: '\u2800' }, '/name', 'no-letters'],
    ['a name with a direction override', { name: 'Олена\u202Eанел' }, '/name', 'invalid-characters'],
    ['a name with NUL', { name: 'Олена\u0000' }, '/name', 'invalid-characters'],
    ['a lone surrogate', { name: 'Олена\uD800' }, '/name', 'invalid-characters'],
    ['a hundred marks on a letter', { name: `а${'\u0301'.repeat(100)}` }, '/name', 'invalid-characters'],
    ['121 letters', { name: 'а'.repeat(121) }, '/name', 'too-long'],
    ['10,000 letters', { name: 'а'.repeat(7_000) }, '/name', 'too-long'],
    ['61 emoji', { name: '🙂'.repeat(61) }, '/name', 'no-letters'],
    ['a link as a name', { name: 'Купуйте на spam.example http://spam.example' }, '/name', 'contains-link'],
    ['a header in a name', { name: 'Олена\r\nBcc: x@example.com' }, '/name', 'invalid-characters'],
    ['a number as a name', { name: 1 }, '/name', 'invalid-type'],
    ['a list as a name', { name: ['Олена'] }, '/name', 'invalid-type'],
    ['an object as a name', { name: {} }, '/name', 'invalid-type'],
    ['a truth as a name', { name: true }, '/name', 'invalid-type'],
    ['a header in an address', { email: 'a@example.com\r\nBcc: x@example.com' }, '/email', 'invalid-email'],
    ['two addresses', { email: 'a@example.com,c@example.com' }, '/email', 'invalid-email'],
    ['an address in brackets', { email: '<a@example.com>' }, '/email', 'invalid-email'],
    ['a quoted local part', { email: '"a b"@example.com' }, '/email', 'invalid-email'],
    ['an address literal', { email: 'a@[127.0.0.1]' }, '/email', 'invalid-email'],
    ['a number as a host', { email: 'a@127.0.0.1' }, '/email', 'invalid-email'],
    ['a host without a dot', { email: 'a@localhost' }, '/email', 'invalid-email'],
    ['a Cyrillic letter that looks Latin', { email: '\u0430@example.com' }, '/email', 'email-not-latin'],
    [
      '255 characters',
      { email: `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(3)}${'c'.repeat(8)}.com` },
      '/email',
      'too-long',
    ],
    ['five digits', { phone: '12345' }, '/phone', 'invalid-phone'],
    ['twenty digits', { phone: '+12345678901234567890' }, '/phone', 'invalid-phone'],
    ['letters in a number', { phone: '+380 00 ABC 45 67' }, '/phone', 'invalid-phone'],
    ['Arabic digits', { phone: '٠٦٧١٢٣٤٥٦٧' }, '/phone', 'invalid-phone'],
    ['consent refused', { consent: { given: false, version: '2019-06' } }, '/consent/given', 'consent-required'],
    ['consent as a word', { consent: { given: 'true', version: '2019-06' } }, '/consent/given', 'consent-required'],
    ['consent as a number', { consent: { given: 1, version: '2019-06' } }, '/consent/given', 'consent-required'],
    ['no consent', { consent: undefined }, '/consent', 'required'],
    [
      'consent to a text that never was',
      { consent: { given: true, version: '1999' } },
      '/consent/version',
      'unknown-consent-version',
    ],
    ['an activity that is not there', { activities: ['seminar'] }, '/activities/0', 'unknown-activity'],
    ['an empty proposal', { proposal: { text: ' ' } }, '/proposal/text', 'required'],
    ['a role without an organisation', { organisation: { role: 'голова' } }, '/organisation/name', 'required'],
    [
      'a wrong code of an organisation',
      { organisation: { name: 'ГО', edrpou: '123' } },
      '/organisation/edrpou',
      'invalid-edrpou',
    ],
    ['a third language', { locale: 'ru' }, '/locale', 'invalid-value'],
  ]

  it.each(invalid)('%s is named', async (_, changes, pointer, code) => {
    const before = (await world.list('inputs')).registrations.length
    const answer = await read(world.register('inputs', changes))
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-request' } })
    expect(answer.body['errors']).toEqual([{ pointer, code }])
    expect((await world.list('inputs')).registrations).toHaveLength(before)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it.each([
    ["O'Brien"],
    ['Дем’янчук'],
    ['Дем\u02BCянчук'],
    ['Anna-Марія'],
    ['Ґ'],
    ['Ян'],
    ['Ю'],
    ['д’Артаньян'],
    ['<script>alert(1)</script>'],
    ['{{7*7}}'],
    ['=HYPERLINK("x")'],
    ['+1'],
    ["'); DROP TABLE registrations"],
  ])('%s is a name', async name => {
    expect((await world.register('inputs', { name })).status).toBe(201)
  })

  it.each([
    [' olena2@example.com ', 'olena2@example.com'],
    ['a+tag@example.com', 'a+tag@example.com'],
    ['-a@example.com', '-a@example.com'],
    ['olena@пошта.укр', 'olena@xn--80a1acn3a.xn--j1amh'],
    ['ivan@xn--80a1acn3a.xn--j1amh', 'ivan@xn--80a1acn3a.xn--j1amh'],
  ])('%s is an address', async (email, stored) => {
    expect((await world.register('inputs', { email })).status).toBe(201)
    expect((await world.list('inputs')).registrations.at(-1)?.email).toBe(stored)
  })

  it.each([
    ['0671234567', '+380671234567'],
    ['+380 (67) 123-45-67', '+380671234567'],
    ['380671234567', '+380671234567'],
    ['80671234567', '+380671234567'],
    ['+7 901 000 00 00', '+79010000000'],
    ['+1 202 555 0100', '+12025550100'],
    ['', null],
  ])('%s is a phone number', async (phone, stored) => {
    expect((await world.register('inputs', { phone })).status).toBe(201)
    expect((await world.list('inputs')).registrations.at(-1)).toMatchObject({ phone: stored })
  })

  it.each(['nowhere', '-1', '1e309', '9007199254740993', '..%2F1', '%00', 'A', 'а'])(
    'the forum %s is not there',
    async slug => {
      expect(await read(world.register(slug))).toMatchObject({ status: 404, body: { code: 'not-found' } })
    },
  )

  it('never repeats what was sent', async () => {
    const answer = await world.register('inputs', { name: 'canary\u0000', canary: 'canary', email: 'canary' })
    expect(await answer.text()).not.toContain('canary')
  })
})

describe('a method that an address does not know', () => {
  it('is answered 405 with what it knows', async () => {
    const answer = await world.request('/forums/small/registrations', { method: 'PUT' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('POST')
  })
})
