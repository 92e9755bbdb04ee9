import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { secrets } from './local-state.ts'
import { startWrangler } from './wrangler.ts'

/** The local clock: the moment at which it stands now, or nothing for the machine's own. */
export const localNow = (text = '2019-06-03T12:00:00+03:00'): Date | undefined => {
  if (text === 'real') return undefined
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime()))
    throw new Error(`NOW=${text} is no moment; write 2019-06-05T18:00:00+03:00 or real`)
  return moment
}

export type LocalWorker = { readonly origin: string; readonly stop: () => Promise<void> }

type Starting = {
  readonly port: number
  /** The folder of its database and secrets. */
  readonly state: string
  /** Where its clock stands; undefined for the machine's own. */
  readonly now?: Date | undefined
  readonly entry?: string
  /** Another configuration than the project's. */
  readonly config?: string
  /** A file with the certificate of whom the worker trusts besides those whom everybody does. */
  readonly authority?: string
}

/** Starts the worker on a port of this machine and waits until it answers. */
export const startLocalWorker = async ({
  port,
  state,
  now,
  entry = 'worker/src/local.ts',
  config,
  authority,
}: Starting): Promise<LocalWorker> => {
  const { stampSecret } = secrets(state)
  const environment = join(state, 'worker.env')
  writeFileSync(
    environment,
    `STAMP_SECRET=${stampSecret}\nLOCAL_CLOCK_OFFSET=${now ? now.getTime() - Date.now() : 0}\nORIGIN=http://localhost:${port}\n`,
    { mode: 0o600 },
  )
  const child = startWrangler(
    authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority },
    'dev',
    entry,
    ...(config === undefined ? [] : [`--config=${config}`]),
    `--port=${port}`,
    '--inspector-port=0',
    `--persist-to=${state}`,
    `--env-file=${environment}`,
    '--log-level=error',
    '--show-interactive-dev-session=false',
  )
  const origin = `http://localhost:${port}`
  const stop = () => end(child)
  try {
    await answers(`${origin}/api/v1/health`, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, stop }
}

const answers = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The worker ended with ${child.exitCode} before it answered`)
    const answered = await fetch(url).catch(() => undefined)
    if (answered?.ok) return
    await sleep(100)
  }
  throw new Error(`The worker did not answer at ${url} within a minute`)
}

/** As Ctrl-C ends it; by force when it has not gone within five seconds. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  await Promise.race([gone, sleep(5_000, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}
