import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { problem } from '../problems.ts'
import { keptSite } from '../schedule/schedule-cache.ts'
import type { Env } from './api.ts'
import { isOwnOrigin } from './origins.ts'

/** Whether a page of this origin may register people although its site is not registered. */
export type Trust = (origin: URL) => boolean

/**
 * People register on the worker's own pages, on those of registered sites (the host name is enough, because such a site
 * answers for all of it), and in sandboxed pages, which cannot say where they stand. A page elsewhere may show the
 * schedule; for the rest it leads to the forum's own page.
 */
export const asksWhetherRegistered = (trusts: Trust) =>
  createMiddleware<Env>(async (context, next) => {
    context.set('mayRegister', await mayRegister(context, trusts))
    await next()
  })

/** CORS would only hide the answer from a page elsewhere, not stop its request. */
export const registeredSitesOnly = createMiddleware<Env>(async (context, next) => {
  if (!context.var.mayRegister) return problem(context, { code: 'foreign-origin' })
  return next()
})

const mayRegister = async (context: Context<Env>, trusts: Trust): Promise<boolean> => {
  const origin = context.req.header('Origin')
  if (isOwnOrigin(context) || origin === 'null') return true
  if (origin === undefined || !URL.canParse(origin)) return false
  const url = new URL(origin)
  if (trusts(url)) return true
  if (!/^https?:$/.test(url.protocol) || url.port !== '') return false
  return (await keptSite(context.env.DB, context.var.database, url.hostname)).isRegistered
}
