import { createApp } from '../src/app.ts'

/** The product and, beside it, the least that could be done: a handler that returns bytes, and one prepared insert. */
const app = createApp(Date.now)

let bytes = ''

app.get('/bench/bytes', async context => {
  if (bytes === '') {
    const answer = await app.request('http://localhost/api/v1/schedule', {}, context.env)
    bytes = await answer.text()
  }
  return new Response(bytes, { headers: { 'Content-Type': 'application/json' } })
})

app.post('/bench/insert', async context => {
  const body = await context.req.text()
  await context.env.DB.prepare('INSERT INTO bench (body) VALUES (?)').bind(body).run()
  return context.json({ stored: true }, 201)
})

app.post('/bench/sql', async context => {
  const { results } = await context.env.DB.prepare(await context.req.text()).all()
  return context.json(results)
})

export default app
