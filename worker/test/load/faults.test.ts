import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { loadLocally, migrate, programme2019 } from '../../scripts/local-state.ts'
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts'
import { root, wrangler } from '../../scripts/wrangler.ts'
import { burst, type Outcome, raceAt, times } from './harness.ts'
import { descendants } from './descendants.ts'

/** What is left after a worker was killed in the middle of its work, and after clients that did not wait. */
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-faults-'))

beforeAll(() => {
  migrate(state)
  loadLocally(programme2019, state)
})

afterAll(() => rmSync(state, { recursive: true, force: true }))

const inWranglerToml = (name: string): string =>
  new RegExp(`^${name} = "(.+)"$`, 'm').exec(readFileSync(join(root, 'wrangler.toml'), 'utf8'))?.[1] ?? ''

/** What wrangler would deploy, to be run without wrangler, which does not always come back when its workerd is killed. */
const bundle = (): string => {
  wrangler('deploy', 'worker/test/racing-worker.ts', '--dry-run', `--outdir=${join(state, 'bundle')}`)
  return readFileSync(join(state, 'bundle/racing-worker.js'), 'utf8')
}

/** A workerd of our own on the same database, and what kills it. */
const startWorkerd = async (script: string) => {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      host: '127.0.0.1',
      cf: false,
      compatibilityDate: inWranglerToml('compatibility_date'),
      d1Databases: { DB: inWranglerToml('database_id') },
      resourcePersistencePath: join(state, 'v3'),
      bindings: { STAMP_SECRET: 'a secret of the tests, of no use elsewhere' },
    }),
  )
  const { origin } = await runtime.ready
  const [pid, ...others] = descendants(process.pid, 'workerd')
  if (pid === undefined || others.length > 0) throw new Error('There is not exactly one workerd of our own')
  return { origin, kill: () => process.kill(pid, 'SIGKILL'), stop: () => runtime.dispose() }
}

describe('a worker that is killed twenty times in the middle of a burst', () => {
  const rounds = 20
  const people = 60
  let origin = ''
  const { sql, addForum, openForm, register, invariantsHold } = raceAt(() => origin)

  it('has kept everybody whom it has answered, and registers the others when they try again', async () => {
    const script = bundle()
    let workerd = await startWorkerd(script)
    origin = workerd.origin
    const slug = await addForum('killed', rounds * people, 0)
    const form = await openForm(slug)
    const acknowledged = new Map<string, string>()

    const send = async (email: string): Promise<Outcome | undefined> => {
      const key = `killed-${email.replaceAll(/\W/g, '-')}`
      const answer = await register(slug, { ...form, email }, key).catch(() => undefined)
      if (answer?.status === 201) acknowledged.set(email, answer.body.code ?? '')
      return answer
    }

    const allAreThere = async () => {
      const rows = await sql<{ email: string; code: string }>(
        'SELECT r.email, s.code FROM submissions s JOIN registrations r ON r.id = s.registration_id',
      )
      const codes = new Map(rows.map(({ email, code }) => [email, code]))
      expect([...acknowledged].filter(([email, code]) => codes.get(email) !== code)).toEqual([])
      expect(await sql('PRAGMA quick_check')).toEqual([{ quick_check: 'ok' }])
      await invariantsHold(slug)
    }

    let unanswered: string[] = []
    let interrupted = 0
    for (let round = 0; round < rounds; round += 1) {
      const killAfter = acknowledged.size + unanswered.length + 5 + Math.floor(Math.random() * (people - 20))
      const everybody = [...unanswered, ...times(people, index => `person-${round}-${index}@example.com`)]
      let killed = false
      await burst(
        everybody.map(email => async () => {
          if (killed) return
          await send(email)
          if (killed || acknowledged.size < killAfter) return
          killed = true
          workerd.kill()
        }),
        16,
      )
      expect(killed).toBe(true)
      unanswered = everybody.filter(email => !acknowledged.has(email))
      interrupted += unanswered.length
      await workerd.stop()
      workerd = await startWorkerd(script)
      origin = workerd.origin
      await allAreThere()
    }
    const last = await burst(unanswered.map(email => () => send(email)))
    expect(last.filter(answer => answer?.status !== 201)).toEqual([])
    await allAreThere()
    expect(interrupted).toBeGreaterThan(0)
    const [all] = await sql<{ rows: number; people: number }>(
      'SELECT count(*) AS rows, count(DISTINCT email) AS people FROM registrations',
    )
    expect(all).toEqual({ rows: rounds * people, people: rounds * people })
    await workerd.stop()
  })
})

describe('300 clients that hang up within 30 ms and try again with the same key', () => {
  let worker: LocalWorker
  const { sql, addForum, openForm, register, stored, invariantsHold } = raceAt(() => worker.origin)

  beforeAll(async () => {
    worker = await startLocalWorker({ port: await freePort(), state, entry: 'worker/test/racing-worker.ts' })
  })

  afterAll(() => worker.stop())

  it('are 300 rows', async () => {
    const slug = await addForum('impatient', 1000, 0)
    const form = await openForm(slug)
    let hungUp = 0
    const insist = async (person: number): Promise<Outcome> => {
      const sending = { ...form, email: `impatient-${person}@example.com` }
      const key = `impatient-person-number-${person}`
      for (let tries = 0; tries < 3; tries += 1) {
        const signal = AbortSignal.timeout(Math.floor(Math.random() * 30))
        const answer = await register(slug, sending, key, signal).catch(() => undefined)
        if (answer) return answer
        hungUp += 1
        await sleep(Math.random() * 10)
      }
      return register(slug, sending, key)
    }
    const outcomes = await burst(times(300, person => () => insist(person)))
    expect(hungUp).toBeGreaterThan(100)
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
    expect(new Set(outcomes.map(({ body }) => body.code)).size).toBe(300)
    expect(await stored(slug)).toEqual([{ status: 'confirmed', people: 300 }])
    expect(await sql("SELECT count(*) AS sendings FROM submissions WHERE idempotency_key LIKE 'impatient-%'")).toEqual([
      { sendings: 300 },
    ])
    await invariantsHold(slug)
  })
})
