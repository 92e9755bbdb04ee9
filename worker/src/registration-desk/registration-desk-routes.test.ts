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

  it('of a filter holds whoever is meant, by the alphabet if that is wanted', async () => {
    const names = async (query: string) =>
      (await (await asked(query)).json<RegistrationList>()).registrations.map(({ name }) => name)
    expect(await names('?status=waitlisted')).toEqual(['Віра'])
    expect(await names('?status=confirmed&sort=name')).toEqual(['Анна', 'Богдан'])
    expect(await names('?since=2019-06-03T12:00:00%2B03:00')).toHaveLength(3)
    expect(await names('?until=2019-06-03T09:00:00Z')).toEqual([])
    expect(await names('?came=true')).toEqual([])
    expect(await names('?invited=false&came=false')).toHaveLength(3)
    expect(await names('?site=a.example.org')).toEqual([])
    expect(await names('?organisation=00000000')).toEqual([])
  })

  it.each([
    '?limit=0',
    '?limit=1e9',
    '?limit=-1',
    '?limit=1001',
    '?cursor=garbage',
    '?cursor=../1',
    '?sort=email;drop',
    '?sort=email',
    '?status=maybe',
    '?activity=nowhere',
    '?since=yesterday',
    '?came=perhaps',
    `?q=${'а'.repeat(201)}`,
    '?other=1',
  ])('refuses %s', async query => {
    expect((await asked(query)).status).toBe(400)
  })

  it('goes on in its own order only', async () => {
    const { next } = await (await asked('?limit=2')).json<RegistrationList>()
    expect((await asked(`?cursor=${next}&sort=name`)).status).toBe(400)
    expect((await asked(`?cursor=${next}&q=анна`)).status).toBe(400)
  })

  it('leaves one line in the book each time', async () => {
    const lines = () =>
      world.d1.prepare("SELECT action, forum, count FROM audit WHERE action LIKE 'registrations.%'").all()
    const before = (await lines()).results.length
    await asked('?status=waitlisted')
    await asked('?q=ві')
    await world.organise('GET', '/registrations?q=ві')
    expect((await lines()).results.slice(before)).toEqual([
      { action: 'registrations.listed', forum: 'listed', count: 1 },
      { action: 'registrations.searched', forum: 'listed', count: 1 },
      { action: 'registrations.searched', forum: null, count: 1 },
    ])
  })

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
