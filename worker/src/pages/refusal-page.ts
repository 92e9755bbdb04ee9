import type { Context } from 'hono'
import { html } from 'hono/html'
import { problemStatuses } from '#contract'
import { messages } from '#contract/messages/messages'
import type { Env } from '../http/api.ts'
import { retryAfter } from '../problems.ts'
import { hiddenFields } from './form-view.ts'
import { addressIn, localeOf } from './page-address.ts'
import { type PageRefusal, pageWords } from './page-words.ts'
import { publicPage } from './public-page.ts'

/**
 * What a person sees instead of a page. When the worker failed over a form, the page holds what was typed, unseen, so
 * that one press sends it again: under the same key, and so once.
 */
export const refusalPage = (context: Context<Env>, code: PageRefusal): Response | Promise<Response> => {
  const locale = localeOf(context)
  const { refusals, nothingLost, wholeSchedule } = pageWords[locale]
  const { title, text } = refusals[code]
  const { sent } = context.var
  const { origin, pathname } = new URL(context.req.url)
  context.header('Cache-Control', 'no-store')
  if (retryAfter[code] !== undefined) context.header('Retry-After', String(retryAfter[code]))
  return context.html(
    publicPage({
      locale,
      origin,
      title,
      content: html`<div class="refusal">
        <h1>${title}</h1>
        <p>${text}</p>
        ${
          sent === undefined
            ? html`<p><a class="button quiet" href="${addressIn(locale, '/schedule')}">${wholeSchedule}</a></p>`
            : html`<p>${nothingLost}</p>
              <form method="post" action="${addressIn(locale, pathname)}">
                ${hiddenFields(Object.fromEntries(new URLSearchParams(sent)))}
                <button class="button" type="submit">${messages[locale].tryAgain}</button>
              </form>`
        }
      </div>`,
    }),
    problemStatuses[code],
  )
}
