import { expect } from 'vitest'
import type { AuditEntry, AuditList } from '#contract'
import { permissionFor } from '../../../src/organisers/permission-rules.ts'
import type { Asked, Call } from './call.ts'

/** What is read of people, and every change, leaves a line in the book; all other reading leaves none. */
const ofPeople = ['people', 'door', 'organisers']

/** Letters are what organisers wrote themselves: reading them is reading of nobody. */
const silent = ['GET /admin/forums/{forum}/letters', 'GET /admin/forums/{forum}/letters/{letter}']

/** How many lines an operation leaves when it succeeds. Throws for one of which nobody has decided who may. */
export const linesOf = (operation: string): 0 | 1 => {
  const permission = permissionFor(operation)
  if (permission === undefined) throw new Error(`Nobody has decided who may ${operation}`)
  const isRead = operation.startsWith('GET ')
  return !silent.includes(operation) && (!isRead || ofPeople.includes(permission)) ? 1 : 0
}

/** Calls as before, and looks into the book after each operation of organisers: a refusal leaves no line. */
export const underTheBook = (call: Call, token: string) => {
  const lines: AuditEntry[] = []

  const newLines = async (): Promise<AuditEntry[]> => {
    const { body } = await call<AuditList>('GET', '/admin/audit', { token, query: { limit: '20' } })
    const last = lines.at(-1)?.id ?? 0
    const found = body.entries.filter(({ id }) => id > last).toReversed()
    lines.push(...found)
    return found
  }

  const watched: Call = async <Body>(method: string, path: string, asked?: Asked) => {
    const answered = await call<Body>(method, path, asked)
    if (!path.startsWith('/admin/')) return answered
    const left = (await newLines()).map(({ action }) => action)
    const expected = answered.status < 300 ? (asked?.lines ?? linesOf(`${method} ${path}`)) : 0
    expect(left, `Lines in the book after ${method} ${path}, answered ${answered.status}`).toHaveLength(expected)
    return answered
  }

  return { call: watched, lines }
}
