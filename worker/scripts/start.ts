import { startDemo } from '../../demo/server.ts'
import { build } from './build.ts'
import { knockEveryMinute } from './local-cron.ts'
import { defaultState, letIn, loadLocally, migrate, programme2019, secrets } from './local-state.ts'
import { localNow, startLocalWorker } from './local-worker.ts'

/** `npm start`: the whole product on this machine. `STATE` is another folder for its data. */
const state = process.env['STATE'] ?? defaultState
const port = Number(process.env['PORT'] ?? 8787)
const demoPort = Number(process.env['DEMO_PORT'] ?? 8788)
const now = localNow(process.env['NOW'])

console.log('Kyiv Forums')
console.log('building the widget …')
await build()
console.log('preparing the database …')
migrate(state)
loadLocally(programme2019, state)
letIn(state)
console.log('starting …')
const worker = await startLocalWorker({ port, state, now })
const demo = await startDemo(demoPort, worker.origin)
const rest = knockEveryMinute(worker.origin)

const clock = (now ?? new Date()).toLocaleString('en-GB', {
  timeZone: 'Europe/Kyiv',
  dateStyle: 'long',
  timeStyle: 'short',
})
console.log(`
demo sites: ${demo.origin}
API and widget: ${worker.origin} (the API to read: ${worker.origin}/docs)
clock: ${clock} in Kyiv
organiser token: ${secrets(state).organiserToken}

Ctrl-C ends it; the next start keeps the data, npm run reset empties them.`)

let ending = false
const end = async () => {
  if (ending) return
  ending = true
  rest()
  await Promise.all([worker.stop(), demo.stop()])
  process.exit(0)
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
