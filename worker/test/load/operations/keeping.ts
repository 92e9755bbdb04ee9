import { expect } from 'vitest'
import type { Stage } from './stage.ts'

/** A kind of things that organisers make, change and remove. */
export type Kept = {
  readonly many: string
  /** The path of one of them, and whose name fills its last place. */
  readonly one: string
  readonly params: Readonly<Record<string, string>>
  /** Where it is once it is made, after `/api/v1/admin`. */
  readonly place: string
  readonly wanted: object
  readonly change: object
  /** No change at all, for it breaks a rule of the fields. */
  readonly wrong: object
}

export const etagOf = async ({ call, token }: Stage, path: string, params: Kept['params']): Promise<string> =>
  (await call('GET', path, { token, params })).headers.get('ETag') ?? ''

/** Makes one, looks at it and changes it, and is refused on the way as often as it can be. */
export const keep = async (stage: Stage, { many, one, params, place, wanted, change, wrong }: Kept): Promise<void> => {
  const { call, token } = stage
  const post = (asked: object) => call('POST', many, { token, params, ...asked })
  expect((await post({ body: { ...wanted, isAdmin: true } })).status).toBe(422)
  expect((await post({ text: '{' })).status).toBe(400)
  expect((await post({ text: 'x', headers: { 'Content-Type': 'text/plain' } })).status).toBe(415)
  expect((await post({ body: { ...wanted, more: '·'.repeat(150_000) } })).status).toBe(413)
  expect((await call('POST', many, { params, body: wanted })).status).toBe(401)
  const made = await post({ body: wanted })
  expect(made.headers.get('Location')).toBe(`/api/v1/admin${place}`)
  expect((await post({ body: wanted })).status).toBe(409)

  expect((await call('GET', many, { token, params })).status).toBe(200)
  expect((await call('GET', many, { params })).status).toBe(401)
  const etag = await etagOf(stage, one, params)
  expect(etag).toBe(made.headers.get('ETag'))
  const elsewhere = Object.fromEntries(Object.keys(params).map(name => [name, 'nowhere']))
  expect((await call('GET', one, { token, params: elsewhere })).status).toBe(404)

  const patch = (headers: Record<string, string>, body = change, to = params) =>
    call('PATCH', one, { token, params: to, headers, body })
  expect((await patch({})).status).toBe(428)
  expect((await patch({ 'If-Match': '*' })).status).toBe(400)
  expect((await patch({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await patch({ 'If-Match': etag }, change, elsewhere)).status).toBe(404)
  expect((await patch({ 'If-Match': etag }, wrong)).status).toBe(422)
  const changed = await patch({ 'If-Match': etag })
  expect(changed.headers.get('ETag')).not.toBe(etag)
  expect((await patch({ 'If-Match': etag })).status).toBe(412)
}

/** Removes what was made, after some refusals. */
export const remove = async (stage: Stage, one: string, params: Kept['params']): Promise<void> => {
  const { call, token } = stage
  const gone = (headers: Record<string, string>) => call('DELETE', one, { token, params, headers })
  const headers = { 'If-Match': await etagOf(stage, one, params) }
  expect((await gone({})).status).toBe(428)
  expect((await gone({ 'If-Match': 'W' })).status).toBe(400)
  expect((await gone({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await call('DELETE', one, { params, headers })).status).toBe(401)
  expect((await gone(headers)).status).toBe(204)
  expect((await gone(headers)).status).toBe(404)
}

/** It stays where it is while something else names it. */
export const stays = async (stage: Stage, one: string, params: Kept['params']): Promise<void> => {
  const headers = { 'If-Match': await etagOf(stage, one, params) }
  const { status, body } = await stage.call('DELETE', one, { token: stage.token, params, headers })
  expect([status, body['code']]).toEqual([409, 'in-use'])
}
