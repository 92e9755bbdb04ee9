import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { openForm } from './registering.ts'
import type { Session } from './stage.ts'

export const subscriptions: Session = async stage => {
  const { stamp } = await openForm(stage, '2019-obolonskyi')
  const ask = (forum: string, body: unknown, headers: Record<string, string> = {}) =>
    stage.call<{ next: unknown[] }>('POST', '/forums/{forum}/subscriptions', {
      params: { forum },
      headers: { 'CF-Connecting-IP': randomUUID(), ...headers },
      body,
    })
  const request = { email: `waits-${randomUUID()}@example.com`, locale: 'uk', stamp }
  expect((await ask('2019-obolonskyi', request)).body.next).toHaveLength(2)
  expect((await ask('2019-obolonskyi', { ...request, email: 'nobody' })).status).toBe(422)
  expect((await ask('2019-obolonskyi', request, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await ask('2019-sviatoshynskyi', request)).status).toBe(409)
  expect((await ask('nowhere', request)).status).toBe(404)
}
