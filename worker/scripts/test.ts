import { spawnSync } from 'node:child_process'
import { build } from './build.ts'
import { findBrowser } from './find-browser.ts'

/** `npm test`: everything that is checked, one step after another, ending at the first that fails. */
const [only] = process.argv.slice(2)

const rooms = [
  'worker/contract',
  'worker/src',
  'worker/scripts',
  'worker/test',
  'widget',
  'widget/tsconfig.tools.json',
  'demo',
]

const steps: [name: string, ...command: string[]][] = [
  ...rooms.map((room): [string, ...string[]] => [`types ${room}`, 'tsc', '-p', room, '--singleThreaded']),
  ['lint', 'oxlint', '--deny-warnings'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['unused', 'knip', '--no-progress'],
  ['worker', 'vitest', 'run', '--config', 'worker/vitest.config.ts'],
  ['widget', 'vitest', 'run', '--config', 'widget/vitest.config.ts'],
  ['journeys', 'playwright', 'test', '--config', 'demo/playwright.config.ts'],
]

const started = Date.now()
const environment = {
  ...process.env,
  CHROMIUM_PATH: findBrowser(),
  NODE_ENV: 'test',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}
await build()

for (const [name, command = '', ...words] of steps.filter(([step]) => only === undefined || step.startsWith(only))) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, words, { stdio: 'inherit', env: environment })
  if (status !== 0) {
    console.error(`\n${name} failed`)
    process.exit(1)
  }
}

console.log(`\nAll of it holds, in ${Math.round((Date.now() - started) / 1000)} s.`)
