import { html } from 'hono/html'
import type { Locale } from '#contract'
import { type Content, document } from '../pages/page.ts'
import { embedMessages } from './messages/embed-messages.ts'

/** For a person whose address cannot be read, or leads to nothing. Repeats nothing of the address. */
export const refusalPage = (lang: Locale, status: 400 | 404): Content => {
  const { title, advice } = embedMessages[lang].refusals[status]
  return document({
    lang,
    title,
    sheet: '/pages/embed.css',
    content: html`<main class="inside refusal">
      <h1>${title}</h1>
      <p>${advice}</p>
    </main>`,
  })
}
