import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Problem, Webhook, WebhookList, WebhookWithSecret } from '#contract'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World
let ofDistrict: string
let ofOther: string

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 100 })
  await addForum(world, 'podil', { capacity: 100, district: 'podilskyi' })
  await addForum(world, 'city', { capacity: 100, district: null })
  ofDistrict = await world.organiser({ role: 'district', districts: ['darnytskyi'] })
  ofOther = await world.organiser({ role: 'district', districts: ['podilskyi'] })
})

beforeEach(async () => {
  await world.d1.prepare('DELETE FROM webhooks').run()
})

const wanted = { url: 'https://crm.example.org/hook', events: ['registration', 'forum'] }

const add = async (body: object = wanted, token?: string): Promise<WebhookWithSecret> => {
  const answer = await world.organise('POST', '/webhooks', { body, ...(token !== undefined && { token }) })
  expect(answer.status).toBe(201)
  return answer.json()
}

const deeds = async (): Promise<string[]> => {
  const { results } = await world.d1
    .prepare("SELECT action || ' ' || object AS deed FROM audit WHERE action LIKE 'webhook.%' ORDER BY id")
    .all<{ deed: string }>()
  return results.map(({ deed }) => deed)
}

describe('a webhook', () => {
  it('is made with a secret, which is shown this once', async () => {
    const answer = await world.organise('POST', '/webhooks', { body: wanted })
    const { secret, ...webhook } = await answer.json<WebhookWithSecret>()
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('ETag')]).toEqual([
      201,
      `/api/v1/admin/webhooks/${webhook.id}`,
      '"1"',
    ])
    expect(webhook).toEqual({
      ...wanted,
      id: webhook.id,
      districts: null,
      disabled: false,
      createdAt: '2019-06-03T09:00:00.000Z',
    })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const again = await world.organise('GET', `/webhooks/${webhook.id}`)
    expect(await again.json()).toEqual(webhook)
    expect(await (await world.organise('GET', '/webhooks')).json()).toEqual({ webhooks: [webhook], next: null })
    const { results } = await world.d1.prepare('SELECT * FROM webhooks').all()
    expect(JSON.stringify(results)).not.toContain(secret.slice(6))
  })

  it('has a secret of its own, also under the number of one that is gone', async () => {
    const one = await add()
    await world.organise('DELETE', `/webhooks/${one.id}`, { headers: { 'If-Match': '"1"' } })
    world.setClock('2019-06-03T12:00:01+03:00')
    const other = await add()
    world.setClock('2019-06-03T12:00:00+03:00')
    expect([other.id, other.secret === one.secret]).toEqual([one.id, false])
  })

  it('is changed by whoever has seen the newest', async () => {
    const { id } = await add()
    const change = (headers: Record<string, string>, body: object = { events: ['check-in', 'check-in'] }) =>
      world.organise('PATCH', `/webhooks/${id}`, { headers, body })
    expect((await change({})).status).toBe(428)
    expect((await change({ 'If-Match': '*' })).status).toBe(400)
    const changed = await change({ 'If-Match': '"1"' })
    expect([changed.status, changed.headers.get('ETag')]).toEqual([200, '"2"'])
    expect(await changed.json()).toMatchObject({ url: wanted.url, events: ['check-in'], districts: null })
    expect((await change({ 'If-Match': '"1"' })).status).toBe(412)
    expect((await change({ 'If-Match': 'W/"2"' })).status).toBe(412)
    expect(await (await change({ 'If-Match': '"2"' }, { disabled: true })).json()).toMatchObject({ disabled: true })
    expect(await (await change({ 'If-Match': '"3"' }, { disabled: false })).json()).toMatchObject({ disabled: false })
  })

  it('is removed with its log', async () => {
    const { id } = await add()
    await world.register('forum')
    const remove = (headers: Record<string, string>) => world.organise('DELETE', `/webhooks/${id}`, { headers })
    expect([(await remove({})).status, (await remove({ 'If-Match': '"2"' })).status]).toEqual([428, 412])
    expect((await remove({ 'If-Match': '"1"' })).status).toBe(204)
    expect((await remove({ 'If-Match': '"1"' })).status).toBe(404)
    expect(await world.d1.prepare('SELECT count(*) AS rows FROM webhook_deliveries').first('rows')).toBe(0)
  })

  it.each([
    [{ ...wanted, url: 'https://localhost/' }, '/url', 'invalid-address'],
    [{ ...wanted, url: 'http://127.0.0.1:1/' }, '/url', 'invalid-address'],
    [{ ...wanted, url: `https://a.example.org/${'a'.repeat(2000)}` }, '/url', 'too-long'],
    [{ ...wanted, events: [] }, '/events', 'invalid-value'],
    [{ ...wanted, events: ['everything'] }, '/events/0', 'invalid-value'],
    [{ ...wanted, districts: ['atlantis'] }, '/districts', 'unknown-reference'],
    [{ ...wanted, districts: [] }, '/districts', 'invalid-value'],
    [{ url: wanted.url }, '/events', 'required'],
    [{ ...wanted, secret: 'whsec_mine' }, '', 'unknown-field'],
  ])('is not made of %o', async (body, pointer, code) => {
    const answer = await world.organise('POST', '/webhooks', { body })
    expect(answer.status).toBe(422)
    expect((await answer.json<Problem>()).errors).toEqual([{ pointer, code }])
  })

  it('leaves one line in the book for each deed', async () => {
    const before = (await deeds()).length
    const { id } = await add()
    await world.organise('PATCH', `/webhooks/${id}`, { headers: { 'If-Match': '"1"' }, body: { disabled: false } })
    await world.organise('PATCH', `/webhooks/${id}`, { headers: { 'If-Match': '"1"' }, body: { disabled: true } })
    await world.organise('DELETE', `/webhooks/${id}`, { headers: { 'If-Match': '"2"' } })
    await world.organise('DELETE', `/webhooks/${id}`, { headers: { 'If-Match': '"2"' } })
    expect((await deeds()).slice(before)).toEqual([
      `webhook.created ${id}`,
      `webhook.changed ${id}`,
      `webhook.removed ${id}`,
    ])
  })
})

describe('a district’s organiser', () => {
  it('has webhooks for their own districts alone', async () => {
    expect((await add(wanted, ofDistrict)).districts).toEqual(['darnytskyi'])
    for (const districts of [null, ['podilskyi'], ['darnytskyi', 'podilskyi']]) {
      const answer = await world.organise('POST', '/webhooks', { body: { ...wanted, districts }, token: ofDistrict })
      expect([answer.status, (await answer.json<Problem>()).errors]).toEqual([
        422,
        [{ pointer: '/districts', code: 'unknown-reference' }],
      ])
    }
  })

  it('sees, changes and removes no other', async () => {
    const others = [
      await add(),
      await add({ ...wanted, districts: ['darnytskyi', 'podilskyi'] }),
      await add(wanted, ofOther),
    ]
    const own = await add(wanted, ofDistrict)
    const { webhooks } = await (await world.organise('GET', '/webhooks', { token: ofDistrict })).json<WebhookList>()
    expect(webhooks.map(({ id }) => id)).toEqual([own.id])
    const headers = { 'If-Match': '"1"' }
    for (const { id } of others)
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['PATCH', '', { disabled: true }],
        ['DELETE', '', undefined],
        ['GET', '/deliveries', undefined],
        ['POST', '/deliveries/1/replay', undefined],
      ] as const) {
        const answer = await world.organise(method, `/webhooks/${id}${path}`, { token: ofDistrict, headers, body })
        expect([method, path, answer.status]).toEqual([method, path, 404])
      }
    expect((await (await world.organise('GET', '/webhooks')).json<WebhookList>()).webhooks).toHaveLength(4)
  })

  it('hears of their own forums alone', async () => {
    const own = await add(wanted, ofDistrict)
    const all = await add()
    for (const forum of ['forum', 'podil', 'city']) expect((await world.register(forum)).status).toBe(201)
    const heardBy = async ({ id }: Webhook) => {
      const answer = await world.organise('GET', `/webhooks/${id}/deliveries`)
      return (await answer.json<{ deliveries: Delivery[] }>()).deliveries.map(({ data }) => data['forum'])
    }
    expect(await heardBy(own)).toEqual(['forum'])
    expect(await heardBy(all)).toEqual(['city', 'podil', 'forum'])
  })
})

describe('the log of a webhook', () => {
  it('comes in pages, the newest first', async () => {
    const { id } = await add()
    for (let people = 0; people < 3; people += 1) await world.register('forum')
    type Page = { deliveries: Delivery[]; next: string | null }
    const first = await (await world.organise('GET', `/webhooks/${id}/deliveries?limit=2`)).json<Page>()
    await world.register('forum')
    const second = await (
      await world.organise('GET', `/webhooks/${id}/deliveries?limit=2&cursor=${first.next}`)
    ).json<Page>()
    expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([2, 1, null])
    const ids = [...first.deliveries, ...second.deliveries].map(delivery => delivery.id)
    expect(ids).toEqual(ids.toSorted((one, other) => other - one))
    expect(first.deliveries[0]).toMatchObject({ state: 'due', attempts: 0, lastStatus: null })
  })

  it.each(['?limit=0', '?limit=1001', '?limit=x', '?cursor=0', '?cursor=x', '?sort=url'])('refuses %s', async query => {
    const { id } = await add()
    expect((await world.organise('GET', `/webhooks/${id}/deliveries${query}`)).status).toBe(400)
    expect((await world.organise('GET', `/webhooks${query}`)).status).toBe(400)
  })

  it.each(['/webhooks/x', '/webhooks/0', '/webhooks/1e3', '/webhooks/99999', '/webhooks/99999/deliveries'])(
    '%s is not there',
    async path => {
      expect((await world.organise('GET', path)).status).toBe(404)
    },
  )
})

describe('a replay', () => {
  it('makes a delivery due again, and is written down', async () => {
    const { id } = await add()
    await world.register('forum')
    const delivery = await world.d1.prepare('SELECT max(id) AS id FROM webhook_deliveries').first<number>('id')
    await world.d1.prepare('UPDATE webhook_deliveries SET next_attempt_at = NULL, delivered_at = 1, attempts = 3').run()
    const before = (await deeds()).length
    const answer = await world.organise('POST', `/webhooks/${id}/deliveries/${delivery}/replay`)
    expect([answer.status, await answer.json()]).toEqual([
      202,
      expect.objectContaining({ id: delivery, state: 'due', attempts: 0, nextAttemptAt: '2019-06-03T09:00:00.000Z' }),
    ])
    expect((await deeds()).slice(before)).toEqual([`webhook.replayed ${id}/${delivery}`])
  })

  it('is refused for a delivery of another webhook, and while it is disabled', async () => {
    const { id } = await add()
    await world.register('forum')
    const delivery = await world.d1.prepare('SELECT max(id) AS id FROM webhook_deliveries').first<number>('id')
    const other = await add()
    const replay = (webhook: number) => world.organise('POST', `/webhooks/${webhook}/deliveries/${delivery}/replay`)
    expect((await replay(other.id)).status).toBe(404)
    await world.organise('PATCH', `/webhooks/${id}`, { headers: { 'If-Match': '"1"' }, body: { disabled: true } })
    const refused = await replay(id)
    expect([refused.status, (await refused.json<Problem>()).code]).toEqual([409, 'wrong-state'])
  })
})
