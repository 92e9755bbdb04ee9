import type { Context } from 'hono'
import type { Env } from '../http/api.ts'
import type { Actor } from './audit-store.ts'

export const actorOf = ({ var: { organiser, requestId, now } }: Context<Env>): Actor => ({
  organiserId: organiser.id,
  requestId,
  now,
})
