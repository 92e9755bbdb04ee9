import { html } from 'hono/html'
import { slugsOf } from '#contract/districts'
import { messages as widgetMessages } from '#contract/messages/messages'
import { type Content, document } from '../pages/page.ts'
import type { FrameQuery } from './embed-query.ts'
import { hostedPath } from './link-rules.ts'
import { embedMessages } from './messages/embed-messages.ts'

/**
 * What strangers put into an iframe: the element, whose own content is a link for whoever has no JavaScript. The accent
 * is set by the script, because the policy of this page allows no style attribute.
 */
export const framePage = (query: FrameQuery): Content => {
  const { lang, district = '', forum, series, theme, variant, accent } = query
  const words = embedMessages[lang]
  const shown = { scope: 'chosen', districts: slugsOf(district), forum: forum ?? null } as const
  return document({
    lang,
    title: words.wholeSchedule,
    sheet: '/pages/embed-frame.css',
    script: '/pages/embed-frame.js',
    content: html`<main><kyiv-forums
        ${forum === undefined && district ? html`district="${district}"` : ''}
        ${forum && html`forum="${forum}"`}
        ${series && html`series="${series}"`}
        ${variant && html`variant="${variant}"`}
        ${accent && html`data-accent="${accent}"`}
        lang="${lang}"
        theme="${theme}"
        registration="page"
        ><p>
          <a href="${hostedPath(shown, lang)}" target="_blank" rel="noopener"
            >${words.wholeSchedule} (${widgetMessages[lang].newTab})</a
          >
        </p></kyiv-forums
      ></main>
      <script async src="/v1/widget.js"></script>`,
  })
}
