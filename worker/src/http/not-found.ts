import type { Context, NotFoundHandler } from 'hono'
import { isForPeople } from '../pages/page-address.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { problem } from '../problems.ts'
import type { Api, Env } from './api.ts'

/** 404, or 405 with `Allow` where another method would have been answered (RFC 9110, section 15.5.6). People get a page. */
export const notFound =
  (app: Api): NotFoundHandler<Env> =>
  async context => {
    const methods = methodsAt(app, context.req.path)
    if (methods.length === 0) return refuse(context, 'not-found')
    const refusal = await refuse(context, 'method-not-allowed')
    refusal.headers.set('Allow', methods.join(', '))
    return refusal
  }

const refuse = (context: Context<Env>, code: 'not-found' | 'method-not-allowed') =>
  isForPeople(context.req.path) ? refusalPage(context, code) : problem(context, { code })

const methodsAt = (app: Api, path: string): string[] => {
  const methods = app.routes
    .filter(({ method, path: pattern }) => method !== 'ALL' && matches(pattern, path))
    .map(({ method }) => method)
  return [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].toSorted()
}

const matches = (pattern: string, path: string): boolean => {
  const steps = path.split('/')
  const wanted = pattern.split('/')
  return wanted.length === steps.length && wanted.every((step, place) => step.startsWith(':') || step === steps[place])
}
