import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isToken, newToken } from '../src/organisers/token.ts'
import { organiserSql } from './organiser-sql.ts'
import { Programme, programmeSql } from './programme.ts'
import { root, wrangler } from './wrangler.ts'

/** Where a local worker keeps its database and secrets: one folder, not part of the project. */
export const defaultState = join(root, '.wrangler/state')

export const programme2019 = join(import.meta.dirname, 'programmes/2019.json')

/** The local database, for wrangler. */
export const locally = (state: string): string[] => ['--local', '--persist-to', state]

/** Creates the database when there is none and applies the migrations that it lacks. */
export const migrate = (state: string): void => {
  wrangler('d1', 'migrations', 'apply', 'DB', ...locally(state))
}

export const executeSql = (sql: string, where: string[]): void => {
  const folder = join(root, '.build')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${randomBytes(6).toString('hex')}.sql`)
  writeFileSync(file, sql)
  try {
    wrangler('d1', 'execute', 'DB', '--yes', '--file', file, ...where)
  } finally {
    rmSync(file)
  }
}

/** The rows of one statement. */
export const querySql = (sql: string, where: string[]): Record<string, unknown>[] => {
  const [{ results }] = JSON.parse(wrangler('d1', 'execute', 'DB', '--json', '--command', sql, ...where)) as [
    { results: Record<string, unknown>[] },
  ]
  return results
}

/** Loads a programme's file; may be run again. */
export const loadProgramme = (file: string, where: string[]): void =>
  executeSql(programmeSql(Programme.parse(JSON.parse(readFileSync(file, 'utf8')))), where)

export const loadLocally = (file: string, state: string): void => loadProgramme(file, locally(state))

/** Everything that was stored locally, gone. */
export const empty = (state: string): void => rmSync(join(state, 'v3/d1'), { recursive: true, force: true })

export type Secrets = { readonly stampSecret: string; readonly organiserToken: string }

/** The local worker's secrets, made once. */
export const secrets = (state: string): Secrets => {
  const file = join(state, 'secrets.json')
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets
    if (isToken(kept.organiserToken)) return kept
    rmSync(file)
  }
  const made: Secrets = { stampSecret: randomBytes(32).toString('hex'), organiserToken: newToken() }
  mkdirSync(state, { recursive: true })
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

/** Makes the holder of the local token an organiser of the whole city, once. */
export const letIn = (state: string): void => {
  const { organiserToken } = secrets(state)
  executeSql(organiserSql({ token: organiserToken, name: 'Local start', role: 'city' }, Date.now()), locally(state))
}
