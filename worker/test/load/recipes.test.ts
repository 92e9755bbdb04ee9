import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { knock } from '../../scripts/local-cron.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../../scripts/local-state.ts'
import { type LocalWorker, localNow, startLocalWorker } from '../../scripts/local-worker.ts'
import { type OpenApi, operationsOf } from './operations/documented.ts'

/** The page of recipes, done: its commands, as they stand there, run one after another at the running worker. */
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-recipes-'))
const desk = mkdtempSync(join(tmpdir(), 'kyiv-forums-desk-'))
let worker: LocalWorker

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  worker = await startLocalWorker({ port: await freePort(), state, now: localNow() })
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
  rmSync(desk, { recursive: true, force: true })
})

type Command = { readonly name: string; readonly language: string; readonly text: string }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const commandsOf = async (lang: string): Promise<Command[]> => {
  const page = await (await fetch(`${worker.origin}/docs/recipes?lang=${lang}`)).text()
  const blocks = page.matchAll(/<pre id="command-([\w-]+)" data-language="(\w+)"[^>]*><code>([^<]*)<\/code>/g)
  return [...blocks].map(([, name = '', language = '', text = '']) => ({
    name,
    language,
    text: text.replaceAll(/&([\w#]+);/g, (entity, word: string) => entities[word] ?? entity),
  }))
}

it('the commands are the same in both languages', async () => {
  const english = await commandsOf('en')
  expect(english.length).toBeGreaterThan(10)
  expect(await commandsOf('uk')).toEqual(english)
})

/** What a reader puts in the places of their own. */
const filledIn = (text: string, hook: string): string =>
  text.replace('kf_…', secrets(state).organiserToken).replace('https://crm.example.org/kyiv-forums', hook)

/** What each command has printed. */
const run = async (commands: readonly Command[], hook: string): Promise<Map<string, string>> => {
  const script = commands.map(({ name, text }) => `printf '\\n=== %s\\n' '${name}'\n${filledIn(text, hook)}`).join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: desk })
  const parts = stdout.split(/^=== /m).slice(1)
  return new Map(parts.map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
}

describe.skip('somebody who has nothing but a token (until all operations of the organisers are there)', () => {
  it('finds every operation that the recipes use in the document', async () => {
    const document = (await (await fetch(`${worker.origin}/api/v1/openapi.json`)).json()) as OpenApi
    const operations = operationsOf(document)
    const missing = [
      'POST /admin/venues',
      'POST /admin/forums',
      'GET /admin/forums/{forum}',
      'POST /admin/forums/{forum}/moves',
      'POST /admin/sites',
      'POST /admin/forums/{forum}/registrations',
      'GET /admin/forums/{forum}/registrations',
      'GET /admin/forums/{forum}/exports/{format}',
      'POST /admin/forums/{forum}/check-ins',
      'POST /admin/webhooks',
    ].filter(name => !operations.has(name))
    expect(missing).toEqual([])
  })

  it('makes a forum, publishes it, takes its list, checks somebody in, and has a program told', async () => {
    const commands = await commandsOf('en')
    const port = await freePort()
    const printed = await run(
      commands.filter(({ language }) => language === 'sh'),
      `http://localhost:${port}/`,
    )
    expect(printed.get('token')).toContain('"role":"city"')
    expect(printed.get('publish')).toContain('"registration":{"state":"open"')
    expect(printed.get('person')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)
    expect(printed.get('list')?.match(/Олена Приклад/g)).toHaveLength(2)
    const files = readdirSync(desk).filter(file => file.startsWith('try-'))
    expect(files.map(file => file.split('.').at(-1)).toSorted()).toEqual(['csv', 'xlsx'])
    const csv = readFileSync(join(desk, files.find(file => file.endsWith('csv')) ?? ''), 'utf8')
    expect([csv.startsWith('\uFEFF'), csv.includes(';'), csv.includes('Олена Приклад')]).toEqual([true, true, true])
    expect(printed.get('check-in')).toContain('"result":"first"')
    expect(printed.get('many')).toContain('"result":"already"')

    const secret = /"secret":"(whsec_[^"]+)"/.exec(printed.get('webhook') ?? '')?.[1] ?? ''
    const heard = await listening(commands, secret, port)
    try {
      const again = commands.filter(({ name }) => ['token', 'venue', 'draft', 'publish', 'person'].includes(name))
      await run(again, '')
      await knock(worker.origin)
      await expect.poll(heard.lines, { timeout: 10_000 }).toContain('"type":"registration"')
      const forged = await fetch(`http://localhost:${port}/`, { method: 'POST', body: '{}' })
      expect(forged.status).toBe(401)
    } finally {
      heard.stop()
    }
  })
})

/** The receiver of the page, as a process of its own. */
const listening = async (commands: readonly Command[], secret: string, port: number) => {
  const file = join(desk, 'receiver.mjs')
  writeFileSync(file, commands.find(({ name }) => name === 'receiver')?.text ?? '')
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = ''
  child.stdout.on('data', (part: Buffer) => (lines += part.toString()))
  await expect
    .poll(() =>
      fetch(`http://localhost:${port}/`)
        .then(({ status }) => status)
        .catch(() => 0),
    )
    .toBe(401)
  return { lines: () => lines, stop: () => child.kill() }
}
