import { createApp } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'
import { type Faulty, faulty } from './faulty-database.ts'

/**
 * A worker for races: the product, and beside it the way that must not be gone, in which two steps decide about a
 * place. If the harness cannot make those two steps oversell, it proves nothing about the product.
 */
const app = createApp(Date.now)

app.post('/race/naive/:capacity', async context => {
  const { DB } = context.env
  const taken = await DB.prepare('SELECT count(*) AS taken FROM naive').first<number>('taken')
  const status = (taken ?? 0) < Number(context.req.param('capacity')) ? 'confirmed' : 'waitlisted'
  await DB.prepare('INSERT INTO naive (status) VALUES (?)').bind(status).run()
  return context.json({ status }, 201)
})

/** Any one statement, so that a test can put the world up and look at what became of it. */
app.post('/race/sql', async context => {
  const { sql, values } = await context.req.json<{ sql: string; values: unknown[] }>()
  const { results } = await context.env.DB.prepare(sql)
    .bind(...values)
    .all()
  return context.json(results)
})

let counted: Faulty | undefined
let given: Bindings | undefined

/** Calls of D1 so far. */
app.get('/race/calls', context => context.text(String(counted?.calls())))

/** A crowd in a test comes from one address, and is not held back for it. */
const unlimited: RateLimit = { limit: async () => ({ success: true }) }

export default {
  fetch: (request, bindings, context) => {
    counted ??= faulty(bindings.DB, () => undefined)
    given ??= {
      ...bindings,
      DB: counted.database,
      SOURCE_LIMIT: unlimited,
      ADDRESS_LIMIT: unlimited,
      FORUM_LIMIT: unlimited,
    }
    return app.fetch(request, given, context)
  },
} satisfies ExportedHandler<Bindings>
