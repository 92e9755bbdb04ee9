import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { freePort } from '../free-port.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../local-state.ts'
import { type LocalWorker, startLocalWorker } from '../local-worker.ts'
import { everybody, insertPeople, peopleFrom } from './crowd.ts'
import { peakOf, processOf } from './memory.ts'
import { median, medianRatio } from './statistics.ts'

/**
 * What the lists of 100,000 registered people cost: rows that D1 reads for a page and a search, and what leaves the
 * house. Time is a ratio to the same rows read by a bare handler, in turns; each export's memory is that of a worker
 * that has done nothing else. Printed as rows of the README's table.
 */
const rounds = 5

const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-bench-'))
migrate(state)
loadLocally(programme2019, state)
letIn(state)
const authorised = { Authorization: `Bearer ${secrets(state).organiserToken}` }

// A worker on Cloudflare has 128 MB; where nothing limits it, V8 sees no reason to collect what is of no use any more.
process.env['MINIFLARE_WORKERD_V8_FLAGS'] = '--max-heap-size=128'

const start = async (): Promise<LocalWorker> =>
  startLocalWorker({ port: await freePort(), state, entry: 'worker/test/bench-worker.ts' })

const ask = async (origin: string, path: string, init?: RequestInit): Promise<string> => {
  const answer = await fetch(origin + path, { headers: authorised, ...init })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.text()
}

const bound = (origin: string, sql: string, ...values: unknown[]) =>
  ask(origin, '/bench/bound', { method: 'POST', body: JSON.stringify({ sql, values }) })

/** As many as one value of D1 may hold, which is two megabytes. */
const atOnce = 1_000

const fill = async (origin: string): Promise<void> => {
  for (const [slug, people] of [
    ['crowded', everybody],
    ['small', 10],
  ] as const) {
    await bound(
      origin,
      `INSERT INTO forums (slug, series, title_uk, title_en, published_at, capacity, waitlist_capacity)
       VALUES (?, '2019', 'Форум', 'Forum', 0, 1000000, 1000000)`,
      slug,
    )
    for (let first = 0; first < people; first += atOnce)
      await bound(origin, insertPeople, JSON.stringify(peopleFrom(first, Math.min(atOnce, people - first))), slug)
  }
  await bound(
    origin,
    `INSERT INTO activities (forum_id, slug, kind, title_uk, title_en)
     SELECT forums.id, value, 'seminar', 'Семінар', 'Seminar' FROM forums CROSS JOIN json_each(?) WHERE forums.slug = 'crowded'`,
    JSON.stringify(programme),
  )
  await bound(origin, chooseThree, JSON.stringify(programme))
}

/** A forum's day and its sections, each part with a name of its own. */
const programme = Array.from({ length: 60 }, (_, place) => (place === 0 ? 'seminar' : `part-${place}`))

/** One person in ten chose the seminar, every second three of the other parts. */
const chooseThree = `INSERT INTO registration_activities
  SELECT people.id, activities.id, people.sort_key FROM registrations AS people
  JOIN (VALUES (0), (1), (2)) AS each ON people.id % 2 = 0
  JOIN activities ON activities.forum_id = people.forum_id AND activities.slug = json_extract(?,
    '$[' || iif(people.id % 10 = 0 AND each.column1 = 0, 0, 1 + (people.id * 3 + each.column1) % 59) || ']')`

const list = '/api/v1/admin/forums/crowded/registrations'

type Page = { readonly registrations: readonly unknown[]; readonly next: string | null }

/** How many rows D1 reads for an answer, and the answer. */
const read = async (origin: string, path: string): Promise<{ readonly rows: number; readonly page: Page }> => {
  const cost = await ask(origin, '/bench/cost', { method: 'POST', body: JSON.stringify({ path, headers: authorised }) })
  const { read: rows, status } = JSON.parse(cost) as { read: number; status: number }
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return { rows, page: JSON.parse(await ask(origin, path)) as Page }
}

/** Rows of a page, and pages of a list that are looked at. */
const limit = 100
const pages = 8

const filters = [
  '',
  'status=confirmed',
  'status=waitlisted',
  'activity=seminar',
  'site=district.example.org',
  `organisation=${encodeURIComponent(peopleFrom(0, 1)[0]?.organisation ?? '')}`,
  'since=1970-01-01T12:00:00Z&until=1970-01-01T18:00:00Z',
  'came=true',
  'came=false',
  'invited=true',
]

/** The most that D1 reads for one page of a filtered list, as a multiple of the rows that were asked for. */
const dearestPage = async (origin: string): Promise<string> => {
  let dearest = { ratio: 0, filter: '' }
  for (const sort of ['arrival', 'name'])
    for (const filter of filters) {
      let cursor: string | null = ''
      for (let number = 0; number < pages && cursor !== null; number += 1) {
        const query: string = `?limit=${limit}&sort=${sort}&${filter}${cursor && `&cursor=${cursor}`}`
        const { rows, page } = await read(origin, list + query)
        if (rows / limit > dearest.ratio)
          dearest = { ratio: rows / limit, filter: `${filter || 'everybody'}, by ${sort}` }
        cursor = page.next
      }
    }
  return `at most ${dearest.ratio.toFixed(2)} (${decodeURIComponent(dearest.filter)})`
}

const dearestSearch = async (origin: string): Promise<string> => {
  const { name = '', email = '', phone = '', code = '' } = peopleFrom(77_777, 1)[0] ?? {}
  const [first = '', last = ''] = name.split(' ')
  const searches = [
    name,
    first,
    last.slice(0, 3),
    first.slice(0, 1),
    `${first} ${last.slice(0, 1)}`,
    'го',
    email,
    phone,
    code,
  ]
  const costs: number[] = []
  for (const q of searches) costs.push((await read(origin, `${list}?q=${encodeURIComponent(q)}`)).rows)
  return `${Math.max(...costs).toLocaleString('en')} (by ${searches.length} kinds of words, ${Math.min(...costs)} the least)`
}

/** Milliseconds: until the first byte, the longest wait for more, and all of it. */
type Taken = { readonly first: number; readonly pause: number; readonly whole: number; readonly bytes: number }

const take = async (url: string): Promise<Taken> => {
  const began = performance.now()
  const { ok, body } = await fetch(url, { headers: { ...authorised, 'Accept-Encoding': 'identity' } })
  if (!ok || !body) throw new Error(`${url} has no list`)
  const times: number[] = []
  let bytes = 0
  for await (const chunk of body) {
    times.push(performance.now())
    bytes += chunk.byteLength
  }
  const waits = times.slice(1).map((time, place) => time - (times[place] ?? time))
  return { first: (times[0] ?? began) - began, pause: Math.max(...waits), whole: performance.now() - began, bytes }
}

const exportOf = (forum: string, format: string) => `/api/v1/admin/forums/${forum}/exports/${format}`

/** MB by which the most memory of a worker, which has listed ten people, grows over one more request. */
const growth = async (path: string): Promise<string> => {
  const { origin, stop } = await start()
  try {
    for (const format of ['csv', 'xlsx']) await take(origin + exportOf('small', format))
    const workerd = processOf(state)
    const before = peakOf(workerd)
    await take(origin + path)
    return (peakOf(workerd) - before).toFixed(0)
  } finally {
    await stop()
  }
}

const exported = async (origin: string, format: string): Promise<string> => {
  const url = origin + exportOf('crowded', format)
  const [ours, bare]: [Taken[], number[]] = [[], []]
  await take(url)
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await take(url))
    const began = performance.now()
    await ask(origin, '/bench/pages')
    bare.push(performance.now() - began)
  }
  const of = (figure: keyof Taken) => Math.round(median(ours.map(taken => taken[figure])))
  const ratio = medianRatio(
    ours.map(({ whole }) => whole),
    bare,
  )
  const size = (of('bytes') / 1_000_000).toFixed(1)
  return `${ratio.toFixed(2)}; first byte after ${of('first')} ms, longest pause ${of('pause')} ms (here ${of('whole')} ms, ${size} MB)`
}

const worker = await start()
try {
  await fill(worker.origin)
  const rows: [what: string, figure: string][] = [
    ['a page of a list of 100,000: rows read ÷ rows asked for', await dearestPage(worker.origin)],
    ['a search among 100,000: rows read', await dearestSearch(worker.origin)],
    ['100,000 as CSV ÷ their rows read and left', await exported(worker.origin, 'csv')],
    ['100,000 as XLSX ÷ their rows read and left', await exported(worker.origin, 'xlsx')],
  ]
  await worker.stop()
  const grown: string[] = []
  for (const path of [exportOf('crowded', 'csv'), exportOf('crowded', 'xlsx'), '/bench/pages'])
    grown.push(await growth(path))
  rows.push(['memory of workerd, with its D1, for that CSV / XLSX / the reading alone', `${grown.join(' / ')} MB more`])
  console.log(rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n'))
} finally {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
}
