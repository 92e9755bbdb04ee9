import type { Context } from 'hono'
import { sourceOf } from '../abuse/source.ts'
import type { Env } from './api.ts'

/** Who sends a form: a source that cannot be led back to anybody, and the host whose page it stood on. */
export const senderOf = async (context: Context<Env>) => ({
  source: await sourceOf(context.env.STAMP_SECRET, context.req.header('CF-Connecting-IP'), context.var.now),
  sourceHost: hostOf(context.req.header('Origin')),
})

const hostOf = (origin: string | undefined): string | null =>
  origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : null
