import { createHash } from 'node:crypto'
import type { Role } from '../src/organisers/organiser.ts'
import { startOf } from '../src/organisers/token.ts'

export type NewOrganiser = {
  readonly token: string
  readonly name: string
  readonly role: Role
  readonly districts?: readonly string[] | undefined
  readonly forums?: readonly string[] | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
}

/** The SQL that lets somebody in; only the token's hash is in it. Letting in twice changes nothing. */
export const organiserSql = (organiser: NewOrganiser, now: number): string => {
  const { token, name, role, districts, forums, expiresAt } = organiser
  const values = [
    name,
    role,
    districts && JSON.stringify(districts),
    forums && JSON.stringify(forums),
    createHash('sha256').update(token).digest('hex'),
    startOf(token),
    now,
    expiresAt,
  ]
  return `INSERT INTO organisers (name, role, districts, forums, token_hash, token_start, created_at, expires_at)
    VALUES (${values.map(literal).join(', ')}) ON CONFLICT (token_hash) DO NOTHING;`
}

export const revokeSql = (id: number, now: number): string =>
  `UPDATE organisers SET revoked_at = ${now}, version = version + 1 WHERE id = ${id} AND revoked_at IS NULL;`

export const listSql = `SELECT id, name, role, districts, forums, coalesce(token_start || '…', email) AS door,
  datetime(expires_at / 1000, 'unixepoch') AS expires, datetime(revoked_at / 1000, 'unixepoch') AS revoked,
  datetime(last_used_at / 1000, 'unixepoch') AS last_used FROM organisers ORDER BY id`

const literal = (value: string | number | undefined): string => {
  if (value === undefined) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
