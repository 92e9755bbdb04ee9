import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { deliverLetters } from '../email/deliver-letters.ts'
import { type Post, postOf } from '../email/post.ts'
import type { Env } from './api.ts'
import { kindOf } from './fault.ts'
import { log } from './log.ts'

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** So many letters follow one answer at most: what is left is sent within a minute by the scheduled door. */
const atMost = 20

/** Sends what a request has caused to be written as soon as its answer is on its way. It never fails the request. */
export const lettersAfterAnswer = createMiddleware<Env>(async (context, next) => {
  await next()
  if (reads.has(context.req.method) || context.res.status >= 400) return
  const post = postOf(context.env)
  if (post) executionOf(context)?.waitUntil(deliverSoon(context, post))
})

/** There is none where the app is called without a runtime: then letters wait for the scheduled door. */
const executionOf = (context: Context<Env>) => {
  try {
    return context.executionCtx
  } catch {
    return undefined
  }
}

/** One run at a time in an isolate; who comes meanwhile has it look once more. A run that was cut off is not waited for. */
type Run = { readonly until: number; again: boolean }

const running = new WeakMap<D1Database, Run>()

const longest = 60_000

const deliverSoon = async (context: Context<Env>, { mailer, keeper }: Post): Promise<void> => {
  const { database, now } = context.var
  const { DB } = context.env
  const current = running.get(DB)
  if (current && current.until > Date.now()) {
    current.again = true
    return
  }
  const run: Run = { until: Date.now() + longest, again: true }
  running.set(DB, run)
  try {
    while (run.again) {
      run.again = false
      await deliverLetters(database, mailer, keeper, now, atMost)
    }
  } catch (error) {
    log({ event: 'job-failed', job: 'deliver-letters', kind: kindOf(error) })
  } finally {
    if (running.get(DB) === run) running.delete(DB)
  }
}
