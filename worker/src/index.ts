import { createApp } from './app.ts'
import type { Bindings } from './bindings.ts'
import { runJobs } from './scheduled.ts'

const app = createApp(Date.now)

/** The doors of the deployed worker: its clock is the machine's. */
export default {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  scheduled: (_event, bindings) => runJobs(bindings, Date.now()),
} satisfies ExportedHandler<Bindings>
