import { expect } from 'vitest'
import type { ChangedForum, ForumMove, Problem } from '#contract'
import { announced, draft, move } from './forum-of-its-own.ts'
import { etagOf, stays } from './keeping.ts'
import { letIn } from './letting-in.ts'
import { aPerson, openForm, register } from './registering.ts'
import type { Session, Stage } from './stage.ts'

const one = '/admin/forums/{forum}'

/** The whole life of a forum: what nobody hears of, and what people are told. */
export const moves: Session = async stage => {
  const forum = await draft(stage, { capacity: 2, waitlistCapacity: 2, reserved: 1, organisationLimit: 1 })
  const done = async (body: ForumMove) => (await move<ChangedForum>(stage, forum, body)).body.forum
  expect((await done({ move: 'announce' })).state).toBe('announced')
  expect((await done({ move: 'withdraw' })).state).toBe('draft')
  await done({ move: 'announce' })
  expect((await done({ move: 'schedule', date: '2019-06-20', startTime: '10:00', venue: 'ibis' })).state).toBe(
    'scheduled',
  )
  expect((await done({ move: 'close' })).registration).toBe('closed')
  expect((await done({ move: 'open' })).registration).toBe('open')

  const form = await openForm(stage, forum)
  await register(stage, forum, { ...aPerson(), ...form })
  await register(stage, forum, { ...aPerson(), ...form })
  await tellsPeople(stage, forum)
  await stays(stage, one, { forum })
  await refuses(stage, forum)
  await isHeld(stage)
}

/** Two are registered. They hear of it, and the organiser hears before that how many they are. */
const tellsPeople = async (stage: Stage, forum: string): Promise<void> => {
  const tells = { confirmed: 1, waitlisted: 1 }
  const loud: ForumMove[] = [
    { move: 'pause' },
    { move: 'resume' },
    { move: 'move', date: '2019-06-21', endTime: '16:00' },
    { move: 'cancel' },
    { move: 'reinstate' },
  ]
  for (const body of loud) {
    const seen = await move<ChangedForum>(stage, forum, { ...body, preview: true }, { lines: 0 })
    expect([seen.body.done, seen.body.tells]).toEqual([false, tells])
    const refused = await move<Problem>(stage, forum, body)
    expect([refused.status, refused.body.code, refused.body.tells]).toEqual([409, 'people-will-be-told', 2])
    const told = await move<ChangedForum>(stage, forum, { ...body, tell: true })
    expect([told.body.done, told.body.tells]).toEqual([true, tells])
  }
  const { call, token } = stage
  const change = async (body: object) => {
    const headers = { 'If-Match': await etagOf(stage, one, { forum }) }
    return call<ChangedForum>('PATCH', one, { token, params: { forum }, headers, body })
  }
  expect((await change({ venue: 'myr' })).status).toBe(409)
  expect((await change({ venue: 'myr', tell: true })).body.tells).toEqual(tells)
  expect((await change({ capacity: 5 })).body.forum.counts.confirmed).toBe(2)
}

const refuses = async (stage: Stage, forum: string): Promise<void> => {
  const { call } = stage
  const codeOf = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer
    return [status, body['code']]
  }
  expect(await codeOf(move(stage, forum, { move: 'withdraw' }))).toEqual([409, 'wrong-state'])
  expect(await codeOf(move(stage, forum, { move: 'move', venue: 'nowhere' }))).toEqual([422, 'invalid-request'])
  expect(await codeOf(move(stage, forum, { move: 'pause' }, { seen: '"99"' }))).toEqual([412, 'precondition-failed'])
  expect(await codeOf(move(stage, forum, { move: 'pause' }, { seen: '99' }))).toEqual([400, 'invalid-precondition'])
  expect(await codeOf(move(stage, 'nowhere', { move: 'pause' }, { seen: '"1"' }))).toEqual([404, 'not-found'])
  const asked = { params: { forum }, body: { move: 'pause' } }
  const path = `${one}/moves`
  expect(await codeOf(call('POST', path, { ...asked, token: stage.token }))).toEqual([428, 'precondition-required'])
  expect(await codeOf(call('POST', path, asked))).toEqual([401, 'unauthorised'])
  const token = await letIn(stage, { role: 'analyst' })
  expect(await codeOf(call('POST', path, { ...asked, token }))).toEqual([403, 'forbidden'])
}

const isHeld = async (stage: Stage): Promise<void> => {
  const forum = await announced(stage, { date: '2019-06-01', capacity: 10 })
  const attendance = { count: 70, precision: 'more-than' } as const
  const { body } = await move<ChangedForum>(stage, forum, { move: 'hold', attendance })
  expect([body.forum.state, body.forum.attendance]).toEqual(['held', attendance])
}
