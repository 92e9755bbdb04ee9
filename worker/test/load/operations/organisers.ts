import { expect } from 'vitest'
import type { MadeOrganiser } from '#contract'
import type { z } from 'zod'
import { letIn } from './letting-in.ts'
import type { Session, Stage } from './stage.ts'

const many = '/admin/organisers'
const one = '/admin/organisers/{organiser}'

const wanted = {
  name: 'Дніпровська РДА, стіл реєстрації',
  role: 'desk',
  districts: ['dniprovskyi'],
  forums: ['2019-dniprovskyi'],
  expiresAt: '2019-07-01T00:00:00+03:00',
}

export const organisers: Session = async stage => {
  const { call, token } = stage
  expect((await call('GET', '/admin/me', { token })).body['role']).toBe('city')
  expect((await call('GET', '/admin/me')).status).toBe(401)

  const made = await call<z.infer<typeof MadeOrganiser>>('POST', many, { token, body: wanted })
  const organiser = made.body.organiser.id
  expect(made.headers.get('Location')).toBe(`/api/v1/admin/organisers/${organiser}`)
  const theirs = made.body.token ?? ''
  expect((await call('GET', '/admin/me', { token: theirs })).body['role']).toBe('desk')
  expect((await call('GET', many, { token: theirs })).status).toBe(403)

  const list = await call<{ organisers: { id: number }[] }>('GET', many, { token })
  expect(list.body.organisers.map(({ id }) => id)).toContain(organiser)
  await changes(stage, organiser, made.headers.get('ETag') ?? '')
  await makesNoMore(stage)

  const shutOut = (asked: object = {}) => call('DELETE', one, { token, params: { organiser }, ...asked })
  expect((await shutOut()).status).toBe(204)
  expect((await shutOut({ lines: 0 })).status).toBe(204)
  expect((await shutOut({ params: { organiser: 9_999 } })).status).toBe(404)
  expect((await call('GET', '/admin/me', { token: theirs })).status).toBe(401)
}

const changes = async ({ call, token }: Stage, organiser: number, made: string): Promise<void> => {
  const params = { organiser }
  const etag = (await call('GET', one, { token, params })).headers.get('ETag') ?? ''
  expect(etag).toBe(made)
  expect((await call('GET', one, { token, params: { organiser: 'me' } })).status).toBe(404)
  expect((await call('GET', one, { params })).status).toBe(401)
  const change = (headers: Record<string, string>, body: object = { name: 'Стіл біля дверей', expiresAt: null }) =>
    call('PATCH', one, { token, params, headers, body })
  expect((await change({})).status).toBe(428)
  expect((await change({ 'If-Match': '*' })).status).toBe(400)
  expect((await change({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await change({ 'If-Match': etag }, { role: 'city' })).status).toBe(422)
  expect((await change({ 'If-Match': etag })).body['expiresAt']).toBeNull()
}

const makesNoMore = async (stage: Stage): Promise<void> => {
  const { call, token } = stage
  const make = (body: object, as = token) => call('POST', many, { token: as, body })
  const { forums: _none, ...atNoDoor } = wanted
  expect((await make(atNoDoor)).status).toBe(422)
  expect((await make({ ...wanted, districts: ['nowhere'] })).status).toBe(422)
  const vouchedFor = { name: 'Приклад', role: 'editor', districts: ['dniprovskyi'], email: 'editor@example.org' }
  expect((await make(vouchedFor)).body['token']).toBeNull()
  expect((await make(vouchedFor)).body['code']).toBe('already-exists')
  const ofDistrict = await letIn(stage, { role: 'district', districts: ['podilskyi'] })
  expect((await make({ name: 'Приклад', role: 'city' }, ofDistrict)).status).toBe(422)
  expect((await call('GET', many, { token: ofDistrict })).status).toBe(200)
}
