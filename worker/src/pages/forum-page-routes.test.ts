import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type FieldCode, limits, type Receipt } from '#contract'
import type { Field } from '#contract/fields'
import { fieldSentence, formMessages } from '#contract/messages/form-messages'
import { overload } from '../../test/faulty-database.ts'
import { complaintBeside, hiddenOf, newVisitor } from '../../test/hosted-page.ts'
import { addForum, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { pageWords } from './page-words.ts'

/** A citizen without JavaScript, before a forum's page. */
let world: World
let visitor: ReturnType<typeof newVisitor>

let people = 0
const person = (changes: Record<string, string> = {}) => ({
  name: 'Олена Приклад',
  email: `page-${(people += 1)}@example.com`,
  consent: 'yes',
  ...changes,
})

const codeIn = (html: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0]

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  visitor = newVisitor(world)
  await addForum(world, 'forum', { capacity: 1000, startTime: '10:00', endTime: '16:00' })
})

describe('the page of a forum', () => {
  it('tells when, where, how registration stands and whose material it is, with the form', async () => {
    const { status, headers, html } = await visitor.open('/forums/forum')
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(headers.get('Cache-Control')).toBe('no-store')
    for (const words of [
      'Дарницький район',
      'четвер, 6 червня 2019 р.',
      '10:00–16:00',
      'вул. Прикладна, 1',
      'Реєстрація до 6 червня, 10:00',
      'За матеріалами <a href="https://kyivcity.gov.ua">КМДА</a>',
      'Версія тексту: 2019-06',
      'href="/schedule"',
      'href="/forums/forum?lang=en"',
      ...Object.values(formMessages.uk.labels),
    ])
      expect(html).toContain(words)
    expect(html).toContain('<html lang="uk">')
  })

  it('is the same in English, and its form answers in English', async () => {
    const { html } = await visitor.open('/forums/forum?lang=en')
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('Register by 6 June, 10:00')
    expect(html).toContain('action="/forums/forum?lang=en"')
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(main).not.toMatch(/[а-яґєії]/i)
  })

  it('gives the element what it needs to take over', async () => {
    const { html } = await visitor.open('/forums/forum')
    expect(html).toMatch(/<kyiv-forums forum="forum" lang="uk" theme="auto"\s*>/)
    expect(html).toContain('<script type="module" src="/pages/take-over.js"></script>')
  })

  it('gives every view a key of its own, and changes nothing', async () => {
    const [one, other] = [await visitor.open('/forums/forum'), await visitor.open('/forums/forum')]
    expect(hiddenOf(one.html)['key']).toMatch(/^[\w-]{22,64}$/)
    expect(hiddenOf(one.html)['key']).not.toBe(hiddenOf(other.html)['key'])
    expect((await world.list('forum')).registrations).toEqual([])
  })

  it.each([
    ['closed', { closesAt: noon - 1 }, 'Реєстрацію завершено'],
    ['full', { capacity: 0, waitlistCapacity: 0 }, 'Усі місця зайнято'],
    ['cancelled', { cancelledAt: noon - 1 }, 'Форум скасовано'],
    [
      'held',
      {
        date: '2019-05-30',
        attendance: 70,
        attendancePrecision: 'more-than' as const,
        summaryUk: 'Дерева',
        summaryEn: 'Trees',
      },
      'Понад 70 учасників',
    ],
  ])('that is %s says so without a form, and is not sent twice', async (name, changes, words) => {
    const slug = `forum-${name.replaceAll(' ', '-')}`
    await addForum(world, slug, changes)
    const { status, headers, html } = await visitor.open(`/forums/${slug}`)
    expect(status).toBe(200)
    expect(html).toContain(words)
    expect(html).not.toContain('<form')
    expect(headers.get('Cache-Control')).toContain('public')
    const again = await visitor.open(`/forums/${slug}`, { 'If-None-Match': headers.get('ETag') ?? '' })
    expect([again.status, again.html]).toEqual([304, ''])
  })

  it.each([
    [
      'not open yet',
      { opensAt: noon + 1 },
      'Реєстрація відкриється 3 червня, 12:00',
      'Повідомити про початок реєстрації',
    ],
    ['without a date', { date: null, venue: null }, 'Дату буде оголошено', 'Повідомити про дату'],
  ])('that is %s says so, and offers to tell when it is', async (name, changes, words, offer) => {
    const slug = `forum-${name.replaceAll(' ', '-')}`
    await addForum(world, slug, changes)
    const { headers, html } = await visitor.open(`/forums/${slug}`)
    expect([html.includes(words), html.includes(offer)]).toEqual([true, true])
    expect(html.match(/<form/g)).toHaveLength(1)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it.each(['nowhere', 'draft', 'A', '%00', '-1', 'forum/more'])(
    'of %s is a page that says there is none',
    async slug => {
      if (slug === 'draft') await addForum(world, 'draft', { publishedAt: null })
      for (const answer of [
        await visitor.open(`/forums/${slug}?lang=en`),
        await visitor.post(`/forums/${slug}?lang=en`, new URLSearchParams(person()).toString()),
      ]) {
        expect(answer.status).toBe(404)
        expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
        expect(answer.html).toContain(pageWords.en.refusals['not-found'].title)
      }
    },
  )

  it('in a language that there is not is a mistake in the address', async () => {
    const { status, html } = await visitor.open('/forums/forum?lang=ru')
    expect(status).toBe(400)
    expect(html).toContain(pageWords.uk.refusals['invalid-query'].title)
  })

  it('does not know other methods', async () => {
    const answer = await world.app.request('http://localhost/forums/forum', { method: 'PUT' }, world.bindings)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
  })
})

describe('sending the form', () => {
  it('gives the receipt of the API, and the organiser has the row', async () => {
    await addForum(world, 'sent', { capacity: 5 })
    const { status, headers, html } = await visitor.fill('/forums/sent', {
      ...person({ email: 'olena@example.com' }),
      phone: '067 000 00 00',
      organisation: 'ГО «Приклад»',
      role: 'координаторка',
      proposal: 'Більше дерев\r\nбіля школи',
      needs: 'Пандус',
    })
    expect([status, headers.get('Cache-Control')]).toEqual([201, 'no-store'])
    const api = await (await world.register('sent')).json<Receipt>()
    for (const words of [formMessages.uk.done.confirmed, ...api.next.map(({ uk }) => uk)]) expect(html).toContain(words)
    const { registrations } = await world.list('sent')
    expect(registrations.find(({ code }) => code === codeIn(html))).toMatchObject({
      status: 'confirmed',
      name: 'Олена Приклад',
      email: 'olena@example.com',
      phone: '+380670000000',
      organisation: { name: 'ГО «Приклад»', role: 'координаторка' },
      proposal: { text: 'Більше дерев\nбіля школи' },
      needs: 'Пандус',
      locale: 'uk',
      consent: { version: '2019-06' },
    })
    expect(html).not.toContain('take-over.js')
  })

  it('again under the same key, as a reload does, gives the same receipt and stores nothing more', async () => {
    await addForum(world, 'reloaded')
    const typed = person()
    const hidden = hiddenOf((await visitor.open('/forums/reloaded')).html)
    const body = new URLSearchParams({ ...hidden, ...typed }).toString()
    const first = await visitor.post('/forums/reloaded', body)
    const second = await visitor.post('/forums/reloaded', body, {}, 3 * 60 * 60 * 1000)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(codeIn(first.html)).toBeDefined()
    expect(codeIn(second.html)).toBe(codeIn(first.html))
    expect((await world.list('reloaded')).registrations).toHaveLength(1)
  })

  it('with a repeated address looks as with a new one', async () => {
    await addForum(world, 'repeated', { capacity: 10 })
    const typed = person()
    const shape = ({ status, html }: { status: number; html: string }) => [status, html.replace(codeIn(html) ?? '', '')]
    const first = await visitor.fill('/forums/repeated', typed)
    const second = await visitor.fill('/forums/repeated', { ...typed, email: typed.email.toUpperCase() })
    expect(shape(second)).toEqual(shape(first))
    expect(codeIn(second.html)).not.toBe(codeIn(first.html))
    expect((await world.list('repeated')).registrations).toHaveLength(1)
  })

  it('when all places are taken puts on the waitlist and says so', async () => {
    await addForum(world, 'waiting', { capacity: 1 })
    await world.register('waiting')
    expect((await visitor.open('/forums/waiting?lang=en')).html).toContain(formMessages.en.waitlistNotice)
    const { status, html } = await visitor.fill('/forums/waiting?lang=en', person())
    expect(status).toBe(201)
    expect(html).toContain(formMessages.en.done.waitlisted)
    expect((await world.list('waiting')).registrations.map(({ status: is }) => is)).toEqual(['confirmed', 'waitlisted'])
  })

  it.each([
    ['uk', 'Залишився один крок', 'Місце тримаємо до 13:00: підтвердьте адресу за посиланням у листі.'],
    ['en', 'One step is left', 'We hold the place until 13:00: confirm your address by the link in the letter.'],
  ])('where the address is confirmed first says so, in %s', async (lang, heading, sentence) => {
    await addForum(world, `held-${lang}`, { confirmAddress: 1 })
    const { status, html } = await visitor.fill(`/forums/held-${lang}?lang=${lang}`, person())
    expect(status).toBe(201)
    expect(html).toContain(`<h1>${heading}</h1>`)
    expect(html).toContain(sentence)
  })

  it.each([
    ['nothing about an organisation', {}, null],
    ['a name of one and a tick that it is nobody’s', { nobody: 'yes', organisation: 'ГО', role: 'голова' }, null],
    ['a name of one', { organisation: 'ГО' }, { name: 'ГО', role: null }],
  ])('with %s', async (_, typed, organisation) => {
    await visitor.fill('/forums/forum', { ...person(), ...typed })
    const stored = (await world.list('forum')).registrations.at(-1)
    expect(stored).toMatchObject({ organisation })
  })

  it('by a machine that fills the unseen field is answered as if', async () => {
    await addForum(world, 'machine')
    const { status, html } = await visitor.fill('/forums/machine', { ...person(), website: 'https://spam.example' })
    expect(status).toBe(201)
    expect(html).toContain(formMessages.uk.done.confirmed)
    expect((await world.list('machine')).registrations).toEqual([])
  })
})

/** As the API is told of them, in `registration-routes.test.ts`. */
const bad: [string, Record<string, string>, Field, FieldCode][] = [
  ['an empty name', { name: '' }, 'name', 'required'],
  ['a name of spaces', { name: ' \u00A0 ' }, 'name', 'required'],
  ['a name of zero-width spaces', { name: '\u200B\u200B' }, 'name', 'no-letters'],
  ['a name with a direction override', { name: 'Олена\u202Eанел' }, 'name', 'invalid-characters'],
  ['a name with NUL', { name: 'Олена\u0000' }, 'name', 'invalid-characters'],
  ['a hundred marks on a letter', { name: `а${'\u0301'.repeat(100)}` }, 'name', 'invalid-characters'],
  ['121 letters', { name: 'а'.repeat(121) }, 'name', 'too-long'],
  ['61 emoji', { name: '🙂'.repeat(61) }, 'name', 'no-letters'],
  ['a link as a name', { name: 'Купуйте на spam.example' }, 'name', 'contains-link'],
  ['a header in a name', { name: 'Олена\r\nBcc: x@example.com' }, 'name', 'invalid-characters'],
  ['two addresses', { email: 'a@example.com,c@example.com' }, 'email', 'invalid-email'],
  ['a host without a dot', { email: 'a@localhost' }, 'email', 'invalid-email'],
  ['no address', { email: '' }, 'email', 'required'],
  ['a Cyrillic letter that looks Latin', { email: '\u0430@example.com' }, 'email', 'email-not-latin'],
  ['five digits', { phone: '12345' }, 'phone', 'invalid-phone'],
  ['Arabic digits', { phone: '٠٦٧١٢٣٤٥٦٧' }, 'phone', 'invalid-phone'],
  ['a role without an organisation', { role: 'голова' }, 'organisation', 'required'],
  ['a link as a role', { organisation: 'ГО', role: 'www.example' }, 'role', 'contains-link'],
  ['2,001 letters', { proposal: 'а'.repeat(2001) }, 'proposal', 'too-long'],
  ['a direction override in a wish', { needs: '\u202E' }, 'needs', 'invalid-characters'],
  ['no consent', { consent: '' }, 'consent', 'consent-required'],
  ['consent as another word', { consent: 'true' }, 'consent', 'consent-required'],
  ['consent to a text that never was', { 'consent-version': '1999' }, 'consent', 'unknown-consent-version'],
]

describe('bad input', () => {
  it.each(bad)('%s is named beside its field and in the summary, in either language', async (_, typed, field, code) => {
    const before = (await world.list('forum')).registrations.length
    for (const [locale, path] of [
      ['uk', '/forums/forum'],
      ['en', '/forums/forum?lang=en'],
    ] as const) {
      const { status, headers, html } = await visitor.fill(path, { ...person(), ...typed })
      expect([status, headers.get('Cache-Control')]).toEqual([422, 'no-store'])
      const sentence = fieldSentence(locale, code)
      expect(complaintBeside(html, field)).toBe(sentence)
      expect(html).toContain(`<a href="#${field}">${formMessages[locale].labels[field]}: ${sentence}</a>`)
      expect(html).toContain(formMessages[locale].summary(1))
      expect(html).toContain(`<title>${pageWords[locale].error}: `)
    }
    expect((await world.list('forum')).registrations).toHaveLength(before)
  })

  it('keeps everything that was typed, as text', async () => {
    const typed = {
      name: `<script>alert("1")</script>'`,
      email: 'olena',
      phone: '"><img src=x>',
      organisation: 'ГО «Приклад»',
      role: '</textarea>',
      proposal: '\n</textarea><script>alert(1)</script>',
      needs: 'Пандус & ліфт',
      nobody: 'yes',
    }
    const { html } = await visitor.fill('/forums/forum', { ...person(), ...typed })
    expect(html).toContain('value="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;"')
    expect(html).toContain('value="&quot;&gt;&lt;img src=x&gt;"')
    expect(html).toContain('value="ГО «Приклад»"')
    expect(html).toMatch(/<textarea[^>]*name="proposal"[^>]*>\n\n&lt;\/textarea&gt;&lt;script&gt;/)
    expect(html).toContain('Пандус &amp; ліфт')
    expect(html).toMatch(/name="nobody" value="yes" checked/)
    expect(html).toMatch(/id="consent"[^>]*checked/)
    expect(html).not.toMatch(/<script>|<img/)
  })

  it('keeps the key and the stamp, so that mending a field is one sending and needs no waiting', async () => {
    await addForum(world, 'mended')
    const hidden = hiddenOf((await visitor.open('/forums/mended')).html)
    const typed = person()
    const refused = await visitor.post(
      '/forums/mended',
      new URLSearchParams({ ...hidden, ...typed, name: '' }).toString(),
    )
    expect(hiddenOf(refused.html)).toEqual(hidden)
    const mended = await visitor.post(
      '/forums/mended',
      new URLSearchParams({ ...hiddenOf(refused.html), ...typed }).toString(),
      {},
      11_000,
    )
    expect(mended.status).toBe(201)
  })

  it('takes consent to an older text for none', async () => {
    const { html } = await visitor.fill('/forums/forum', { ...person(), 'consent-version': '1999' })
    expect(html).not.toMatch(/id="consent"[^>]*checked/)
    expect(hiddenOf(html)['consent-version']).toBe('2019-06')
  })

  it('does not look at names that the form does not have', async () => {
    const { status } = await visitor.fill('/forums/forum', { ...person(), status: 'confirmed', isAdmin: 'true' })
    expect(status).toBe(201)
  })
})

describe('a form that has to be sent once more', () => {
  const hour = 60 * 60 * 1000

  it('because it was too fast keeps its key and what was typed, and then goes through', async () => {
    await addForum(world, 'fast')
    const typed = person()
    const refused = await visitor.fill('/forums/fast', typed, 400)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(pageWords.uk.unsent['form-too-fast'])
    expect(refused.html).toContain(`value="${typed.email}"`)
    const body = new URLSearchParams({ ...hiddenOf(refused.html), ...typed }).toString()
    expect((await visitor.post('/forums/fast', body, {}, 4000)).status).toBe(201)
  })

  it.each([
    ['is too old', {}, 3 * hour],
    ['has a stamp of nobody', { stamp: 'x' }, 10_000],
    ['has none', { stamp: '' }, 10_000],
  ])('because it %s gets a fresh stamp and keeps its key', async (_, changes, after) => {
    const hidden = hiddenOf((await visitor.open('/forums/forum')).html)
    const typed = person()
    const sent = new URLSearchParams({ ...hidden, ...typed, ...changes }).toString()
    const refused = await visitor.post('/forums/forum', sent, {}, after)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(pageWords.uk.unsent['form-expired'])
    expect(hiddenOf(refused.html)['key']).toBe(hidden['key'])
    expect(hiddenOf(refused.html)['stamp']).not.toBe(hidden['stamp'])
    const body = new URLSearchParams({ ...hiddenOf(refused.html), ...typed }).toString()
    expect((await visitor.post('/forums/forum', body, {}, after + 4000)).status).toBe(201)
  })

  it.each([
    ['was sent with other answers', 'key-reused', 422],
    ['has no key', 'invalid-idempotency-key', 400],
  ] as const)('because it %s gets a key of its own', async (_, code, status) => {
    const hidden = hiddenOf((await visitor.open('/forums/forum')).html)
    if (code === 'key-reused')
      await visitor.post('/forums/forum', new URLSearchParams({ ...hidden, ...person() }).toString())
    const key = code === 'key-reused' ? hidden['key'] : 'short'
    const body = new URLSearchParams({ ...hidden, key: key ?? '', ...person() }).toString()
    const refused = await visitor.post('/forums/forum', body)
    expect(refused.status).toBe(status)
    expect(refused.html).toContain(pageWords.uk.unsent[code])
    expect(hiddenOf(refused.html)['key']).toMatch(/^[\w-]{22,64}$/)
    expect(hiddenOf(refused.html)['key']).not.toBe(key)
  })
})

describe('a forum that says no', () => {
  it.each([
    ['registration-closed', 'closes_at', noon + 5000],
    ['forum-full', 'waitlist_capacity', 0],
    ['not-open-yet', 'opens_at', noon + 60_000],
  ] as const)('%s: the sentence, and nothing that was typed is lost', async (code, column, value) => {
    const slug = `no-${code}`
    await addForum(world, slug, { capacity: code === 'forum-full' ? 0 : 2 })
    const hidden = hiddenOf((await visitor.open(`/forums/${slug}`)).html)
    await world.d1.prepare(`UPDATE forums SET ${column} = ? WHERE slug = ?`).bind(value, slug).run()
    const typed = person()
    const body = new URLSearchParams({ ...hidden, ...typed }).toString()
    const { status, html } = await visitor.post(`/forums/${slug}`, body)
    expect(status).toBe(409)
    expect(html).toContain(formMessages.uk.problems[code])
    expect(html).toContain(`value="${typed.email}"`)
  })

  it('to a source that sends too much, with when to come again, and says what helps', async () => {
    const ip = { 'CF-Connecting-IP': newKey() }
    const send = async () => {
      const hidden = hiddenOf((await visitor.open('/forums/forum')).html)
      return visitor.post('/forums/forum', new URLSearchParams({ ...hidden, ...person() }).toString(), ip)
    }
    let last = await send()
    for (let sent = 1; sent < 30 && last.status === 201; sent += 1) last = await send()
    expect([last.status, last.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(last.html).toContain(pageWords.uk.unsent['too-many-requests'])
    expect(last.html).toContain('name="name"')
    expect((await visitor.open('/forums/forum', ip)).html).toContain(pageWords.uk.unsent['too-many-requests'])
  }, 20_000)
})

describe('what is no form of this page', () => {
  const form = new URLSearchParams(person()).toString()

  it.each<[string, BodyInit, Record<string, string>, number, keyof typeof pageWords.uk.refusals]>([
    ['JSON', '{}', { 'Content-Type': 'application/json' }, 415, 'unsupported-media-type'],
    ['text', form, { 'Content-Type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a multipart form', form, { 'Content-Type': 'multipart/form-data; boundary=x' }, 415, 'unsupported-media-type'],
    ['a compressed one', form, { 'Content-Encoding': 'gzip' }, 415, 'unsupported-media-type'],
    [
      'another character set',
      form,
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=windows-1251' },
      415,
      'unsupported-media-type',
    ],
    ['bytes that are not UTF-8', new Uint8Array([0x6e, 0x3d, 0xff]), {}, 415, 'unsupported-media-type'],
    ['escapes that are not UTF-8', 'name=%CE%EB%E5%ED%E0', {}, 415, 'unsupported-media-type'],
    ['17 KB', `name=${'a'.repeat(limits.body + 1024)}`, {}, 413, 'body-too-large'],
    ['another site', form, { Origin: 'https://evil.example' }, 403, 'foreign-origin'],
    ['a site that begins alike', form, { Origin: 'http://localhost.example' }, 403, 'foreign-origin'],
    ['another port', form, { Origin: 'http://localhost:8080' }, 403, 'foreign-origin'],
    ['a sandboxed page', form, { Origin: 'null' }, 403, 'foreign-origin'],
  ])('%s is refused with a page', async (_, body, headers, status, code) => {
    const answer = await visitor.post('/forums/forum', body, headers)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(answer.html).toContain(pageWords.uk.refusals[code].title)
  })

  it('40 KB without a length are refused', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 40; chunk += 1) controller.enqueue(new Uint8Array(1024).fill(0x61))
        controller.close()
      },
    })
    expect((await visitor.post('/forums/forum', stream)).status).toBe(413)
  })

  it('a program that says no origin may', async () => {
    const hidden = hiddenOf((await visitor.open('/forums/forum')).html)
    const answer = await world.app.request(
      'http://localhost/forums/forum',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', 'CF-Connecting-IP': newKey() },
        body: new URLSearchParams({ ...hidden, ...person() }).toString(),
      },
      world.bindings,
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(pageWords.uk.unsent['form-too-fast'])
  })
})

describe('when the database is away', () => {
  const away = () =>
    newVisitor(world, {
      ...world.bindings,
      DB: new Proxy(world.d1, {
        get: () => () => {
          throw new Error(overload)
        },
      }),
    })

  it('the page says so and asks to come again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { status, headers, html } = await away().open('/forums/forum?lang=en')
    expect([status, headers.get('Retry-After')]).toEqual([503, '2'])
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(html).toContain(pageWords.en.refusals.overloaded.title)
    logged.mockRestore()
  })

  it('what was typed waits in the page, and one press registers it once', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await addForum(world, 'away')
    const typed = person({ needs: 'Пандус\r\n«ліфт» & "двері"' })
    const hidden = hiddenOf((await visitor.open('/forums/away')).html)
    const failed = await away().post('/forums/away', new URLSearchParams({ ...hidden, ...typed }).toString())
    expect(failed.status).toBe(503)
    expect(failed.html).toContain(pageWords.uk.nothingLost)
    const kept = hiddenOf(failed.html.replaceAll('&quot;', '\u0001'))
    const body = new URLSearchParams(
      Object.entries(kept).map(([name, value]) => [name, value.replaceAll('\u0001', '"').replaceAll('&amp;', '&')]),
    )
    expect((await visitor.post('/forums/away', body.toString())).status).toBe(201)
    expect((await world.list('away')).registrations).toEqual([
      expect.objectContaining({ email: typed.email, needs: 'Пандус\n«ліфт» & "двері"' }),
    ])
    expect(logged.mock.calls.flat().join()).not.toContain(typed.email)
    logged.mockRestore()
  })
})
