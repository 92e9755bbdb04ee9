import type { Context } from 'hono'
import type { Env } from './api.ts'
import { kindOf } from './fault.ts'
import { log } from './log.ts'

/** Does something after the answer. Where nothing can be done after it, it is left to whoever comes by later. */
export const afterwards = (context: Context<Env>, task: () => Promise<unknown>): void => {
  const wait = waiting(context)
  wait?.(
    task().catch((error: unknown) =>
      log({
        event: 'fault',
        requestId: context.var.requestId,
        route: context.req.routePath,
        kind: kindOf(error),
      }),
    ),
  )
}

const waiting = (context: Context<Env>): ((task: Promise<unknown>) => void) | undefined => {
  try {
    const { executionCtx } = context
    return task => executionCtx.waitUntil(task)
  } catch {
    return undefined
  }
}
