import { beforeAll, describe, expect, it } from 'vitest'
import { Figures, type Problem } from '#contract'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { activities, audit, registrationActivities, registrations } from '../database/tables.ts'

let world: World

type Registration = typeof registrations.$inferInsert

let people = 0

/** So many people who registered at a moment, as the form would have stored them. */
const add = async (forumId: number, number: number, changes: Partial<Registration> = {}): Promise<number[]> => {
  const ids: number[] = []
  for (let person = 0; person < number; person += 1) {
    people += 1
    const [row] = await world.database
      .insert(registrations)
      .values({
        forumId,
        code: `C-${people}`,
        status: 'confirmed',
        name: 'Канарейко Марія',
        email: `canary-${people}@example.com`,
        locale: 'uk',
        consentVersion: '1',
        consentHash: 'x',
        createdAt: noon,
        changedAt: noon,
        ...changes,
      })
      .returning({ id: registrations.id })
    if (row) ids.push(row.id)
  }
  return ids
}

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  const places = { capacity: 1000 }
  const darnytskyi = await addForum(world, 'darnytskyi-forum', places)
  const podilskyi = await addForum(world, 'podilskyi-forum', { ...places, district: 'podilskyi', date: '2019-06-20' })
  const ofCity = await addForum(world, 'city-forum', { ...places, district: null, date: null })
  await addForum(world, 'draft', { ...places, publishedAt: null })
  const organised = { organisationName: 'ГО «Приклад»', organisationKey: 'го приклад' }
  const chose = await add(darnytskyi, 6, { ...organised, sourceHost: 'rda.example.org', cameAt: noon })
  await add(darnytskyi, 2, { status: 'waitlisted', createdAt: Date.parse('2019-06-05T00:30:00+03:00') })
  await add(darnytskyi, 1, { status: 'cancelled', organisationName: 'Троє', organisationKey: 'троє' })
  await add(podilskyi, 3, { organisationName: 'Троє', organisationKey: 'троє' })
  await add(ofCity, 7)
  const [walk] = await world.database
    .insert(activities)
    .values({ forumId: darnytskyi, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
    .returning()
  for (const registrationId of chose)
    await world.database.insert(registrationActivities).values({ registrationId, activityId: walk?.id ?? 0 })
})

const ask = (query: string, token?: string) => world.organise('GET', `/figures?${query}`, { ...(token && { token }) })

const read = async (query: string, token?: string): Promise<Figures> => {
  const answer = await ask(query, token)
  const body = await answer.json<Figures>()
  expect(answer.status).toBe(200)
  expect(Figures.parse(body)).toEqual(body)
  return body
}

/** Each row as its key and its four figures. */
const table = ({ rows }: Figures) =>
  rows.map(({ key, registered, waiting, cancelled, came }) => [key, registered, waiting, cancelled, came])

const refusal = async (answer: Response) => [answer.status, (await answer.json<Problem>()).code]

describe('figures', () => {
  it.each([
    [
      'forum',
      [
        ['city-forum', 7, 0, 0, 0],
        ['darnytskyi-forum', 6, 2, 1, 6],
        ['podilskyi-forum', 3, 0, 0, 0],
      ],
    ],
    [
      'district',
      [
        ['city', 7, 0, 0, 0],
        ['darnytskyi', 6, 2, 1, 6],
        ['podilskyi', 3, 0, 0, 0],
      ],
    ],
    ['series', [['2019', 16, 2, 1, 6]]],
    [
      'day',
      [
        ['2019-06-03', 16, 0, 1, 6],
        ['2019-06-05', 0, 2, 0, 0],
      ],
    ],
    [
      'site',
      [
        ['rda.example.org', 6, 0, 0, 6],
        [null, 10, 2, 1, 0],
      ],
    ],
    [
      'organisation',
      [
        ['го приклад', 6, 0, 0, 6],
        ['троє', 3, 0, 1, 0],
        [null, 7, 2, 0, 0],
      ],
    ],
    [
      'activity',
      [
        ['darnytskyi-forum/walk', 6, 0, 0, 6],
        [null, 10, 2, 1, 0],
      ],
    ],
  ])('by %s', async (by, rows) => {
    const answer = await read(`by=${by}&series=2019`)
    expect(table(answer)).toEqual(rows)
    expect(answer).toMatchObject({
      by,
      total: { registered: 16, waiting: 2, cancelled: 1, came: 6 },
      suppressed: false,
    })
  })

  it('bear the names that people know', async () => {
    const names = async (by: string) => (await read(`by=${by}&series=2019`)).rows.map(({ name }) => name?.en)
    expect(await names('district')).toEqual(['Kyiv', 'Darnytskyi District', 'Podilskyi District'])
    expect(await names('organisation')).toEqual(['ГО «Приклад»', 'Троє', undefined])
    expect(await names('activity')).toEqual(['Walk', undefined])
  })

  it('are narrowed by forum, by dates of forums and by days of registration', async () => {
    expect(table(await read('by=forum&forum=podilskyi-forum'))).toEqual([['podilskyi-forum', 3, 0, 0, 0]])
    expect(table(await read('by=forum&since=2019-06-06&until=2019-06-06'))).toEqual([['darnytskyi-forum', 6, 2, 1, 6]])
    expect(table(await read('by=day&forum=darnytskyi-forum&since=2019-06-04'))).toEqual([['2019-06-05', 0, 2, 0, 0]])
    expect(table(await read('by=day&series=2019&until=2019-06-04'))).toEqual([['2019-06-03', 16, 0, 1, 6]])
  })

  it.each(['', 'by=name', 'by=day', 'by=forum&since=yesterday', 'by=forum&email=canary-1@example.com'])(
    'are not asked for by «%s»',
    async query => {
      expect(await refusal(await ask(query))).toEqual([400, 'invalid-query'])
    },
  )

  it('hold nobody’s data and leave no line in the book', async () => {
    for (const by of ['forum', 'district', 'series', 'day', 'site', 'organisation', 'activity'])
      expect(await (await ask(`by=${by}&series=2019`)).text()).not.toMatch(/канарей|canary/i)
    expect(await world.database.select().from(audit)).toEqual([])
  })
})

describe('a district', () => {
  it('sees its own figures only, and another’s forum is not there', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    for (const by of ['forum', 'day', 'site', 'organisation', 'activity'])
      expect((await read(`by=${by}&series=2019`, token)).total).toMatchObject({ registered: 3, waiting: 0 })
    expect(await refusal(await ask('by=day&forum=darnytskyi-forum', token))).toEqual([404, 'not-found'])
    expect(await refusal(await ask('by=forum&forum=darnytskyi-forum', token))).toEqual([404, 'not-found'])
    expect(await refusal(await ask('by=forum&forum=nowhere', token))).toEqual([404, 'not-found'])
  })
})

describe('an analyst', () => {
  it('sees no small figure, nor one by which a small one could be found', async () => {
    const token = await world.organiser({ role: 'analyst' })
    const answer = await read('by=forum', token)
    expect(table(answer)).toEqual([
      ['city-forum', 7, 0, 0, 0],
      ['darnytskyi-forum', null, null, null, 6],
      ['podilskyi-forum', null, 0, 0, 0],
    ])
    expect(answer).toMatchObject({
      total: { registered: 16, waiting: null, cancelled: null, came: 6 },
      suppressed: true,
    })
  })

  it('sees no organisation of fewer than five people', async () => {
    const token = await world.organiser({ role: 'analyst' })
    const { rows } = await read('by=organisation&series=2019', token)
    expect(rows.map(({ key }) => key)).toEqual(['other', 'го приклад', null])
    expect(JSON.stringify(rows)).not.toMatch(/троє/i)
  })

  it('of a district sees that district', async () => {
    const token = await world.organiser({ role: 'analyst', districts: ['darnytskyi'] })
    expect(table(await read('by=forum', token))).toEqual([['darnytskyi-forum', 6, null, null, 6]])
  })

  it.each(['forum=darnytskyi-forum', 'since=2019-06-04', 'until=2019-06-04'])(
    'may not find a small figure as the difference of two answers: %s',
    async narrowed => {
      const token = await world.organiser({ role: 'analyst' })
      expect(await refusal(await ask(`by=day&series=2019&${narrowed}`, token))).toEqual([403, 'forbidden'])
    },
  )
})

it.each(['desk', 'editor'] as const)('a %s sees no figures', async role => {
  const token = await world.organiser({ role, ...(role === 'desk' && { forums: ['darnytskyi-forum'] }) })
  expect((await ask('by=forum', token)).status).toBe(403)
})
