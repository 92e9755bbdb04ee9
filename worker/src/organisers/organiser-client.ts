import { hc } from 'hono/client'
import type { OrganiserApi } from './organiser-api.ts'

/** A typed client of the organisers' API of a worker: `client.admin.forums[':forum'].$get({ param: { forum } })`. */
export const organiserClient = (origin: string, token: string, send: typeof fetch = fetch) =>
  hc<OrganiserApi>(`${origin}/api/v1`, { fetch: send, headers: { Authorization: `Bearer ${token}` } })
