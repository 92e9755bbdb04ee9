import type { Forum, Series } from '#contract'
import { forumName } from '#contract/forum-reading'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { registerButton, registrationStanding } from './registration-line.ts'
import type { View } from './view.ts'

/** «Від малого до великого»: the district forums lead to the city's. */
export const goalBand = ({ progress }: Series, city: Forum | null, view: View): TemplateResult => {
  const { messages } = view
  const { held, total } = progress
  return html`<section class="goal" part="goal">
    <div>
      <h3>${messages.goal}</h3>
      <p>${messages.goalAbout}</p>
      <p class="progress" .textContent=${progress.words[view.locale]}></p>
    </div>
    ${path(held, total)} ${city ? cityForum(city, view) : nothing}
  </section>`
}

const cityForum = (city: Forum, view: View) =>
  html`<div class="city">
    <h4>${forumName(city, view.locale)}</h4>
    <p>${city.words[view.locale].date ?? view.messages.undated}</p>
    ${city.state === 'announced' ? nothing : registrationStanding(city, view)} ${registerButton(city, view)}
  </div>`

/** Leaves that grow towards the city's; those of held forums are filled. The words beside it say the same. */
const path = (held: number, total: number) => {
  const leaves = (count: number) =>
    [...'.'.repeat(count)].map((_, index) => leaf(index * 20 + 1, 14, 16 + (index * 14) / total)).join('')
  return html`<svg viewBox="0 0 ${total * 20 + 56} 60" aria-hidden="true">
    <path d=${leaves(total) + leaf(total * 20 + 6, 48, 54)} />
    <path class="filled" d=${leaves(held)} />
  </svg>`
}

/** A sheet with the line under its month. */
const leaf = (x: number, width: number, height: number) =>
  `M${x} ${59 - height}h${width}v${height}h-${width}zm0 ${height / 4}h${width}`
