import { expect } from 'vitest'
import { aPerson, openForm, register } from './registering.ts'
import type { Session } from './stage.ts'

const forum = '2019-sviatoshynskyi'

export const registration: Session = async stage => {
  const { call } = stage
  const nowhere = { forum: 'nowhere' }
  expect((await call('GET', '/forums/{forum}/form', { params: nowhere })).status).toBe(404)
  const form = await openForm(stage, forum)
  const everything = {
    ...aPerson(),
    phone: '+380 00 123 45 67',
    organisation: { name: 'ГО «Приклад»', edrpou: '00000000', role: 'координаторка' },
    proposal: { topic: 'Двір', text: 'Більше лавок' },
    needs: 'Місце біля дверей',
  }
  expect((await register(stage, forum, { ...everything, ...form })).status).toBe(201)
  expect((await register(stage, forum, { ...aPerson(), ...form })).body.status).toBe('confirmed')

  expect((await register(stage, forum, { ...aPerson(), ...form }, {})).status).toBe(400)
  expect((await register(stage, 'nowhere', { ...aPerson(), ...form })).status).toBe(404)
  expect((await register(stage, '2019-darnytskyi', { ...aPerson(), ...form })).status).toBe(409)
  expect((await register(stage, forum, { ...form, name: 1, isAdmin: true })).status).toBe(422)
  expect((await register(stage, forum, { ...aPerson(), needs: '·'.repeat(20_000) })).status).toBe(413)
}
