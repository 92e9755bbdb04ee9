import { beforeAll, describe, expect, it } from 'vitest'
import { newVisitor } from '../../test/hosted-page.ts'
import { addForum, newWorld, noon, seedSeries } from '../../test/world.ts'

/** The ways from the hosted pages into a person's own calendar. */
let visitor: ReturnType<typeof newVisitor>

const nasty = `"><script>alert(1)</script>'`

beforeAll(async () => {
  const world = await newWorld()
  await seedSeries(world)
  visitor = newVisitor(world)
  await addForum(world, 'next', { startTime: '10:00', endTime: '16:00', capacity: 100, titleUk: nasty, titleEn: nasty })
  await addForum(world, 'paused', { date: '2019-06-10', pausedAt: noon })
  await addForum(world, 'cancelled', { date: '2019-06-11', cancelledAt: noon })
  await addForum(world, 'undated', { date: null })
  await addForum(world, 'held', { date: '2019-05-30' })
})

const linksIn = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address)
const calendarsIn = (html: string) => linksIn(html).filter(address => /\.ics|calendar/.test(address))

describe('the page of a forum', () => {
  it('offers Google, Outlook, the file and the feed of the district', async () => {
    const { html } = await visitor.open('/forums/next')
    const [google, outlook, office, ...ours] = calendarsIn(html)
    expect([google, outlook, office].map(address => new URL(address ?? '').host)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
    ])
    expect(ours).toEqual([
      'http://localhost/api/v1/forums/next.ics',
      'webcal://localhost/api/v1/schedule.ics?district=darnytskyi',
    ])
    expect(html).toContain('Додати до календаря')
    expect(html).toContain('Підписатися на всі форуми: Дарницький район')
    expect(html).not.toContain('<script>')
  })

  it.each(['paused', 'cancelled', 'undated', 'held'])('offers nothing of a forum that is %s', async slug => {
    expect(calendarsIn((await visitor.open(`/forums/${slug}`)).html)).toEqual([])
  })

  it('gives the same with the receipt', async () => {
    const { status, html } = await visitor.fill('/forums/next', {
      name: 'Олена Приклад',
      email: 'olena@example.com',
      consent: 'yes',
    })
    expect(status).toBe(201)
    expect(calendarsIn(html)).toEqual(calendarsIn((await visitor.open('/forums/next')).html).slice(0, -1))
  })
})

describe('the page of the schedule', () => {
  it('has the file of what is to come on its card, and the feed of what was asked for', async () => {
    expect(calendarsIn((await visitor.open('/schedule')).html)).toEqual([
      '/api/v1/forums/next.ics',
      'webcal://localhost/api/v1/schedule.ics',
      'http://localhost/api/v1/schedule.ics',
    ])
    expect(calendarsIn((await visitor.open('/schedule?district=podilskyi&series=2019&lang=en')).html)).toEqual([
      'webcal://localhost/api/v1/schedule.ics?district=podilskyi&amp;series=2019&amp;lang=en',
      'http://localhost/api/v1/schedule.ics?district=podilskyi&amp;series=2019&amp;lang=en',
    ])
  })

  it('tells the ear of which forum a file is', async () => {
    expect((await visitor.open('/schedule')).html).toMatch(/До календаря<span class="vh">: Дарницький район<\/span>/)
  })
})
