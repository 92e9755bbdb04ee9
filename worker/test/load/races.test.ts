import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { loadLocally, migrate, programme2019 } from '../../scripts/local-state.ts'
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts'
import { burst, count, raceAt, times } from './harness.ts'

/** Real HTTP from many at once to the really running worker, counted by SQL afterwards. */
let worker: LocalWorker
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-races-'))

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  worker = await startLocalWorker({ port: await freePort(), state, entry: 'worker/test/racing-worker.ts' })
  await sql('CREATE TABLE naive (id INTEGER PRIMARY KEY, status TEXT)')
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
})

const { sql, addForum, post, openForm, register, stored, invariantsHold } = raceAt(() => worker.origin)

describe('the control', () => {
  it('oversells in this harness when a place is decided in two steps', async () => {
    let oversold = 0
    for (let round = 0; round < 5 && oversold === 0; round += 1) {
      await sql('DELETE FROM naive')
      await burst(times(200, index => () => post('/race/naive/50', {}, `${index}`)))
      const [row] = await sql<{ confirmed: number }>(
        "SELECT count(*) AS confirmed FROM naive WHERE status = 'confirmed'",
      )
      oversold = (row?.confirmed ?? 0) - 50
    }
    expect(oversold).toBeGreaterThan(0)
  })
})

describe('hundreds at once', () => {
  it('500 different people for 50 places: exactly 50 are confirmed, the rest wait', async () => {
    const slug = await addForum('race-50', 50, 1000)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(
        500,
        index => () =>
          register(slug, { ...form, email: `race-${index}@example.com` }, `race-50-of-person-${1000 + index}`),
      ),
      256,
    )
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
    expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([50, 450])
    expect(await stored(slug)).toEqual([
      { status: 'confirmed', people: 50 },
      { status: 'waitlisted', people: 450 },
    ])
    expect(new Set(outcomes.map(({ body }) => body.code)).size).toBe(500)
    await invariantsHold(slug)
  })

  it.each([
    [1, 64],
    [2, 256],
  ])(
    'ten times as many people as places, fifty times: of %i exactly all are given, none more',
    async (capacity, together) => {
      const forums = await Promise.all(times(50, index => addForum(`race-last-${capacity}-${index}`, capacity, 1000)))
      const forms = await Promise.all(forums.map(openForm))
      for (const [place, slug] of forums.entries()) {
        const people = times(
          10 * capacity,
          index => () =>
            register(
              slug,
              { ...forms[place], email: `last-${index}@example.com` },
              `${slug}-of-person-number-${index}`,
            ),
        )
        const outcomes = await burst(people, together)
        expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([capacity, 9 * capacity])
        await invariantsHold(slug)
      }
    },
  )

  it('when places and waitlist end, the others are told so, and nobody is stored twice', async () => {
    const slug = await addForum('race-full', 10, 5)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(
        100,
        index => () =>
          register(slug, { ...form, email: `full-${index}@example.com` }, `race-full-of-person-${1000 + index}`),
      ),
    )
    expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([10, 5])
    expect(outcomes.filter(({ status, body }) => status === 409 && body.code === 'forum-full')).toHaveLength(85)
    await invariantsHold(slug)
  })

  it('200 sendings of one key: one row and identical answers', async () => {
    const slug = await addForum('race-key', 50, 1000)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(200, () => () => register(slug, { ...form, email: 'one@example.com' }, 'one-key-of-two-hundred-sendings')),
    )
    expect(new Set(outcomes.map(outcome => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ status: 201, body: { status: 'confirmed' } })
    expect(await stored(slug)).toEqual([{ status: 'confirmed', people: 1 }])
  })

  it('200 sendings of one address under their own keys: one row, each with a code of its own', async () => {
    const slug = await addForum('race-address', 50, 1000)
    const form = await openForm(slug)
    const spellings = ['olena@example.com', 'OLENA@example.com', ' Olena@Example.com ', 'olena@EXAMPLE.COM']
    const outcomes = await burst(
      times(
        200,
        index => () =>
          register(slug, { ...form, email: spellings[index % 4] }, `race-address-of-sending-${1000 + index}`),
      ),
    )
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
    expect(await stored(slug)).toEqual([{ status: 'confirmed', people: 1 }])
    expect(new Set(outcomes.map(({ body }) => body.code)).size).toBe(200)
    await invariantsHold(slug)
  })
})

describe('a newsletter', () => {
  const calls = async () => Number(await (await fetch(`${worker.origin}/race/calls`)).text())

  it('brings a thousand readers within seconds, for whom the database is read once in ten seconds', async () => {
    const before = await calls()
    const began = performance.now()
    const milliseconds = await burst(
      times(1000, () => async () => {
        const started = performance.now()
        const answer = await fetch(`${worker.origin}/api/v1/schedule`)
        expect(answer.status).toBe(200)
        await answer.text()
        return performance.now() - started
      }),
    )
    const seconds = (performance.now() - began) / 1000
    const reads = (await calls()) - before
    const sorted = milliseconds.toSorted((one, other) => one - other)
    console.info(
      `${reads} reads; half within ${Math.round(sorted[499] ?? 0)} ms, 99 % within ${Math.round(sorted[989] ?? 0)} ms`,
    )
    expect(reads).toBeGreaterThan(0)
    expect(reads).toBeLessThanOrEqual(1 + Math.ceil(seconds / 10))
  })
})
