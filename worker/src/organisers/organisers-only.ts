import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../http/api.ts'
import { problem } from '../problems.ts'
import { sha256 } from '../registration/signing.ts'
import { addressVouchedFor } from './access.ts'
import { holderOf, noteUse, type OrganiserRow, organiserOf, organiserOfAddress } from './organiser-store.ts'
import { may, permissionFor } from './permission-rules.ts'
import { isToken } from './token.ts'

/**
 * Lets pass who holds a token (RFC 6750), or for whom Cloudflare Access vouches, as far as their role goes. Who they are
 * comes first, so that nobody learns what there is; an operation that needs nothing we know of is nobody's.
 */
export const organisersOnly = createMiddleware<Env>(async (context, next) => {
  const row = await organiserRow(context)
  if (!row) return problem(context, { code: 'unauthorised' })
  context.header('Cache-Control', 'no-store')
  await noteUse(context.var.database, row, context.var.now)
  const operation = operationOf(context)
  if (operation !== undefined) {
    const permission = permissionFor(operation)
    if (permission === undefined || !may(row.role, permission)) return problem(context, { code: 'forbidden' })
  }
  context.set('organiser', organiserOf(row))
  return next()
})

const organiserRow = async (context: Context<Env>): Promise<OrganiserRow | undefined> => {
  const { database, now } = context.var
  const token = bearer(context.req.header('Authorization'))
  if (token !== undefined) return isToken(token) ? holderOf(database, await sha256(token), now) : undefined
  const assertion = context.req.header('Cf-Access-Jwt-Assertion')
  if (assertion === undefined) return undefined
  const email = await addressVouchedFor(context.env, assertion, now)
  return email === undefined ? undefined : organiserOfAddress(database, email, now)
}

/** Whatever stands in `Authorization`, so that a wrong one is never made up for by another door. */
const bearer = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? '')

/** `GET /admin/forums/{forum}` of the handler that will answer; undefined when there is none. */
const operationOf = (context: Context<Env>): string | undefined => {
  const handler = matchedRoutes(context).findLast(({ method }) => method !== 'ALL')
  if (!handler) return undefined
  const path = handler.path.slice(handler.path.indexOf('/admin')).replaceAll(/:(\w+)/g, '{$1}')
  return `${handler.method} ${path}`
}
