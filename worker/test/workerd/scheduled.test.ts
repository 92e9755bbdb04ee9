import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type Job, runJobs } from '../../src/scheduled.ts'
import worker from '../../src/index.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
})

afterEach(() => {
  vi.restoreAllMocks()
})

const hour = 60 * 60 * 1000
const count = (table: string) => world.d1.prepare(`SELECT count(*) AS rows FROM ${table}`).first<number>('rows')

describe('the jobs of a minute', () => {
  const job = (run: Job['run'], minute?: number): Job => ({
    name: 'forget-abuse',
    run,
    ...(minute !== undefined && { minute }),
  })

  it('fail each alone, with one line that tells nothing of anybody', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const done = vi.fn(async () => undefined)
    const failing = job(async () => {
      throw new Error('Failed query: canary@example.com', { cause: new Error('D1_ERROR: canary: SQLITE_CONSTRAINT') })
    })
    await runJobs(world.bindings, noon, [failing, job(done), failing])
    expect(done).toHaveBeenCalledTimes(1)
    const line = '{"event":"job-failed","job":"forget-abuse","kind":"SQLITE_CONSTRAINT"}'
    expect(logged.mock.calls.flat()).toEqual([line, line])
  })

  it('are those of this minute', async () => {
    const [always, at7, at8] = [vi.fn(async () => 0), vi.fn(async () => 0), vi.fn(async () => 0)]
    await runJobs(world.bindings, noon + 7 * 60_000, [job(always), job(at7, 7), job(at8, 8)])
    expect([always, at7, at8].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
  })

  it('all succeed where there is nothing to do, at any minute', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (let minute = 0; minute < 60; minute += 1) await runJobs(world.bindings, noon + minute * 60_000)
    expect(logged).not.toHaveBeenCalled()
  })

  it('are what the deployed worker does when Cloudflare knocks', async () => {
    await world.d1.prepare('UPDATE organisers SET last_used_at = NULL').run()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await worker.scheduled({} as ScheduledController, world.bindings)
    expect(logged).not.toHaveBeenCalled()
  })
})

describe('a place that nobody has confirmed', () => {
  it('is somebody else’s within a minute of its hour, and the schedule shows it', async () => {
    await seedSeries(world)
    await addForum(world, 'held', { capacity: 1, waitlistCapacity: 1, confirmAddress: 1 })
    await world.register('held')
    const { code } = await (await world.register('held')).json<{ code: string }>()
    const token = await world.tokenOf(code)
    await world.own(token, 'POST', undefined, '/confirmation')
    const status = async () => (await (await world.own(token)).json<{ status: string }>()).status
    await runJobs(world.bindings, noon + hour - 1)
    expect(await status()).toBe('waitlisted')
    const app = createApp(() => noon)
    const state = async () => {
      const answer = await app.request('http://localhost/api/v1/forums/held', undefined, world.bindings)
      return (await answer.json<{ registration: { state: string } }>()).registration.state
    }
    expect(await state()).toBe('full')
    await runJobs(world.bindings, noon + hour)
    expect(await status()).toBe('confirmed')
    expect(await state()).toBe('waitlist')
  })
})

describe('what is forgotten every hour', () => {
  it('is who is watched no longer, and what was solved more than a day ago', async () => {
    const insert = (table: string, [key, moment]: [string, string], rows: [string, number][]) =>
      Promise.all(
        rows.map(row =>
          world.d1
            .prepare(`INSERT INTO ${table} (${key}, ${moment}) VALUES (?, ?)`)
            .bind(...row)
            .run(),
        ),
      )
    await insert(
      'watched',
      ['key', 'until'],
      [
        ['past', noon],
        ['ends', noon + 7 * 60_000],
        ['goes on', noon + hour],
      ],
    )
    await insert(
      'spent_challenges',
      ['signature', 'spent_at'],
      [
        ['old', noon - 24 * hour],
        ['young', noon - 23 * hour],
      ],
    )
    await runJobs(world.bindings, noon)
    expect([await count('watched'), await count('spent_challenges')]).toEqual([3, 2])
    await runJobs(world.bindings, noon + 7 * 60_000)
    expect([await count('watched'), await count('spent_challenges')]).toEqual([1, 1])
  })
})
