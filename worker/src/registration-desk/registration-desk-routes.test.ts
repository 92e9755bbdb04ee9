import { beforeAll, describe, expect, it } from 'vitest'
import { RegistrationList } from '#contract'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'listed', { capacity: 2 })
  for (const name of ['Анна', 'Богдан', 'Віра']) await world.register('listed', { name })
})

const path = '/admin/forums/listed/registrations'
const asked = (query = '', authorization = `Bearer ${organiserToken}`) =>
  world.request(`${path}${query}`, { headers: { Authorization: authorization } })

describe('the list of a forum', () => {
  it('is in the order of arrival, with the counts', async () => {
    const list = await (await asked()).json<RegistrationList>()
    expect(RegistrationList.parse(list)).toEqual(list)
    expect(list.registrations.map(({ name, status }) => [name, status])).toEqual([
      ['Анна', 'confirmed'],
      ['Богдан', 'confirmed'],
      ['Віра', 'waitlisted'],
    ])
    expect(list).toMatchObject({
      forum: 'listed',
      capacity: 2,
      counts: { confirmed: 2, waitlisted: 1, overbooked: 0 },
      next: null,
    })
  })

  it('comes in pages that end', async () => {
    const first = await (await asked('?limit=2')).json<RegistrationList>()
    expect(first.registrations).toHaveLength(2)
    const second = await (await asked(`?limit=2&cursor=${first.next}`)).json<RegistrationList>()
    expect(second.registrations.map(({ name }) => name)).toEqual(['Віра'])
    expect(second.next).toBeNull()
  })

  it.each(['?limit=0', '?limit=1e9', '?limit=-1', '?limit=1001', '?cursor=garbage', '?sort=email;drop'])(
    'refuses %s',
    async query => {
      expect((await asked(query)).status).toBe(400)
    },
  )

  it('is never cached and never for another origin', async () => {
    const { headers } = await asked()
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('of a forum that is not there is 404', async () => {
    const answer = await world.request('/admin/forums/nowhere/registrations', {
      headers: { Authorization: `Bearer ${organiserToken}` },
    })
    expect(answer.status).toBe(404)
  })
})

describe('somebody without the token', () => {
  it.each([
    '',
    'Bearer',
    'Bearer ',
    `Basic ${btoa('a:b')}`,
    `Bearer ${organiserToken}x`,
    `Bearer ${organiserToken.slice(0, -1)}`,
    organiserToken,
  ])('is refused: %s', async authorization => {
    const answer = await asked('', authorization)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="organisers"')
    expect(await answer.json()).toMatchObject({ code: 'unauthorised' })
  })

  it('is refused before anything is said of what is there', async () => {
    expect((await world.request('/admin/forums/nowhere/registrations')).status).toBe(401)
    expect((await world.request('/admin/anything')).status).toBe(401)
  })
})
