import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { empty, letIn, loadLocally, migrate, programme2019, secrets } from '../../scripts/local-state.ts'
import { localNow, startLocalWorker } from '../../scripts/local-worker.ts'

/** What `npm start` does to the data of the start before it, and `npm run reset`. */
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-restart-'))

afterAll(() => rmSync(state, { recursive: true, force: true }))

const started = async <Result>(now: string | undefined, task: (api: string) => Promise<Result>): Promise<Result> => {
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  const worker = await startLocalWorker({ port: await freePort(), state, now: localNow(now) })
  try {
    return await task(`${worker.origin}/api/v1`)
  } finally {
    await worker.stop()
  }
}

const forum = '2019-sviatoshynskyi'

const listed = async (api: string): Promise<string[]> => {
  const answer = await fetch(`${api}/admin/forums/${forum}/registrations`, {
    headers: { Authorization: `Bearer ${secrets(state).organiserToken}` },
  })
  return ((await answer.json()) as { registrations: { email: string }[] }).registrations.map(({ email }) => email)
}

const registrationOf = async (api: string): Promise<string> =>
  ((await (await fetch(`${api}/forums/${forum}`)).json()) as { registration: { state: string } }).registration.state

describe('a local worker', () => {
  it('stands at 3 June 2019, noon, and keeps what was registered over a second start, at another hour if told so', async () => {
    await started(undefined, async api => {
      expect(await registrationOf(api)).toBe('open')
      const { stamp, consent } = (await (await fetch(`${api}/forums/${forum}/form`)).json()) as {
        stamp: string
        consent: { version: string }
      }
      await sleep(3_100)
      const answer = await fetch(`${api}/forums/${forum}/registrations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'restart-of-person-number-one' },
        body: JSON.stringify({
          name: 'Олена Приклад',
          email: 'stays@example.com',
          locale: 'uk',
          consent: { given: true, version: consent.version },
          stamp,
        }),
      })
      expect(answer.status).toBe(201)
      expect(await listed(api)).toEqual(['stays@example.com'])
    })
    await started('2019-06-05T18:00:00+03:00', async api => {
      expect(await registrationOf(api)).toBe('closed')
      expect(await listed(api)).toEqual(['stays@example.com'])
    })
  })

  it('is empty after a reset, with the programme there again', async () => {
    empty(state)
    await started('real', async api => {
      expect(await listed(api)).toEqual([])
      expect(await registrationOf(api)).toBe('closed')
    })
  })
})

describe('NOW', () => {
  it('is a moment, or real, or refused in words', () => {
    expect(localNow()?.toISOString()).toBe('2019-06-03T09:00:00.000Z')
    expect(localNow('2019-06-05T18:00:00+03:00')?.toISOString()).toBe('2019-06-05T15:00:00.000Z')
    expect(localNow('real')).toBeUndefined()
    expect(() => localNow('tomorrow')).toThrow('NOW=tomorrow is no moment')
  })
})
