import { expect } from 'vitest'
import { letIn } from './letting-in.ts'
import { aPerson, openForm, register } from './registering.ts'
import type { Session, Stage } from './stage.ts'

const forum = '2019-dniprovskyi'
const path = '/admin/forums/{forum}/exports/{format}'
const sheet = '/admin/forums/{forum}/sign-in-sheet'

export const exports: Session = async stage => {
  const { call, token } = stage
  const { code } = (await register(stage, forum, { ...aPerson(), ...(await openForm(stage, forum)) })).body
  const take = <Body>(format: string, query: Record<string, string> = {}) =>
    call<Body>('GET', path, { token, params: { forum, format }, query })

  const csv = await take<string>('csv', { lang: 'en', delimiter: ',', sort: 'name', status: 'confirmed' })
  expect(csv.body).toContain(code)
  expect(csv.headers.get('Content-Disposition')).toContain(`${forum}-registrations.csv`)
  const { body } = await take<{ registrations: { code: string }[] }>('json', { since: '2019-06-03T00:00:00+03:00' })
  expect(body.registrations.map(person => person.code)).toContain(code)
  expect((await take<string>('xlsx', { came: 'false', invited: 'false' })).body.slice(0, 2)).toBe('PK')

  const printed = await call<string>('GET', sheet, {
    token,
    params: { forum },
    query: { lang: 'en', status: 'confirmed' },
  })
  expect(printed.body).toContain('Олена Приклад')
  await refuses(stage)
}

const refuses = async (stage: Stage): Promise<void> => {
  const { call, token } = stage
  const asked = { token, params: { forum, format: 'csv' } }
  const ofDoor = await letIn(stage, { role: 'desk', forums: [forum] })
  const ofAnotherDistrict = await letIn(stage, { role: 'district', districts: ['podilskyi'] })
  for (const [operation, wrong] of [
    [path, { delimiter: 'tab' }],
    [sheet, { status: 'present' }],
  ] as const) {
    expect((await call('GET', operation, { ...asked, query: wrong })).status).toBe(400)
    expect((await call('GET', operation, { ...asked, query: { activity: 'nothing' } })).status).toBe(400)
    expect((await call('GET', operation, { params: asked.params })).status).toBe(401)
    expect((await call('GET', operation, { ...asked, token: ofDoor })).status).toBe(403)
    expect((await call('GET', operation, { ...asked, token: ofAnotherDistrict })).status).toBe(404)
  }
  expect((await call('GET', path, { token, params: { forum, format: 'pdf' } })).status).toBe(404)
}
