import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { ChangedForum, CheckIn, DoorList, Problem, ScanResults } from '#contract'
import { announced } from './forum-of-its-own.ts'
import { etagOf } from './keeping.ts'
import { letIn } from './letting-in.ts'
import { aPerson, openForm, register } from './registering.ts'
import type { Session, Stage } from './stage.ts'

const one = '/admin/forums/{forum}'
const anotherDay = '2019-dniprovskyi'

/** Two have a place at this forum, and one waits. The token is of a desk that stands at this door alone. */
type AtDoor = {
  readonly stage: Stage
  readonly token: string
  readonly forum: string
  readonly codes: readonly string[]
}

/** A forum of the day at which the clock stands. */
export const door: Session = async stage => {
  const today = { date: '2019-06-03', startTime: '14:00', capacity: 2, waitlistCapacity: 1 }
  const forum = await announced(stage, today)
  const form = await openForm(stage, forum)
  const codes: string[] = []
  for (const name of ['Олена Приклад', 'Остап Приклад', 'Ганна Приклад'])
    codes.push((await register(stage, forum, { ...aPerson(), ...form, name })).body.code)
  const atDoor = { stage, token: await letIn(stage, { role: 'desk', forums: [forum] }), forum, codes }
  await looksUp(atDoor)
  await checksIn(atDoor)
  await takesBack(atDoor)
  await letsIn(atDoor)
  await scans(atDoor)
  await standsElsewhere(atDoor)
}

const looksUp = async ({ stage: { call }, token, forum }: AtDoor): Promise<void> => {
  const look = (query: Record<string, string> = {}) =>
    call<DoorList>('GET', `${one}/door`, { token, params: { forum }, query })
  const first = await look({ limit: '2' })
  expect([first.body.today, first.body.people.length, first.body.more]).toEqual([true, 2, true])
  const rest = await look({ cursor: first.body.next ?? '' })
  expect(rest.body.people.map(({ status }) => status)).toEqual(['waitlisted'])
  expect((await look({ q: 'прик ол' })).body.people.map(({ name }) => name)).toEqual(['Олена Приклад'])
  expect((await look({ cursor: 'nothing' })).status).toBe(400)
}

const checksIn = async ({ stage: { call }, token, forum, codes: [first = '', , waiting = ''] }: AtDoor) => {
  const come = (asked: object) =>
    call<CheckIn & Problem>('POST', `${one}/check-ins`, { token, params: { forum }, ...asked })
  expect((await come({ body: { code: first } })).body.result).toBe('first')
  const again = { code: first.toLowerCase().replace('-', ' ') }
  expect((await come({ body: again, lines: 0 })).body.result).toBe('already')
  const refused = await come({ body: { code: waiting, promote: true } })
  expect([refused.status, refused.body.code, refused.body.mayDo]).toEqual([409, 'registration-waitlisted', []])
  expect((await come({ body: { code: '0000-0000' } })).status).toBe(404)
  expect((await come({ body: { code: 'nobody' } })).body.code).toBe('invalid-code')
  expect((await come({ body: { code: first, at: 'noon' } })).body.code).toBe('invalid-request')
  expect((await come({ text: '{' })).status).toBe(400)
}

const takesBack = async ({ stage: { call }, token, forum, codes: [first = ''] }: AtDoor): Promise<void> => {
  const leave = (code: string, asked: object = {}) =>
    call('DELETE', `${one}/check-ins/{code}`, { token, params: { forum, code }, ...asked })
  expect((await leave(first)).status).toBe(204)
  expect((await leave(first, { lines: 0 })).status).toBe(204)
  expect((await leave('0000-0000')).status).toBe(404)
  expect((await leave('nobody')).status).toBe(422)
}

const letsIn = async ({ stage, token, forum, codes }: AtDoor): Promise<void> => {
  const walk = (body: object, key: string = randomUUID(), lines?: number) =>
    stage.call<CheckIn & Problem>('POST', `${one}/walk-ins`, {
      token,
      params: { forum },
      body,
      headers: { 'Idempotency-Key': key },
      ...(lines !== undefined && { lines }),
    })
  const person = { ...aPerson(), consent: { given: true, version: '2019-06', channel: 'paper' } }
  expect((await walk(person)).body.code).toBe('forum-full')
  // Whoever waits has the third.
  await seat(stage, forum, codes.length + 1)
  const key = randomUUID()
  const { body, headers } = await walk(person, key)
  expect(headers.get('Location')).toBe(`/api/v1/admin/forums/${forum}/check-ins/${body.person.code}`)
  expect((await walk(person, key, 0)).body.person.code).toBe(body.person.code)
  expect((await walk({ ...person, name: 'Інша Людина' }, key)).body.code).toBe('key-reused')
  expect((await walk(person)).body.code).toBe('already-registered')
  expect((await walk(person, 'short')).status).toBe(400)
  expect((await walk({ ...person, consent: { ...person.consent, version: 'none' } })).status).toBe(422)
}

const seat = async (stage: Stage, forum: string, capacity: number): Promise<void> => {
  const headers = { 'If-Match': await etagOf(stage, one, { forum }) }
  const asked = { token: stage.token, params: { forum }, headers, body: { capacity } }
  expect((await stage.call<ChangedForum>('PATCH', one, asked)).body.forum.counts.waitlisted).toBe(0)
}

const scans = async ({ stage: { call }, token, forum, codes: [first = ''] }: AtDoor): Promise<void> => {
  const send = (recorded: object[], lines?: number) =>
    call<ScanResults>('POST', `${one}/scans`, {
      token,
      params: { forum },
      body: { device: 'tablet', scans: recorded },
      ...(lines !== undefined && { lines }),
    })
  const at = '2019-06-03T11:42:00+03:00'
  const recorded = [
    { id: '1', code: first, at },
    { id: '2', code: first, at },
    { id: '3', code: '0000-0000', at },
    { id: '4', code: 'nobody', at },
    { id: '5', code: first, at, undo: true },
    { id: '6', code: first, at: '2019-06-04T11:42:00+03:00' },
  ]
  const outcomes = ['first', 'already', 'unknown', 'typo', 'undone', 'not-the-day']
  expect((await send(recorded)).body.results.map(({ outcome }) => outcome)).toEqual(outcomes)
  expect((await send(recorded, 0)).body.results.map(({ outcome }) => outcome)).toEqual(outcomes)
  expect((await send([{ id: '7', code: first }])).status).toBe(422)
}

/** Where one does not stand, nobody is found; on another day nobody comes. */
const standsElsewhere = async ({ stage, token, forum }: AtDoor): Promise<void> => {
  const { call } = stage
  const { code } = (await register(stage, anotherDay, { ...aPerson(), ...(await openForm(stage, anotherDay)) })).body
  const come = (asked: object) =>
    call('POST', `${one}/check-ins`, { token: stage.token, params: { forum: anotherDay }, body: { code }, ...asked })
  expect((await come({})).body['code']).toBe('not-the-day')
  const editor = await letIn(stage, { role: 'editor' })
  for (const [method, path, sent] of [
    ['GET', 'door', {}],
    ['POST', 'check-ins', { body: { code } }],
    ['DELETE', 'check-ins/{code}', {}],
    ['POST', 'walk-ins', { text: '{}', headers: { 'Idempotency-Key': randomUUID() } }],
    ['POST', 'scans', { body: { device: 'tablet', scans: [] } }],
  ] as const) {
    const statusOf = async (asked: object) =>
      (await call(method, `${one}/${path}`, { params: { forum, code }, ...sent, ...asked })).status
    expect([path, await statusOf({}), await statusOf({ token: editor })]).toEqual([path, 401, 403])
    if (!('text' in sent))
      expect([path, await statusOf({ token, params: { forum: anotherDay, code } })]).toEqual([path, 404])
  }
}
