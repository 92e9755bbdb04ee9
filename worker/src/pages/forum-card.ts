import { html } from 'hono/html'
import type { Forum, Locale } from '#contract'
import { forumName, takesRegistrations } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { calendarLink } from './calendar-view.ts'
import { calendarLeaf, forumTold } from './forum-view.ts'
import { forumAddress } from './page-address.ts'

/** The forum that is next: large, and with everything that is known. */
export const forumCard = (forum: Forum, locale: Locale) =>
  html`<article class="card ${forum.state}">
    ${calendarLeaf(forum, locale)}
    <div>
      <h3>${forumLink(forum, locale)}</h3>
      ${forum.district ? html`<p class="muted">${forum.title[locale]}</p>` : ''} ${forumTold(forum, locale, true)}
      ${calendarLink(forum, locale)} ${registerLink(forum, locale)}
    </div>
  </article>`

/** Forums one under the other; titles only where the district alone does not tell them apart. */
export const forumRows = (forums: readonly Forum[], alike: ReadonlySet<Forum>, locale: Locale) =>
  html`<ol class="rows">
    ${forums.map(forum => html`<li>${forumRow(forum, alike.has(forum), locale)}</li>`)}
  </ol>`

const forumRow = (forum: Forum, withTitle: boolean, locale: Locale) =>
  html`<article class="row ${forum.state}">
    ${calendarLeaf(forum, locale)}
    <div>
      <h4>${forumLink(forum, locale)}</h4>
      ${withTitle && forum.district ? html`<p class="muted">${forum.title[locale]}</p>` : ''}
      ${forumTold(forum, locale, false)} ${calendarLink(forum, locale)}
    </div>
    ${registerLink(forum, locale)}
  </article>`

/** Nothing is known about any of them but the name: one group, not a card each. */
export const forumNames = (forums: readonly Forum[], locale: Locale) =>
  html`<ul class="undated">
    ${forums.map(forum => html`<li>${forumLink(forum, locale)}</li>`)}
  </ul>`

const forumLink = (forum: Forum, locale: Locale) =>
  html`<a href="${forumAddress(locale, forum.slug)}">${forumName(forum, locale)}</a>`

/** The way to the form. Its name for the ear tells the forum too. */
export const registerLink = (forum: Forum, locale: Locale) => {
  if (!takesRegistrations(forum)) return ''
  const { register, joinWaitlist } = messages[locale]
  const words = forum.registration.state === 'waitlist' ? joinWaitlist : register
  return html`<p class="act">
    <a class="button" href="${forumAddress(locale, forum.slug)}#registration"
      >${words}<span class="vh">: ${forumName(forum, locale)}</span></a
    >
  </p>`
}
