import { OpenAPIHono } from '@hono/zod-openapi'
import type { Bindings } from '../bindings.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { invalidInput } from '../problems.ts'

/** What every handler is given. `now` is the one moment of the whole request, in milliseconds since 1970. */
export type Env = {
  Bindings: Bindings
  Variables: {
    database: Database
    now: number
    requestId: string
    /** Where people register: whether the page that asks is one on which they may. */
    mayRegister: boolean
    /** Addresses of whom a local worker trusts as if they were registered or public. */
    trusts: (url: URL) => boolean
    /** In the organisers' API: who asks. */
    organiser: Organiser
    /** What a page's form sent, once it is known to be small and readable. */
    sent?: string
  }
}

export type Api = OpenAPIHono<Env>

/** A set of routes whose input, when it does not fit its schema, is answered with a problem. */
export const newApi = (): Api => new OpenAPIHono<Env>({ defaultHook: invalidInput })
