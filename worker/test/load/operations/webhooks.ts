import { expect } from 'vitest'
import type { Delivery, WebhookWithSecret } from '#contract'
import { aPerson, openForm, register } from './registering.ts'
import type { Session } from './stage.ts'

const forum = '2019-holosiivskyi'
const one = '/admin/webhooks/{webhook}'

export const webhooks: Session = async stage => {
  const { call, token } = stage
  // Nobody listens there.
  const wanted = { url: 'http://localhost:9/hook', events: ['registration', 'check-in', 'forum'] }
  const made = await call<WebhookWithSecret>('POST', '/admin/webhooks', { token, body: wanted })
  const params = { webhook: made.body.id }
  expect(made.headers.get('Location')).toBe(`/api/v1/admin/webhooks/${made.body.id}`)
  expect((await call('POST', '/admin/webhooks', { token, body: { ...wanted, url: 'http://10.0.0.1/' } })).status).toBe(
    422,
  )
  expect((await call('POST', '/admin/webhooks', { body: wanted })).status).toBe(401)

  const form = await openForm(stage, forum)
  await register(stage, forum, { ...aPerson(), ...form })
  const log = await call<{ deliveries: Delivery[] }>('GET', `${one}/deliveries`, {
    token,
    params,
    query: { limit: '5' },
  })
  const delivery = log.body.deliveries[0]?.id ?? 0
  const replay = { token, params: { ...params, delivery } }
  expect((await call('POST', `${one}/deliveries/{delivery}/replay`, replay)).body['state']).toBe('due')

  expect((await call('GET', '/admin/webhooks', { token })).body['next']).toBeNull()
  const etag = (await call('GET', one, { token, params })).headers.get('ETag') ?? ''
  const change = (match: Record<string, string>, body: object = { disabled: true }) =>
    call('PATCH', one, { token, params, headers: match, body })
  expect((await change({})).status).toBe(428)
  expect((await change({ 'If-Match': '*' })).status).toBe(400)
  expect((await change({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await change({ 'If-Match': etag }, { events: [] })).status).toBe(422)
  const changed = await change({ 'If-Match': etag })
  expect((await call('POST', `${one}/deliveries/{delivery}/replay`, replay)).status).toBe(409)
  const headers = { 'If-Match': changed.headers.get('ETag') ?? '' }
  expect((await call('DELETE', one, { token, params, headers })).status).toBe(204)
  expect((await call('GET', one, { token, params })).status).toBe(404)
}
