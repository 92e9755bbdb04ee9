import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { limits } from '#contract'
import type { Env } from '../http/api.ts'
import { refusalPage } from './refusal-page.ts'

/** What a browser sends of a form; a browser says no character set, since there is but one. */
const isForm = createMiddleware<Env>(async (context, next) => {
  const [type = '', ...parameters] = (context.req.header('Content-Type') ?? '').toLowerCase().split(/\s*;\s*/)
  const isUtf8 = parameters.every(parameter => !parameter.startsWith('charset') || /=\s*"?utf-8"?$/.test(parameter))
  if (type.trim() !== 'application/x-www-form-urlencoded' || !isUtf8 || context.req.header('Content-Encoding'))
    return refusalPage(context, 'unsupported-media-type')
  return next()
})

const isSmall = bodyLimit({ maxSize: limits.body, onError: context => refusalPage(context, 'body-too-large') })

const isReadable = createMiddleware<Env>(async (context, next) => {
  const sent = read(await context.req.arrayBuffer())
  if (sent === undefined) return refusalPage(context, 'unsupported-media-type')
  context.set('sent', sent)
  return next()
})

/** UTF-8, as it stands and behind the percent signs (https://url.spec.whatwg.org/#urlencoded-parsing would not mind). */
const read = (bytes: ArrayBuffer): string | undefined => {
  try {
    const sent = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    decodeURIComponent(sent)
    return sent
  } catch {
    return undefined
  }
}

/** A body that is small, is said to be a form and can be read as one; before anything of it is looked at. */
export const formBody = [isForm, isSmall, isReadable] as const
