import { html } from 'hono/html'
import type { Forum, Locale, Series } from '#contract'
import { forumName } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { registerLink } from './forum-card.ts'
import { registrationStanding } from './forum-view.ts'
import { forumAddress } from './page-address.ts'

/** «Від малого до великого»: the district forums lead to the city's. */
export const goalBand = ({ progress }: Series, city: Forum | null, locale: Locale) => {
  const { goal, goalAbout } = messages[locale]
  return html`<section class="goal">
    <div>
      <h3>${goal}</h3>
      <p>${goalAbout}</p>
      <p class="progress">${progress.words[locale]}</p>
    </div>
    ${steps(progress.held, progress.total)} ${city ? cityForum(city, locale) : ''}
  </section>`
}

const cityForum = (city: Forum, locale: Locale) =>
  html`<div class="city">
    <h4><a href="${forumAddress(locale, city.slug)}">${forumName(city, locale)}</a></h4>
    <p>${city.words[locale].date ?? messages[locale].undated}</p>
    ${city.state === 'announced' ? '' : registrationStanding(city, locale)} ${registerLink(city, locale)}
  </div>`

/** Leaves that grow towards the city's large one; those of held forums are filled. The words beside it say the same. */
const steps = (held: number, total: number) => {
  const grown = (index: number) => 16 + Math.round((index * 14) / total)
  const leaves = Array.from({ length: total }, (_, index) => leaf(index * 20 + 1, 14, grown(index), index < held))
  return html`<svg viewBox="0 0 ${total * 20 + 56} 62" aria-hidden="true">${leaves}${leaf(total * 20 + 6, 48, 54, false)}</svg>`
}

const leaf = (x: number, width: number, height: number, filled: boolean) => {
  const top = 60 - height
  return html`<g class="${filled ? 'filled' : ''}">
    <rect x="${x}" y="${top}" width="${width}" height="${height}" rx="2" />
    <path d="M${x} ${top + Math.round(height / 4)}h${width}" />
  </g>`
}
