import { beforeAll, describe, expect, it } from 'vitest'
import { messages } from '#contract/messages/messages'
import { newVisitor } from '../../test/hosted-page.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { pageWords } from './page-words.ts'

/** The schedule, and what machines read of both kinds of pages. */
let world: World
let visitor: ReturnType<typeof newVisitor>

const nasty = '</script><script>alert(1)</script><!--'

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  visitor = newVisitor(world)
  await addForum(world, 'held', { date: '2019-05-30', attendance: 70, attendancePrecision: 'more-than' })
  await addForum(world, 'next', { startTime: '10:00', endTime: '16:00' })
  await addForum(world, 'later', { date: '2019-06-20', district: 'podilskyi' })
  await addForum(world, 'undated', { date: null, district: 'podilskyi', titleUk: 'Без дати', titleEn: 'Undated' })
  await addForum(world, 'city', { date: null, district: null, titleUk: 'Міський форум', titleEn: 'City Forum' })
})

const linksIn = (html: string) =>
  [...html.slice(html.indexOf('<kyiv-forums')).matchAll(/href="\/forums\/([\w-]+)(?:\?lang=en)?"/g)].map(
    ([, slug]) => slug,
  )

describe('the schedule', () => {
  it('shows what is next, what comes then, what has no date, what was, and where it leads, each with its page', async () => {
    const { status, html } = await visitor.open('/schedule')
    expect(status).toBe(200)
    expect(linksIn(html)).toEqual(['next', 'later', 'undated', 'held', 'city'])
    const { laterForums, undated, heldForums, goal } = messages.uk
    const titles = [laterForums, undated, heldForums(1), goal].map(title => html.indexOf(`<h3>${title}</h3>`))
    expect(titles.every(place => place > 0)).toBe(true)
    expect(titles).toEqual(titles.toSorted((one, other) => one - other))
    expect(html).toContain('Відбувся 1 із 4 районних форумів')
    expect(html).toContain('href="/forums/next#registration"')
  })

  it('is the same in English', async () => {
    const { html } = await visitor.open('/schedule?lang=en')
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('href="/forums/next?lang=en"')
    expect(html.slice(html.indexOf('<kyiv-forums'), html.indexOf('</kyiv-forums>'))).not.toMatch(/[а-яґєії]/i)
  })

  it.each([
    ['podilskyi', ['later', 'undated']],
    ['darnytskyi podilskyi', ['next', 'later', 'undated', 'held']],
    ['darnytskyi+podilskyi', ['next', 'later', 'undated', 'held']],
    ['%20podilskyi++city%20', ['later', 'undated', 'city']],
    ['city', ['city']],
    ['', ['next', 'later', 'undated', 'held', 'city']],
  ])('of «%s»', async (district, slugs) => {
    const { status, html } = await visitor.open(`/schedule?district=${district}&utm_source=letter`)
    expect(status).toBe(200)
    expect(linksIn(html)).toEqual(slugs)
  })

  it('tells the element what was asked for', async () => {
    const { html } = await visitor.open('/schedule?district=darnytskyi+podilskyi&series=2019')
    expect(html).toMatch(/<kyiv-forums\s+district="darnytskyi podilskyi" series="2019"\s+lang="uk" theme="auto"\s*>/)
  })

  it('of a district that there is not is empty, and says what to do', async () => {
    const { status, html } = await visitor.open('/schedule?district=nowhere')
    expect(status).toBe(200)
    expect(html).toContain(messages.uk.empty)
    expect(linksIn(html)).toEqual([])
  })

  it.each([
    ['?district=%3Cscript%3E', 400, 'invalid-query'],
    ['?district=Darnytskyi', 400, 'invalid-query'],
    ['?series=..', 400, 'invalid-query'],
    ['?lang=ru', 400, 'invalid-query'],
    ['?series=1999', 404, 'not-found'],
    ['/more', 404, 'not-found'],
  ] as const)('%s is refused with a page', async (query, status, code) => {
    const answer = await visitor.open(`/schedule${query}`)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(answer.html).toContain(pageWords.uk.refusals[code].title)
    expect(answer.html).not.toContain('<script>')
  })

  it('is not sent again while nothing has changed', async () => {
    const { headers } = await visitor.open('/schedule')
    const again = await visitor.open('/schedule', { 'If-None-Match': headers.get('ETag') ?? '' })
    expect([again.status, again.html]).toEqual([304, ''])
  })
})

describe('every page', () => {
  it.each(['/schedule', '/schedule?lang=ru', '/forums/next', '/forums/city?lang=en', '/forums/nowhere'])(
    '%s asks only this origin, and lets nobody frame it or read its address',
    async path => {
      const { headers } = await visitor.open(path)
      expect(headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
          "base-uri 'none'; require-trusted-types-for 'script'; form-action 'self'; frame-ancestors 'none'; " +
          'trusted-types kyiv-forums',
      )
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('same-origin')
      expect(headers.get('Permissions-Policy')).toContain('geolocation=()')
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )

  it.each([
    ['/schedule?district=podilskyi', '/schedule?district=podilskyi&lang=en'],
    ['/forums/next', '/forums/next?lang=en'],
  ])('%s is known by one address in each language', async (uk, en) => {
    const addressOf = (path: string) => `http://localhost${path.replaceAll('&', '&amp;')}`
    for (const [path, own] of [
      [uk, uk],
      [en, en],
    ] as const) {
      const { html } = await visitor.open(`${path}${path.includes('?') ? '&' : '?'}fbclid=1`)
      expect(html).toContain(`<link rel="canonical" href="${addressOf(own)}" />`)
      expect(html).toContain(`<link rel="alternate" hreflang="uk" href="${addressOf(uk)}" />`)
      expect(html).toContain(`<link rel="alternate" hreflang="en" href="${addressOf(en)}" />`)
      expect(html).toContain(`<meta property="og:url" content="${addressOf(own)}" />`)
    }
  })

  it('is told to messengers by title and in a line', async () => {
    const { html } = await visitor.open('/forums/next')
    expect(html).toContain('<meta property="og:title" content="Дарницький район · Форум" />')
    expect(html).toContain(
      'property="og:description" content="четвер, 6 червня 2019 р. · Зала, вул. Прикладна, 1 · Реєстрація до 6 червня, 10:00"',
    )
  })
})

describe('what search engines read', () => {
  const dataOf = async (path: string) => {
    const { html } = await visitor.open(path)
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)]
    return blocks.map(([, json = '']) => JSON.parse(json) as unknown)
  }

  it('is the forum as an event, by the clock of Kyiv', async () => {
    expect(await dataOf('/forums/next')).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'Event',
        name: 'Форум, Дарницький район',
        url: 'http://localhost/forums/next',
        inLanguage: 'uk',
        startDate: '2019-06-06T10:00+03:00',
        endDate: '2019-06-06T16:00+03:00',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: {
          '@type': 'Place',
          name: 'Зала',
          address: {
            '@type': 'PostalAddress',
            streetAddress: 'вул. Прикладна, 1',
            addressLocality: 'Київ',
            addressCountry: 'UA',
          },
        },
        organizer: expect.objectContaining({ name: 'Департамент суспільних комунікацій КМДА' }),
        isAccessibleForFree: true,
        maximumAttendeeCapacity: 2,
        remainingAttendeeCapacity: 2,
        offers: expect.objectContaining({ price: 0, availability: 'https://schema.org/InStock' }),
      },
    ])
  })

  it.each([
    [
      'moved',
      { movedFrom: '2019-06-05' },
      { eventStatus: 'https://schema.org/EventRescheduled', previousStartDate: '2019-06-05' },
    ],
    ['cancelled', { cancelledAt: noon - 1 }, { eventStatus: 'https://schema.org/EventCancelled' }],
    ['paused', { pausedAt: noon - 1 }, { eventStatus: 'https://schema.org/EventPostponed' }],
    [
      'winter',
      { date: '2019-12-10', startTime: '22:00', endTime: '02:00' },
      { startDate: '2019-12-10T22:00+02:00', endDate: '2019-12-11T02:00+02:00' },
    ],
    ['whole-day', {}, { startDate: '2019-06-06' }],
  ])('of a forum that is %s', async (slug, changes, expected) => {
    await addForum(world, slug, { ...changes, series: '2019' })
    expect(await dataOf(`/forums/${slug}`)).toEqual([expect.objectContaining(expected)])
    await world.d1.prepare('DELETE FROM forums WHERE slug = ?').bind(slug).run()
  })

  it('is nothing of a forum without a date, and all others of the schedule', async () => {
    expect(await dataOf('/forums/undated')).toEqual([])
    const [events] = (await dataOf('/schedule')) as { url: string }[][]
    expect(events?.map(({ url }) => url)).toEqual(
      ['held', 'next', 'later'].map(slug => `http://localhost/forums/${slug}`),
    )
  })

  it('cannot be ended by a text of it, nor can the page', async () => {
    await addForum(world, 'nasty', { titleUk: nasty, titleEn: nasty })
    const [event] = (await dataOf('/forums/nasty')) as { name: string }[]
    expect(event?.name).toBe(`${nasty}, Дарницький район`)
    for (const path of ['/forums/nasty', '/schedule'])
      expect((await visitor.open(path)).html).not.toMatch(/<script>|<!--/)
  })
})
