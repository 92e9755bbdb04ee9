import type { Context } from 'hono'
import type { Carried } from '#contract'
import { type Api, type Env, newApi } from '../http/api.ts'
import { presentSchedule } from '../schedule/present-schedule.ts'
import { keptSchedule, keptSite } from '../schedule/schedule-cache.ts'
import { freshFor } from '../schedule/schedule-routes.ts'
import { carryingScript } from './carrying-script.ts'
import { acceptsBrotli, brotli } from './compression.ts'
import { currentRelease } from './release.ts'

/** The script of the current release, which carries the current schedule: one request to a schedule that can be seen. */
export const deliveryRoutes = (): Api => {
  const routes = newApi()
  routes.get('/v1/widget.js', async context => {
    const carried = JSON.stringify((await carriedFor(context)) ?? 0)
    const etag = await etagOf(currentRelease.name + carried)
    const headers = {
      'Cache-Control': freshFor,
      ETag: etag,
      Vary: 'Accept-Encoding, Referer',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }
    if (context.req.header('If-None-Match')?.includes(etag)) return context.body(null, 304, headers)
    const text = carryingScript(currentRelease, carried)
    const described = { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' }
    if (!acceptsBrotli(context.req.raw)) return new Response(text, { headers: described })
    return new Response(
      brotli(etag, text, work => context.executionCtx.waitUntil(scheduler.wait(0).then(work))),
      { headers: { ...described, 'Content-Encoding': 'br' }, encodeBody: 'manual' },
    )
  })
  return routes
}

/** Without a schedule the script still comes, and asks or falls back by itself. */
const carriedFor = async (context: Context<Env>): Promise<Carried | null> => {
  const { DB } = context.env
  const { database, now } = context.var
  const host = hostOf(context.req.header('Referer'))
  try {
    const [found, site] = await Promise.all([
      keptSchedule(DB, database, undefined),
      host === null ? null : keptSite(DB, database, host),
    ])
    if (!found) return null
    const schedule = presentSchedule(found.series, found.forums, undefined, now)
    return { schedule, site: host === null ? null : { host, district: site?.district ?? null } }
  } catch {
    return null
  }
}

const hostOf = (referrer: string | undefined): string | null =>
  referrer !== undefined && URL.canParse(referrer) ? new URL(referrer).hostname : null

/** Weak: the same script, whatever it is compressed with (RFC 9110, section 8.8.1). */
const etagOf = async (told: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(told))
  return `W/"${new Uint8Array(digest).toHex().slice(0, 32)}"`
}
