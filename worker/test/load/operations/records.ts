import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { RegistrationRecord } from '#contract'
import type { Asked } from './call.ts'
import { announced, makePlaces } from './forum-of-its-own.ts'
import { letIn } from './letting-in.ts'
import { aPerson } from './registering.ts'
import type { Session, Stage } from './stage.ts'

const many = '/admin/forums/{forum}/registrations'
const one = `${many}/{code}`

const phoned = () => ({ ...aPerson(), consent: { given: true, version: '2019-06', channel: 'phone' } })

/** What an office does with people: two places for everybody, one for the invited, and two may wait. */
export const records: Session = async stage => {
  const plan = { capacity: 3, reserved: 1, waitlistCapacity: 2, organisationLimit: 1 }
  const forum = await announced(stage, { ...plan, date: '2019-06-03', startTime: '20:00' })
  const elsewhere = await announced(stage, { ...plan, date: '2019-06-20' })
  const office = officeOf(stage, forum)
  await enters(office)
  await changes(office)
  await promotes(office)
  await transfers(office, elsewhere)
  await merges(office)
  await cancels(office)
}

/** A receipt, a record or a refusal. */
type Told = { readonly code: string; readonly status: string | number; readonly invited?: boolean }

type Office = ReturnType<typeof officeOf>

const officeOf = (stage: Stage, forum: string) => {
  const { call, token } = stage
  const enter = (body: object, key: string = randomUUID(), asked: Asked = {}) => {
    const headers = { 'Idempotency-Key': key }
    return call<Told>('POST', many, { token, params: { forum }, headers, body, ...asked })
  }
  const read = (code: string, asked: Asked = {}) =>
    call<RegistrationRecord>('GET', one, { token, params: { forum, code }, ...asked })
  return {
    stage,
    forum,
    enter,
    read,
    /** The code of somebody new. */
    someone: async (changes: object = {}) => (await enter({ ...phoned(), ...changes })).body.code,
    /** By who has just looked at it. */
    does: async (deed: string, code: string, body?: object, asked: Asked = {}) => {
      const headers = { 'If-Match': (await read(code)).headers.get('ETag') ?? '' }
      const sent = { token, params: { forum, code }, headers, ...(body && { body }), ...asked }
      return call<Told>('POST', `${one}/${deed}`, sent)
    },
  }
}

const enters = async ({ stage, forum, enter, read }: Office): Promise<void> => {
  const person = { ...phoned(), phone: '+380 00 123 45 67', organisation: { name: 'ГО «Приклад»' } }
  const key = randomUUID()
  const entered = await enter(person, key)
  const { code } = entered.body
  expect(entered.headers.get('Location')).toBe(`/api/v1/admin/forums/${forum}/registrations/${code}`)
  expect((await enter(person, key, { lines: 0 })).body.code).toBe(code)
  expect((await enter({ ...person, name: 'Інша Людина' }, key)).body.code).toBe('key-reused')
  expect((await enter(person)).body.code).toBe('already-registered')
  expect((await enter({ ...person, email: aPerson().email })).body.code).toBe('organisation-full')
  expect((await enter({ ...person, email: undefined, phone: undefined })).status).toBe(422)
  expect((await enter(person, 'short')).status).toBe(400)
  expect((await enter(person, key, { params: { forum: 'nowhere' } })).status).toBe(404)
  const token = await letIn(stage, { role: 'editor' })
  expect((await enter(person, key, { token })).status).toBe(403)

  const found = await read(code.toLowerCase())
  expect([found.body.origin, found.headers.get('ETag')]).toEqual(['organiser', entered.headers.get('ETag')])
  expect((await read('0000-0000')).status).toBe(404)
  expect((await read(code, { token })).status).toBe(403)
}

const changes = async ({ stage: { call, token }, forum, someone, read }: Office): Promise<void> => {
  const code = await someone()
  const etag = (await read(code)).headers.get('ETag') ?? ''
  const change = (headers: Record<string, string>, body: object = { name: 'Остап Приклад', note: 'Зателефонувати' }) =>
    call<RegistrationRecord>('PATCH', one, { token, params: { forum, code }, headers, body })
  expect((await change({})).status).toBe(428)
  expect((await change({ 'If-Match': '*' })).status).toBe(400)
  expect((await change({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await change({ 'If-Match': etag }, { activities: ['nothing'] })).status).toBe(422)
  expect((await change({ 'If-Match': etag })).body.note).toBe('Зателефонувати')
}

/** The places for everybody are taken. */
const promotes = async ({ someone, does }: Office): Promise<void> => {
  const code = await someone({ email: undefined, phone: '+380 00 123 45 67' })
  expect((await does('promotion', code, {})).body.code).toBe('forum-full')
  expect((await does('promotion', code, { invited: 'yes' })).status).toBe(422)
  expect((await does('promotion', code, { invited: true }, { headers: {} })).status).toBe(428)
  expect((await does('promotion', code, { invited: true })).body.invited).toBe(true)
  expect((await does('promotion', code, {})).body.code).toBe('wrong-state')
}

const transfers = async ({ someone, does, read }: Office, forum: string): Promise<void> => {
  const code = await someone()
  expect((await does('transfer', code, { forum: 'nowhere' })).status).toBe(422)
  expect((await does('transfer', code, { forum }, { headers: { 'If-Match': '"99"' } })).status).toBe(412)
  expect((await does('transfer', code, { forum })).body.status).toBe('confirmed')
  expect((await read(code)).status).toBe(404)
}

const merges = async ({ someone, does }: Office): Promise<void> => {
  const [waiting, double] = [await someone(), await someone()]
  expect((await does('merge', double, { into: '0000-0000' })).status).toBe(422)
  expect((await does('merge', double, { into: double })).body.code).toBe('wrong-state')
  expect((await does('merge', double, { into: waiting })).body.code).toBe(waiting)
  // Both codes lead to one person now.
  expect((await does('merge', double, { into: waiting })).body.code).toBe('wrong-state')
}

const cancels = async ({ stage, forum, someone, does }: Office): Promise<void> => {
  const { call, token } = stage
  const code = await someone()
  expect((await does('cancellation', code, undefined, { headers: { 'If-Match': '*' } })).status).toBe(400)
  expect((await does('cancellation', code, undefined, { headers: { 'If-Match': '"99"' } })).status).toBe(412)
  expect((await does('cancellation', code)).body.status).toBe('cancelled')
  expect((await does('cancellation', code, undefined, { lines: 0 })).body.status).toBe('cancelled')
  expect((await does('promotion', code, {})).body.code).toBe('registration-cancelled')

  await makePlaces(stage, forum, 20)
  const here = await someone()
  await call('POST', '/admin/forums/{forum}/check-ins', { token, params: { forum }, body: { code: here } })
  expect((await does('cancellation', here)).body.code).toBe('checked-in')
}
