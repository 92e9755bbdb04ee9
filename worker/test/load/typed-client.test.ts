import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../../scripts/local-state.ts'
import { type LocalWorker, localNow, startLocalWorker } from '../../scripts/local-worker.ts'
import { organiserClient } from '../../src/organisers/organiser-client.ts'

/** A day of a district, by the typed client alone: what the compiler knows of each answer is what the running worker answers. */
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-typed-'))
let worker: LocalWorker

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  worker = await startLocalWorker({ port: await freePort(), state, now: localNow() })
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
})

/** The client of an organiser of one district, whom the city has let in. */
const ofDistrict = async () => {
  const city = organiserClient(worker.origin, secrets(state).organiserToken)
  const answer = await city.admin.organisers.$post({
    json: { name: 'Подільська РДА', role: 'district', districts: ['podilskyi'] },
  })
  if (answer.status !== 201) throw new Error(`Nobody was let in: ${(await answer.json()).code}`)
  return organiserClient(worker.origin, (await answer.json()).token ?? '')
}

it('a district makes its forum of the day, announces it, enters and checks in who comes, and takes the list home', async () => {
  const { admin } = await ofDistrict()
  const title = { uk: 'Подільський форум', en: 'Podilskyi Forum' }
  const made = await admin.forums.$post({
    json: {
      slug: 'podil-today',
      series: '2019',
      district: 'podilskyi',
      title,
      date: '2019-06-03',
      startTime: '18:00',
      capacity: 20,
    },
  })
  if (made.status !== 201) throw new Error((await made.json()).code)
  const { slug: forum, state: standing } = await made.json()
  expect(standing).toBe('draft')

  const seen = { 'if-match': made.headers.get('ETag') ?? '' }
  const announced = await admin.forums[':forum'].moves.$post({
    param: { forum },
    header: seen,
    json: { move: 'announce' },
  })
  if (announced.status !== 200) throw new Error((await announced.json()).code)
  expect((await announced.json()).forum.registration).toBe('open')

  const ours = await admin.forums.$get({ query: { state: 'scheduled', limit: '10' } })
  if (ours.status !== 200) throw new Error((await ours.json()).code)
  expect((await ours.json()).forums.map(({ slug }) => slug)).toEqual([forum])

  const code = await entered(admin, forum)
  const list = await admin.forums[':forum'].registrations.$get({ param: { forum }, query: { sort: 'name' } })
  if (list.status !== 200) throw new Error((await list.json()).code)
  expect((await list.json()).registrations.map(({ name, origin }) => [name, origin])).toEqual([
    ['Олена Приклад', 'organiser'],
  ])

  const checkedIn = await admin.forums[':forum']['check-ins'].$post({ param: { forum }, json: { code } })
  if (checkedIn.status !== 200) throw new Error((await checkedIn.json()).code)
  const { result, person } = await checkedIn.json()
  expect([result, person.name]).toEqual(['first', 'Олена Приклад'])

  const file = await admin.forums[':forum'].exports[':format'].$get({ param: { forum, format: 'csv' }, query: {} })
  expect([file.status, (await file.text()).includes(code)]).toEqual([200, true])
})

type Admin = ReturnType<typeof organiserClient>['admin']

/** The code of somebody who phoned. */
const entered = async (admin: Admin, forum: string): Promise<string> => {
  const answer = await admin.forums[':forum'].registrations.$post({
    param: { forum },
    header: { 'idempotency-key': crypto.randomUUID() },
    json: {
      name: 'Олена Приклад',
      phone: '+380 00 123 45 67',
      locale: 'uk',
      consent: { given: true, version: '2019-06', channel: 'phone' },
    },
  })
  if (answer.status !== 201) throw new Error((await answer.json()).code)
  return (await answer.json()).code
}

it('whoever asks for what is not theirs is refused with a code that the compiler knows', async () => {
  const { admin } = await ofDistrict()
  const answer = await admin.forums[':forum'].$get({ param: { forum: '2019-city' } })
  if (answer.status === 200) throw new Error(`It is theirs: ${(await answer.json()).url}`)
  const { code } = await answer.json()
  // @ts-expect-error There is no such code.
  expect(code === 'no-such-code').toBe(false)
  expect(code).toBe('not-found')
})
