import { forumName, isToCome } from '#contract/forum-reading'
import type { Forum } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { calendarLeaf } from './calendar-leaf.ts'
import { forumFacts, outwardLink } from './forum-facts.ts'
import { registerButton, registrationStanding } from './registration-line.ts'
import type { View } from './view.ts'

/** Large for the forum that one looks at, small in a list. */
export type Size = 'card' | 'row'

/** One forum: when, whose, where, how registration stands, and the way in; or what came of it. */
export const forumCard = (forum: Forum, size: Size, subtitle: string, view: View): TemplateResult =>
  html`<article class="${size} ${forum.state}" part=${size}>
    ${calendarLeaf(forum, view)}
    <div>
      <h3>${forumName(forum, view.locale)}</h3>
      ${subtitle ? html`<p class="muted">${subtitle}</p>` : nothing}
      ${forum.state === 'held' ? outcome(forum, view) : invitation(forum, size, view)}
    </div>
    ${registerButton(forum, view)}
  </article>`

const invitation = (forum: Forum, size: Size, view: View) =>
  html`${view.variant === 'list' ? nothing : forum.date || forum.venue ? forumFacts(forum, size === 'card', view) : html`<p>${view.messages.undated}</p>`}
  ${view.variant !== 'list' && isToCome(forum) ? calendarLink(forum, view) : nothing} ${registrationStanding(forum, view)}`

/** To the forum's file. Its name for the ear tells the forum too. */
const calendarLink = (forum: Forum, view: View) => {
  const { locale, pages, messages } = view
  const label = html`${messages.toCalendar}<span class="vh">: ${forumName(forum, locale)}</span>`
  return html`<p>${outwardLink(`${pages}/api/v1/forums/${forum.slug}.ics?lang=${locale}`, label, view)}</p>`
}

/** What a held forum published, as far as it has. */
const outcome = ({ outcome: published, words }: Forum, { locale }: View) =>
  html`<p>${words[locale].attendance}</p>
    <p>${published?.summary?.[locale]}</p>`
