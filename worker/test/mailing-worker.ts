import { createApp } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'
import { openDatabase } from '../src/database/database.ts'
import { cloudflareMailer } from '../src/email/cloudflare-mailer.ts'
import { deliverLetters } from '../src/email/deliver-letters.ts'
import type { Letter } from '../src/email/mailer.ts'
import { type MailServer, smtpMailer } from '../src/email/smtp-mailer.ts'

/**
 * A worker for tests of mail: the product, and beside it its mailers, which are told by the request where to send. A
 * server of a test has any port; the product's configuration knows two.
 */
const app = createApp(Date.now)

app.post('/mail/smtp', async context => {
  const { server, letter } = await context.req.json<{ server: MailServer; letter: Letter }>()
  return context.json(await smtpMailer(server).send(letter))
})

app.post('/mail/cloudflare', async context => {
  const { MAIL } = context.env
  if (!MAIL) return context.text('There is no binding', 500)
  return context.json(await cloudflareMailer(MAIL).send(await context.req.json<Letter>()))
})

app.post('/mail/deliveries', async context => {
  const { server } = await context.req.json<{ server: MailServer }>()
  const { DB, STAMP_SECRET: secret } = context.env
  const keeper = { secret, origin: 'https://forums.example.org', from: 'forums@example.org' }
  return context.json(await deliverLetters(openDatabase(DB), smtpMailer(server), keeper, Date.now(), 100))
})

export default {
  fetch: (request, { MAIL, ...bindings }, context) =>
    app.fetch(
      request,
      new URL(request.url).pathname === '/mail/cloudflare' ? { ...bindings, ...binding(MAIL) } : bindings,
      context,
    ),
} satisfies ExportedHandler<Bindings>

const binding = (MAIL: SendEmail | undefined) =>
  MAIL ? { MAIL, MAIL_FROM: 'forums@example.org', ORIGIN: 'https://forums.example.org' } : {}
