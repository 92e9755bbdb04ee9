import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Programme, programmeSql } from './programme.ts'
import { root, wrangler } from './wrangler.ts'

/** Where a local worker keeps its database and secrets: one folder, not part of the project. */
export const defaultState = join(root, '.wrangler/state')

export const programme2019 = join(import.meta.dirname, 'programmes/2019.json')

const d1 = (state: string) => ['--local', '--persist-to', state]

/** Creates the database when there is none and applies the migrations that it lacks. */
export const migrate = (state: string): void => {
  wrangler('d1', 'migrations', 'apply', 'DB', ...d1(state))
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

/** Loads a programme's file; may be run again. */
export const loadProgramme = (file: string, where: string[]): void =>
  executeSql(programmeSql(Programme.parse(JSON.parse(readFileSync(file, 'utf8')))), where)

export const loadLocally = (file: string, state: string): void => loadProgramme(file, d1(state))

/** Everything that was stored locally, gone. */
export const empty = (state: string): void => rmSync(join(state, 'v3/d1'), { recursive: true, force: true })

export type Secrets = { readonly stampSecret: string; readonly organiserToken: string }

/** The local worker's secrets, made once. */
export const secrets = (state: string): Secrets => {
  const file = join(state, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const made: Secrets = { stampSecret: randomBytes(32).toString('hex'), organiserToken: newOrganiserToken() }
  mkdirSync(state, { recursive: true })
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A prefix that scanners know, 192 random bits and a checksum that tells junk without asking a database. */
const newOrganiserToken = (): string => {
  const random = digits(BigInt(`0x${randomBytes(24).toString('hex')}`)).padStart(33, '0')
  return `kf_${random}${digits(BigInt(crc32(random))).padStart(6, '0')}`
}

const digits = (number: bigint): string =>
  number < 62n ? (base62[Number(number)] ?? '') : digits(number / 62n) + digits(number % 62n)

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
