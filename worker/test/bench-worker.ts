import { createApp } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'
import { observe } from './observed-database.ts'

/** The product and, beside it, the least that could be done: a handler that returns bytes, and one prepared insert. */
const app = createApp(Date.now)

/** What a request costs in D1, by D1's own account, when no rows are kept from an earlier one. */
app.post('/bench/cost', async context => {
  const { path, ...init } = await context.req.json<{ path: string } & RequestInit>()
  const { database, statements, roundTrips } = observe(context.env.DB)
  const answer = await app.request(`http://localhost${path}`, init, { ...context.env, DB: database })
  const sum = (rows: 'rowsRead' | 'rowsWritten') => statements.reduce((total, statement) => total + statement[rows], 0)
  return context.json({
    status: answer.status,
    roundTrips: roundTrips(),
    read: sum('rowsRead'),
    written: sum('rowsWritten'),
  })
})

app.post('/bench/sql', async context => {
  const { results } = await context.env.DB.prepare(await context.req.text()).all()
  return context.json(results)
})

app.post('/bench/bound', async context => {
  const { sql, values } = await context.req.json<{ sql: string; values: unknown[] }>()
  await context.env.DB.prepare(sql)
    .bind(...values)
    .run()
  return context.json({ done: true })
})

/** The rows of the forum of 100,000, page after page, and nothing done with them. */
app.get('/bench/pages', async context => {
  const page = context.env.DB.prepare(
    `SELECT * FROM registrations WHERE forum_id = (SELECT id FROM forums WHERE slug = 'crowded') AND id > ? ORDER BY id LIMIT 1000`,
  )
  let rows = 0
  for (let after = 0; ;) {
    const { results } = await page.bind(after).all<{ id: number }>()
    const last = results.at(-1)
    if (!last) return context.json({ rows })
    rows += results.length
    after = last.id
  }
})

/** The crowd of a bench comes from one address, and is not held back for it. */
const unlimited: RateLimit = { limit: async () => ({ success: true }) }

let given: Bindings | undefined
let bytes = ''

const theSameBytes = async (bindings: Bindings): Promise<Response> => {
  bytes ||= await (await app.request('http://localhost/api/v1/schedule', {}, bindings)).text()
  return new Response(bytes, { headers: { 'Content-Type': 'application/json' } })
}

const oneInsert = async (request: Request, { DB }: Bindings): Promise<Response> => {
  await DB.prepare('INSERT INTO bench (body) VALUES (?)')
    .bind(await request.text())
    .run()
  return Response.json({ stored: true }, { status: 201 })
}

export default {
  fetch: (request, bindings, context) => {
    given ??= { ...bindings, SOURCE_LIMIT: unlimited, ADDRESS_LIMIT: unlimited, FORUM_LIMIT: unlimited }
    if (request.url.endsWith('/bench/bytes')) return theSameBytes(given)
    if (request.url.endsWith('/bench/insert')) return oneInsert(request, given)
    return app.fetch(request, given, context)
  },
} satisfies ExportedHandler<Bindings>
