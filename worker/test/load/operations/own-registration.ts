import { expect } from 'vitest'
import { announced } from './forum-of-its-own.ts'
import { aPerson, openForm, privateToken, register } from './registering.ts'
import type { Session, Stage } from './stage.ts'

const forum = '2019-sviatoshynskyi'

export const ownRegistration: Session = async stage => {
  const { call } = stage
  const person = aPerson()
  const form = await openForm(stage, forum)
  const { code } = (await register(stage, forum, { ...person, ...form })).body
  const token = await privateToken(stage, code)

  expect((await call('GET', '/registration', { token })).body['mayChange']).toBe(true)
  const change = { name: 'Олена Інша', phone: null, organisation: { name: 'ГО «Приклад»' } }
  expect((await call('PATCH', '/registration', { token, body: change })).body['name']).toBe('Олена Інша')
  expect((await call('PATCH', '/registration', { token, body: { email: 'a@example.com' } })).status).toBe(422)
  expect((await call('GET', '/registration/data', { token })).status).toBe(200)
  expect((await call('POST', '/registration/link', { body: { email: person.email, forum } })).status).toBe(202)
  expect((await call('DELETE', '/registration', { token })).body['status']).toBe('cancelled')
  expect((await call('PATCH', '/registration', { token, body: change })).status).toBe(409)
  expect((await call('POST', '/registration/erasure', { token })).status).toBe(204)
  expect((await call('GET', '/registration', { token })).status).toBe(404)

  await confirms(stage)

  const Origin = 'https://evil.example'
  expect((await call('GET', '/registration', { token, headers: { Origin } })).status).toBe(403)
}

/** At a forum that wants the address confirmed first. */
const confirms = async (stage: Stage) => {
  const { call } = stage
  const held = await announced(stage, { capacity: 5, date: '2019-06-20', confirmAddress: true })
  const form = await openForm(stage, held)
  const { code } = (await register(stage, held, { ...aPerson(), ...form })).body
  const token = await privateToken(stage, code)
  const confirm = () => call('POST', '/registration/confirmation', { token })

  expect((await call('GET', '/registration', { token })).body['confirmBy']).not.toBeNull()
  for (let click = 0; click < 2; click += 1) expect((await confirm()).body['confirmBy']).toBeNull()
  expect((await call('DELETE', '/registration', { token })).status).toBe(200)
  expect((await confirm()).status).toBe(409)
  expect((await call('POST', '/registration/confirmation', { token: 'a'.repeat(43) })).status).toBe(404)
}
