import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answered, Asked } from './call.ts'
import type { Stage } from './stage.ts'

/** Somebody who fills in the form of a forum: nobody has met them yet. */
export const aPerson = () => ({
  name: 'Олена Приклад',
  email: `person-${randomUUID()}@example.com`,
  locale: 'uk',
})

type Form = { stamp: string; consent: { version: string } }

/** What was opened more than three seconds ago, as people do it. */
export const openForm = async ({ call }: Stage, forum: string) => {
  const { body } = await call<Form>('GET', '/forums/{forum}/form', { params: { forum } })
  await sleep(3_100)
  return { stamp: body.stamp, consent: { given: true, version: body.consent.version } }
}

/** Sends the form from a source of its own. */
export const register = (
  { call }: Stage,
  forum: string,
  body: unknown,
  headers: Asked['headers'] = { 'Idempotency-Key': randomUUID() },
): Promise<Answered<{ code: string; status: string }>> =>
  call('POST', '/forums/{forum}/registrations', {
    params: { forum },
    headers: { 'CF-Connecting-IP': randomUUID(), ...headers },
    body,
  })

/** Of the private link that the letter about this code carries. */
export const privateToken = async ({ origin }: Stage, code: string): Promise<string> => {
  const letters = (await (await fetch(`${origin}/local/mailbox.json`)).json()) as { code: string; link: string }[]
  return new URL(letters.find(letter => letter.code === code)?.link ?? origin).hash.slice(1)
}
