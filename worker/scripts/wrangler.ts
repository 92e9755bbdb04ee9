import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const program = join(root, 'node_modules/wrangler/bin/wrangler.js')

const environment = () => ({
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
})

/** Runs wrangler to its end; throws with what it printed when it fails. */
export const wrangler = (...words: string[]): string => {
  const run = spawnSync(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...environment(), CI: 'true' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (run.status !== 0) throw new Error(`wrangler ${words.slice(0, 3).join(' ')} failed:\n${run.stdout}${run.stderr}`)
  return run.stdout
}

/** Starts wrangler and leaves it running; only what is wrong is printed. `given` is added to its environment. */
export const startWrangler = (given: Readonly<Record<string, string>>, ...words: string[]): ChildProcess =>
  spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...environment(), ...given },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
