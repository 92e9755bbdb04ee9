import { expect } from 'vitest'
import type { LetterRecord } from '#contract'
import { announced } from './forum-of-its-own.ts'
import { aPerson } from './registering.ts'
import type { Session } from './stage.ts'

const many = '/admin/forums/{forum}/letters'
const one = `${many}/{letter}`

const written = {
  subject: { uk: 'Візьміть воду', en: 'Bring water' },
  text: { uk: 'Буде спекотно.', en: 'It will be hot.' },
}

/** A letter to many: a draft that says to how many, and a second step that sends it once. */
export const letters: Session = async stage => {
  const { call, token } = stage
  const forum = await announced(stage, { capacity: 5, date: '2019-06-20' })
  const consent = { given: true, version: '2019-06', channel: 'phone' }
  await call('POST', '/admin/forums/{forum}/registrations', {
    token,
    params: { forum },
    headers: { 'Idempotency-Key': 'a-key-of-the-letters-0001' },
    body: { ...aPerson(), consent },
  })
  const draft = async () => {
    const asked = { token, params: { forum }, body: { ...written, selection: { status: 'confirmed' } } }
    const { status, body, headers } = await call<LetterRecord>('POST', many, asked)
    expect([status, body.recipients, body.sentAt]).toEqual([201, 1, null])
    return { letter: String(body.id), etag: headers.get('ETag') ?? '' }
  }
  const kept = await draft()
  const dropped = await draft()
  const listed = await call<{ letters: LetterRecord[] }>('GET', many, { token, params: { forum } })
  expect(listed.body.letters).toHaveLength(2)
  expect((await call('GET', one, { token, params: { forum, letter: kept.letter } })).status).toBe(200)
  expect((await call('GET', one, { token, params: { forum, letter: '999999' } })).status).toBe(404)

  const drop = (headers: Record<string, string>) =>
    call('DELETE', one, { token, params: { forum, letter: dropped.letter }, headers })
  expect((await drop({})).status).toBe(428)
  expect((await drop({ 'If-Match': '"99"' })).status).toBe(412)
  expect((await drop({ 'If-Match': dropped.etag })).status).toBe(204)

  const send = (recipients: number) =>
    call<LetterRecord & { code?: string; tells?: number }>('POST', `${one}/sending`, {
      token,
      params: { forum, letter: kept.letter },
      headers: { 'If-Match': kept.etag },
      body: { recipients },
    })
  expect((await send(2)).body).toMatchObject({ code: 'people-will-be-told', tells: 1 })
  const sent = await send(1)
  expect([sent.status, sent.body.recipients]).toEqual([200, 1])
  expect((await send(1)).status).toBeGreaterThanOrEqual(409)
}
