import type { Api } from './http/api.ts'
import { createApp } from './app.ts'
import type { Bindings } from './bindings.ts'
import { localMail, localMailbox } from './email/local-mailbox.ts'
import { runJobs } from './scheduled.ts'

type LocalBindings = Bindings & { LOCAL_CLOCK_OFFSET?: string }

let app: Api | undefined
let given: LocalBindings | undefined

/** Names that never leave a machine (RFC 6761): here every page of them is a registered site, on whatever port, and webhooks may lead there. */
const isOfThisMachine = ({ hostname }: URL): boolean =>
  /^(?:.+\.)?(?:localhost|test)$|^127\.0\.0\.1$|^\[::1\]$/.test(hostname)

const nowOf = ({ LOCAL_CLOCK_OFFSET: offset }: LocalBindings): number => Date.now() + Number(offset ?? 0)

/** Letters go into a mailbox that can be read, and nowhere else. Their links lead to where this worker was first asked. */
const withMailbox = (bindings: LocalBindings, origin: string): LocalBindings =>
  (given ??= { ORIGIN: origin, ...bindings, MAIL: localMail(bindings.DB), MAIL_FROM: 'forums@example.org' })

/**
 * The doors of a local worker, which is never deployed: its clock runs ahead of or behind the machine's by so many
 * milliseconds, so that a schedule of another year shows the states of its days, and its letters can be read.
 */
export default {
  fetch: (request, bindings, context) => {
    const { origin, pathname } = new URL(request.url)
    if (pathname === '/local/mailbox.json') return localMailbox(bindings, origin)
    app ??= createApp(() => nowOf(bindings), isOfThisMachine)
    return app.fetch(request, withMailbox(bindings, origin), context)
  },
  scheduled: (_event, bindings) => runJobs(withMailbox(bindings, 'http://localhost:8787'), nowOf(bindings)),
} satisfies ExportedHandler<LocalBindings>
