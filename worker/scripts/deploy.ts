import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { keepEarlierReleases } from './earlier-releases.ts'
import { root, wrangler } from './wrangler.ts'

/** `npm run deploy`: builds, migrates the database and deploys; or says, all at once, what an account still lacks. */
/** Where the worker runs already, for what its earlier releases have; `none` the first time. */
const origin = process.env['ORIGIN'] ?? ''

const unset = '00000000-0000-0000-0000-000000000000'

const answers = (...words: string[]): string | undefined => {
  try {
    return wrangler(...words)
  } catch {
    return undefined
  }
}

const lacks = (): string[] => {
  const lacking: string[] = []
  if (origin !== 'none' && !URL.canParse(origin))
    lacking.push('the address of the worker: ORIGIN=https://… npm run deploy, or ORIGIN=none the first time')
  if (readFileSync(join(root, 'wrangler.toml'), 'utf8').includes(unset))
    lacking.push('a database: npx wrangler d1 create kyiv-forums --jurisdiction eu, then put its id into wrangler.toml')
  if (answers('whoami')?.includes('not authenticated') ?? true)
    return [
      ...lacking,
      'an account: npx wrangler login, or CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID in the environment',
    ]
  const secrets = answers('secret', 'list') ?? ''
  if (!secrets.includes('STAMP_SECRET')) lacking.push('a secret: npx wrangler secret put STAMP_SECRET')
  return lacking
}

const lacking = lacks()
if (lacking.length > 0) {
  console.error(`Not deployed. Still needed:\n${lacking.map(thing => `  - ${thing}`).join('\n')}`)
  process.exit(1)
}

await build()
if (origin !== 'none') {
  const kept = await keepEarlierReleases(origin, join(root, '.build/assets/r'))
  console.log(`Earlier releases that stay: ${kept}`)
}
wrangler('d1', 'migrations', 'apply', 'DB', '--remote')
const { status } = spawnSync('wrangler', ['deploy'], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
