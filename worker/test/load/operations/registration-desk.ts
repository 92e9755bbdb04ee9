import { expect } from 'vitest'
import { aPerson, openForm, register } from './registering.ts'
import type { Session } from './stage.ts'

const forum = '2019-dniprovskyi'

export const registrationDesk: Session = async stage => {
  const { call, token } = stage
  const form = await openForm(stage, forum)
  await register(stage, forum, { ...aPerson(), ...form })
  const path = '/admin/forums/{forum}/registrations'
  const list = await call<{ registrations: unknown[] }>('GET', path, {
    token,
    params: { forum },
    query: { limit: '1' },
  })
  expect(list.body.registrations).toHaveLength(1)
  expect((await call('GET', path, { token, params: { forum: 'nowhere' } })).status).toBe(404)
  expect((await call('GET', path, { token, params: { forum }, query: { limit: '0' } })).status).toBe(400)
  expect((await call('GET', path, { params: { forum } })).status).toBe(401)
}
