import { beforeAll, describe, expect, it } from 'vitest'
import { MadeOrganiser, OrganiserList } from '#contract'
import { observe } from '../../test/observed-database.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'
import { createApp } from '../app.ts'
import { noon } from '../../test/world.ts'
import { isToken, newToken } from './token.ts'

let world: World
let darnytsia: string

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'in-darnytsia')
  await addForum(world, 'in-podil', { district: 'podilskyi' })
  darnytsia = await world.organiser({ role: 'district', districts: ['darnytskyi'] })
})

const make = (body: unknown, token?: string) => world.organise('POST', '/organisers', { body, ...(token && { token }) })

describe('a new organiser', () => {
  it('gets a token that is told once and stored nowhere', async () => {
    const answer = await make({ name: 'Поділ', role: 'district', districts: ['podilskyi'] })
    expect(answer.status).toBe(201)
    const { organiser, token } = MadeOrganiser.parse(await answer.json())
    expect(organiser).toMatchObject({ role: 'district', districts: ['podilskyi'], forums: null, revokedAt: null })
    expect(token).toSatisfy((text: string) => isToken(text))
    const me = await world.organise('GET', '/me', { token: token ?? '' })
    expect(await me.json()).toMatchObject({ role: 'district', districts: ['podilskyi'] })
    const { results } = await world.d1.prepare('SELECT * FROM organisers').all()
    expect(JSON.stringify(results)).not.toContain(token)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a district that there is not', { role: 'district', districts: ['atlantis'] }, '/districts'],
    ['a district without districts', { role: 'district' }, '/districts'],
    ['a city organiser with districts', { role: 'city', districts: ['podilskyi'] }, '/districts'],
    ['a desk without a forum', { role: 'desk' }, '/forums'],
    ['a desk of a forum that there is not', { role: 'desk', forums: ['nowhere'] }, '/forums'],
    ['an analyst with forums', { role: 'analyst', forums: ['in-podil'] }, '/forums'],
    ['a role that there is not', { role: 'king' }, '/role'],
    ['a name without letters', { role: 'analyst', name: '—' }, '/name'],
  ])('is not %s', async (_, changes, pointer) => {
    const answer = await make({ name: 'Хтось', ...changes })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ pointer })]),
    })
  })

  it('of a district is given by it no more than it has', async () => {
    for (const given of [
      { role: 'city' },
      { role: 'district', districts: ['podilskyi'] },
      { role: 'editor', districts: ['darnytskyi', 'podilskyi'] },
      { role: 'desk', forums: ['in-podil'] },
    ])
      expect((await make({ name: 'Хтось', ...given }, darnytsia)).status, JSON.stringify(given)).toBe(422)
    const answer = await make({ name: 'Стіл', role: 'desk', forums: ['in-darnytsia'] }, darnytsia)
    expect(answer.status).toBe(201)
    expect(MadeOrganiser.parse(await answer.json()).organiser.districts).toEqual(['darnytskyi'])
  })

  it('by address gets no token, and no second door', async () => {
    const body = { name: 'Олена', role: 'analyst', email: 'Olena@Example.com' }
    const answer = await make(body)
    expect(await answer.json()).toMatchObject({ token: null, organiser: { email: 'olena@example.com', token: null } })
    expect((await make(body)).status).toBe(409)
  })

  it('ends in a year unless told otherwise', async () => {
    const { organiser } = MadeOrganiser.parse(await (await make({ name: 'Рік', role: 'analyst' })).json())
    expect(organiser.expiresAt).toBe('2020-06-02T09:00:00.000Z')
    const never = MadeOrganiser.parse(await (await make({ name: 'Завжди', role: 'analyst', expiresAt: null })).json())
    expect(never.organiser.expiresAt).toBeNull()
  })
})

describe('the list', () => {
  it('shows a district its own, and the city all', async () => {
    await make({ name: 'Чужа', role: 'editor', districts: ['podilskyi'] })
    const own = OrganiserList.parse(await (await world.organise('GET', '/organisers', { token: darnytsia })).json())
    expect(own.organisers.every(({ districts }) => districts?.join() === 'darnytskyi')).toBe(true)
    const all = OrganiserList.parse(await (await world.organise('GET', '/organisers')).json())
    expect(all.organisers.length).toBeGreaterThan(own.organisers.length)
    const foreign = all.organisers.find(({ name }) => name === 'Чужа')
    for (const method of ['GET', 'DELETE'])
      expect((await world.organise(method, `/organisers/${foreign?.id}`, { token: darnytsia })).status).toBe(404)
  })
})

describe('a change', () => {
  it('needs the newest version, and changes what it says', async () => {
    const made = await make({ name: 'Стара назва', role: 'editor', districts: ['podilskyi'] })
    const { organiser } = MadeOrganiser.parse(await made.json())
    const path = `/organisers/${organiser.id}`
    const patch = (body: unknown, etag?: string) =>
      world.organise('PATCH', path, { body, headers: etag === undefined ? {} : { 'If-Match': etag } })
    expect((await patch({ name: 'Нова' })).status).toBe(428)
    expect((await patch({ name: 'Нова' }, '*')).status).toBe(400)
    const answer = await patch({ name: 'Нова', districts: ['podilskyi', 'darnytskyi'] }, made.headers.get('ETag') ?? '')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ name: 'Нова', districts: ['podilskyi', 'darnytskyi'] })
    expect((await patch({ name: 'Інша' }, '"1"')).status).toBe(412)
  })
})

describe('who is shut out, or whose time is over,', () => {
  it('is let in nowhere', async () => {
    const { organiser, token } = MadeOrganiser.parse(await (await make({ name: 'Тимчасово', role: 'analyst' })).json())
    const me = () => world.organise('GET', '/me', { token: token ?? '' })
    expect((await me()).status).toBe(200)
    expect((await world.organise('DELETE', `/organisers/${organiser.id}`)).status).toBe(204)
    expect((await world.organise('DELETE', `/organisers/${organiser.id}`)).status).toBe(204)
    expect((await me()).status).toBe(401)
    const late = await world.organiser({ role: 'analyst', expiresAt: noon - 1 })
    expect((await world.organise('GET', '/me', { token: late })).status).toBe(401)
  })
})

describe('the use of a token', () => {
  it('is noted, at most every ten minutes', async () => {
    const token = await world.organiser({ role: 'analyst' })
    const used = async () =>
      world.d1.prepare('SELECT last_used_at FROM organisers ORDER BY id DESC LIMIT 1').first('last_used_at')
    expect(await used()).toBeNull()
    await world.organise('GET', '/me', { token })
    expect(await used()).toBe(noon)
    world.setClock('2019-06-03T12:05:00+03:00')
    await world.organise('GET', '/me', { token })
    expect(await used()).toBe(noon)
    world.setClock('2019-06-03T12:15:00+03:00')
    await world.organise('GET', '/me', { token })
    expect(await used()).toBe(Date.parse('2019-06-03T12:15:00+03:00'))
    world.setClock('2019-06-03T12:00:00+03:00')
  })
})

describe('a wrong checksum', () => {
  it('never reaches the database', async () => {
    const observed = observe(world.d1)
    const app = createApp(() => noon)
    const ask = (authorization: string) =>
      app.request(
        'http://localhost/api/v1/admin/me',
        { headers: { Authorization: authorization } },
        { ...world.bindings, DB: observed.database },
      )
    const other = organiserToken.endsWith('0') ? '1' : '0'
    for (const junk of [`${organiserToken.slice(0, -1)}${other}`, 'kf_short', 'x'.repeat(5_000), `${newToken()}0`])
      expect((await ask(`Bearer ${junk}`)).status).toBe(401)
    expect(observed.roundTrips()).toBe(0)
    expect((await ask(`Bearer ${newToken()}`)).status).toBe(401)
    expect(observed.roundTrips()).toBe(1)
  })
})
