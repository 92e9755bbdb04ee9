import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonalData, Problem, Receipt } from '#contract'
import { activities } from '../database/tables.ts'
import { currentConsentVersion } from '../privacy/consent.ts'
import { addForum, newKey, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const said = { name: 'ГО «Зелений двір»' }

const delegates = (slug: string) =>
  world.d1
    .prepare(
      `SELECT count(*) AS n FROM registrations r JOIN forums f ON f.id = r.forum_id
       WHERE f.slug = ? AND organisation_key = 'го зелений двір' AND r.status <> 'cancelled'`,
    )
    .bind(slug)
    .first<number>('n')

const codeOf = async (answer: Response) => (await answer.json<Problem | Receipt>()).code

describe('an organisation', () => {
  it('has no more live registrations at a forum than it may, however many delegates come at once', async () => {
    await addForum(world, 'limited', { capacity: 100, organisationLimit: 3 })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        world.register('limited', {
          organisation: number % 2 ? said : { name: "ГО 'Зелений Двір'", role: 'голова' },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    const refused = answers.filter(({ status }) => status === 409)
    expect(refused).toHaveLength(17)
    for (const answer of refused) expect(await codeOf(answer)).toBe('organisation-full')
    expect(await delegates('limited')).toBe(3)
    expect((await world.register('limited')).status).toBe(201)
    expect((await world.register('limited', { organisation: { name: 'Інша' } })).status).toBe(201)
  })

  it('has a place again when one of its people leaves', async () => {
    await addForum(world, 'left', { capacity: 100, organisationLimit: 1 })
    const { code } = await (await world.register('left', { organisation: said })).json<Receipt>()
    expect((await world.register('left', { organisation: said })).status).toBe(409)
    await world.own(await world.tokenOf(code), 'DELETE')
    expect((await world.register('left', { organisation: said })).status).toBe(201)
  })

  it('gets no further delegate by somebody who begins to represent it', async () => {
    await addForum(world, 'turncoats', { capacity: 100, organisationLimit: 2 })
    const tokens = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { code } = await (await world.register('turncoats')).json<Receipt>()
        return world.tokenOf(code)
      }),
    )
    const answers = await Promise.all(tokens.map(token => world.own(token, 'PATCH', { organisation: said })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409, 409, 409])
    for (const answer of answers.filter(({ status }) => status === 409))
      expect(await codeOf(answer)).toBe('organisation-full')
    expect(await delegates('turncoats')).toBe(2)
    const place = answers.findIndex(({ status }) => status === 200)
    const again = await world.own(tokens[place] ?? '', 'PATCH', { organisation: { ...said, role: 'голова' } })
    expect(again.status).toBe(200)
  })

  it('may have more by the hand of an organiser who says so', async () => {
    await addForum(world, 'by-hand', { capacity: 100, organisationLimit: 1 })
    const enter = (changes: Record<string, unknown>) =>
      world.organise('POST', '/forums/by-hand/registrations', {
        headers: { 'Idempotency-Key': newKey() },
        body: {
          name: 'Пані Телефонна',
          phone: '+380000000001',
          organisation: said,
          consent: { given: true, version: currentConsentVersion, channel: 'phone' },
          ...changes,
        },
      })
    expect((await enter({})).status).toBe(201)
    expect(await codeOf(await enter({}))).toBe('organisation-full')
    expect((await enter({ beyondLimit: true })).status).toBe(201)
    expect(await delegates('by-hand')).toBe(2)
  })

  it('that is full is told alike to who is registered already and to a stranger', async () => {
    await addForum(world, 'alike', { capacity: 100, organisationLimit: 1 })
    await world.register('alike', { email: 'known@example.com', organisation: said })
    for (const email of ['known@example.com', 'stranger@example.com'])
      expect(await codeOf(await world.register('alike', { email, organisation: said }))).toBe('organisation-full')
  })
})

describe('chosen activities', () => {
  it('are kept with the registration, and shown to the person', async () => {
    const forumId = await addForum(world, 'chosen', { capacity: 5 })
    const other = await addForum(world, 'unchosen')
    await world.database.insert(activities).values(
      [forumId, forumId, other].map((id, place) => ({
        forumId: id,
        slug: `part-${place}`,
        kind: 'talk' as const,
        titleUk: 'Розмова',
        titleEn: 'Talk',
      })),
    )
    const { code } = await (await world.register('chosen', { activities: ['part-1', 'part-0'] })).json<Receipt>()
    const data = await (await world.own(await world.tokenOf(code), 'GET', undefined, '/data')).json<PersonalData>()
    expect(data.activities.toSorted()).toEqual(['part-0', 'part-1'])
    const refused = await (await world.register('chosen', { activities: ['part-0', 'part-2'] })).json<Problem>()
    expect(refused).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/activities/1', code: 'unknown-activity' }],
    })
  })

  it('are kept once, however often they are named', async () => {
    const forumId = await addForum(world, 'twice-chosen', { capacity: 5 })
    await world.database
      .insert(activities)
      .values({ forumId, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
    expect((await world.register('twice-chosen', { activities: ['walk', 'walk'] })).status).toBe(201)
  })
})
