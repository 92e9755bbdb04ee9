import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry, AuditList, Receipt } from '#contract'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World
let ofDistrict: string

const person = {
  name: 'Канарка Приклад',
  email: 'canary@example.com',
  phone: '+380001112233',
  organisation: { name: 'ГО «Канарка»' },
  needs: 'canary of needs',
}

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 10 })
  await addForum(world, 'other', { capacity: 10 })
  ofDistrict = await world.organiser({ role: 'district', districts: ['darnytskyi'] })
  expect((await world.register('forum', person)).status).toBe(201)
  for (const [forum, hour, token] of [
    ['forum', '12:00', undefined],
    ['other', '13:00', ofDistrict],
    ['forum', '14:00', ofDistrict],
  ] as const) {
    world.setClock(`2019-06-03T${hour}:00+03:00`)
    await world.organise('GET', `/forums/${forum}/registrations`, token === undefined ? {} : { token })
  }
  const body = { url: 'https://crm.example.org/', events: ['forum'] }
  await world.organise('POST', '/webhooks', { body })
})

const read = async (query = ''): Promise<AuditList> => {
  const answer = await world.organise('GET', `/audit${query}`)
  expect(answer.status).toBe(200)
  return answer.json()
}

const told = ({ entries }: AuditList) => entries.map(({ action, forum }) => `${action} ${forum}`)

describe('the book', () => {
  it('tells who did what to which thing, the newest first', async () => {
    const { entries, next } = await read()
    expect(told({ entries, next })).toEqual([
      'webhook.created null',
      'registrations.listed forum',
      'registrations.listed other',
      'registrations.listed forum',
    ])
    expect(entries[1]).toEqual({
      id: expect.any(Number),
      at: '2019-06-03T11:00:00.000Z',
      organiser: { id: expect.any(Number), name: 'The district of the tests' },
      action: 'registrations.listed',
      forum: 'forum',
      object: null,
      count: 1,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(next).toBeNull()
  })

  it('can be asked for a forum, an organiser, a deed and a time', async () => {
    const [, ofDistrictOrganiser] = (await read()).entries
    const id = ofDistrictOrganiser?.organiser?.id
    expect(told(await read('?forum=forum'))).toHaveLength(2)
    expect(told(await read(`?organiser=${id}`))).toHaveLength(2)
    expect(told(await read(`?organiser=${id}&forum=other`))).toEqual(['registrations.listed other'])
    expect(told(await read('?action=webhook.created'))).toEqual(['webhook.created null'])
    const since = encodeURIComponent('2019-06-03T13:00:00+03:00')
    expect(told(await read(`?since=${since}`))).toHaveLength(3)
    expect(told(await read(`?until=${since}`))).toHaveLength(1)
    expect(told(await read(`?since=${since}&until=2019-06-03T11:00:00Z`))).toEqual(['registrations.listed other'])
  })

  it('comes in pages that stay right while lines are added', async () => {
    const first = await read('?limit=2')
    await world.organise('GET', '/forums/other/registrations')
    const second = await read(`?limit=2&cursor=${first.next}`)
    const third = await read(`?limit=2&cursor=${second.next}`)
    const ids = [first, second, third].flatMap(page => page.entries.map((entry: AuditEntry) => entry.id))
    expect([ids.length, new Set(ids).size, third.next]).toEqual([4, 4, null])
  })

  it.each([
    '?action=everything',
    '?since=yesterday',
    '?until=2019-06-03',
    '?organiser=x',
    '?forum=A',
    '?limit=0',
    '?q=x',
  ])('refuses %s', async query => {
    expect((await world.organise('GET', `/audit${query}`)).status).toBe(400)
  })

  it.each(['district', 'editor', 'analyst'] as const)('is not for a %s', async role => {
    const token = await world.organiser({ role, ...(role === 'district' && { districts: ['darnytskyi'] }) })
    expect((await world.organise('GET', '/audit', { token })).status).toBe(403)
  })

  it('only grows', async () => {
    const before = await read()
    for (const sql of [
      "UPDATE audit SET action = 'nothing'",
      'UPDATE audit SET organiser_id = NULL WHERE id = 1',
      'DELETE FROM audit',
      'DELETE FROM audit WHERE id = 1',
    ])
      await expect(world.d1.prepare(sql).run()).rejects.toThrow('audit_is_append_only')
    await expect(
      world.d1
        .prepare('INSERT OR REPLACE INTO audit (id, at, action, request_id) VALUES (1, 1, ?, ?)')
        .bind('x', 'x')
        .run(),
    ).rejects.toThrow()
    expect(await read()).toEqual(before)
  })

  it('holds nothing of a person', async () => {
    const { code } = await (
      await world.register('other', { ...person, email: 'second-canary@example.com' })
    ).json<Receipt>()
    const token = await world.tokenOf(code)
    await world.organise('GET', '/forums/other/registrations')
    await world.own(token, 'PATCH', { name: 'Інша Канарка' })
    await world.own(token, 'DELETE')
    const { results } = await world.d1.prepare('SELECT * FROM audit').all()
    const text = JSON.stringify(results)
    for (const canary of [
      ...Object.values(person).map(String),
      'canary',
      'Канарка',
      '@',
      '+380',
      'kf_',
      String(noon - 1),
    ])
      expect(text).not.toContain(canary)
  })
})
