import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWidget } from '../../../widget/build.ts'
import { freePort } from '../free-port.ts'
import { loadLocally, migrate, programme2019 } from '../local-state.ts'
import { startLocalWorker } from '../local-worker.ts'
import { median } from './statistics.ts'

/**
 * What the worker does in a second on this machine, each as a ratio to the least that could be done
 * in the same run; rounds are interleaved and the median of the ratios counts. Only ratios travel between machines.
 * What D1 counts is the same everywhere. Printed as rows of the README's table.
 */
const rounds = 7
const requests = 300
const together = 16

const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-bench-'))
migrate(state)
loadLocally(programme2019, state)
const worker = await startLocalWorker({ port: await freePort(), state, entry: 'worker/test/bench-worker.ts' })

const ask = async (path: string, init?: RequestInit): Promise<string> => {
  const answer = await fetch(worker.origin + path, init)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.text()
}

const sql = (statement: string) => ask('/bench/sql', { method: 'POST', body: statement })

await sql('CREATE TABLE bench (id INTEGER PRIMARY KEY, body TEXT)')
await sql(
  `INSERT INTO forums (slug, series, title_uk, title_en, date, published_at, capacity, waitlist_capacity)
   VALUES ('bench', '2019', 'Форум', 'Forum', '${new Date().getFullYear() + 1}-06-01', 0, 1000000, 0)`,
)
const { stamp, consent } = JSON.parse(await ask('/api/v1/forums/bench/form')) as {
  stamp: string
  consent: { version: string }
}
await sleep(3_100)

let people = 0

const aPerson = (): RequestInit => {
  people += 1
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `bench-of-person-number-${1_000_000 + people}` },
    body: JSON.stringify({
      name: 'Олена Приклад',
      email: `bench-${people}@example.com`,
      locale: 'uk',
      consent: { given: true, version: consent.version },
      stamp,
    }),
  }
}

type Measured = { readonly perSecond: number; readonly p50: number; readonly p99: number }

const measure = async (task: () => Promise<unknown>): Promise<Measured> => {
  const times: number[] = []
  const started = performance.now()
  const work = async () => {
    while (times.length + together <= requests) {
      const before = performance.now()
      await task()
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  const seconds = (performance.now() - started) / 1000
  const sorted = times.toSorted((one, other) => one - other)
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { perSecond: times.length / seconds, p50: quantile(0.5), p99: quantile(0.99) }
}

/** Ours and the reference in turns; the ratios of each turn, and their median. */
const compare = async (ours: () => Promise<unknown>, reference: () => Promise<unknown>): Promise<string> => {
  await measure(ours)
  await measure(reference)
  const turns: [Measured, Measured][] = []
  for (let round = 0; round < rounds; round += 1) turns.push([await measure(ours), await measure(reference)])
  const of = (figure: keyof Measured) => median(turns.map(([mine, least]) => mine[figure] / least[figure]))
  const here = Math.round(median(turns.map(([mine]) => mine.perSecond)))
  return `${of('perSecond').toFixed(2)}; p50 × ${of('p50').toFixed(2)}, p99 × ${of('p99').toFixed(2)} (here ${here} a second)`
}

const populations = [10, 1_000, 100_000]

/** So many registrations at the forum, in steps that one statement of D1 may take. */
const fill = async (to: number): Promise<void> => {
  for (let from = people; from < to; from += 20_000)
    await sql(
      `WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.min(to, from + 20_000)})
       INSERT INTO registrations
         (forum_id, code, status, name, email, locale, consent_version, consent_hash, created_at, changed_at)
       SELECT forums.id, 'F' || i, 'confirmed', 'Олена', 'filled-' || i || '@example.com', 'uk', '1', 'x', 0, 0
       FROM n, forums WHERE forums.slug = 'bench'`,
    )
  people = Math.max(people, to)
}

type Cost = { readonly status: number; readonly roundTrips: number; readonly read: number; readonly written: number }

const cost = async (path: string, init: RequestInit = {}): Promise<Cost> => {
  const found = JSON.parse(
    await ask('/bench/cost', { method: 'POST', body: JSON.stringify({ path, ...init }) }),
  ) as Cost
  if (found.status >= 300) throw new Error(`${path} answered ${found.status}`)
  return found
}

/** What D1 bills for a registration and for a schedule, at each population. */
const costs = async (): Promise<Record<'registration' | 'schedule', string>> => {
  const registration: Cost[] = []
  const schedule: Cost[] = []
  for (const number of populations) {
    await fill(number)
    registration.push(await cost(registrations, aPerson()))
    schedule.push(await cost('/api/v1/schedule'))
  }
  return { registration: summary(registration), schedule: summary(schedule) }
}

/** One number where all are the same. */
const summary = (found: readonly Cost[]): string => {
  const each = (figure: keyof Cost) => [...new Set(found.map(one => one[figure]))].join(' / ')
  return `${each('roundTrips')} round trips, ${each('read')} rows read, ${each('written')} written`
}

const registrations = '/api/v1/forums/bench/registrations'

try {
  const rows: [what: string, figure: string][] = [
    [
      'schedules a second ÷ the same bytes from a bare handler',
      await compare(
        () => ask('/api/v1/schedule'),
        () => ask('/bench/bytes'),
      ),
    ],
    [
      'registrations a second ÷ one prepared D1 insert',
      await compare(
        () => ask(registrations, aPerson()),
        () => ask('/bench/insert', { method: 'POST', body: String(aPerson().body) }),
      ),
    ],
  ]
  await sql('DELETE FROM outbox')
  await sql('DELETE FROM submissions')
  await sql('DELETE FROM registrations')
  people = 0
  const at = `at ${populations.map(number => number.toLocaleString('en')).join(' / ')} registered`
  const { registration, schedule } = await costs()
  rows.push(
    [`D1 for a registration, ${at}`, registration],
    [`D1 for a schedule of which no rows are kept, ${at}`, schedule],
  )
  console.log(rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n'))
  console.table((await buildWidget(join(state, 'widget'))).files)
} finally {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
}
