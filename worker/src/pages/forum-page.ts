import { html } from 'hono/html'
import type { Forum, Locale, Receipt, Words } from '#contract'
import { forumName } from '#contract/forum-reading'
import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import { asked } from '../subscription/next.ts'
import { calendarList, forumCalendar } from './calendar-view.ts'
import { eventData } from './event-data.ts'
import { calendarLeaf, forumFacts, forumTold } from './forum-view.ts'
import { addressIn, forumAddress } from './page-address.ts'
import type { Content } from './page.ts'
import { pageWords } from './page-words.ts'
import { publicPage } from './public-page.ts'

export type ForumPage = { readonly forum: Forum; readonly locale: Locale; readonly origin: string }

/** The form with which something can be done about a forum, and what is wrong with what was sent. */
type Form = { readonly form: Content | ''; readonly summary?: Content | '' }

/** A forum as it stands, and what one can do: register, or ask to be told; the widget takes over where it can. */
export const forumPage = ({ forum, locale, origin }: ForumPage, form: Form['form']): Content => {
  return publicPage({
    locale,
    origin,
    title: titleOf(forum, locale),
    path: `/forums/${forum.slug}`,
    description: inShort(forum, locale),
    data: eventData(forum, locale, origin),
    script: true,
    content: html`${heading(forum, locale)}
      <kyiv-forums forum="${forum.slug}" lang="${locale}" theme="auto"
        ><div class="forum">${told(forum, locale)}${form}</div></kyiv-forums
      >
      ${forumCalendar(forum, locale, origin)}`,
  })
}

/** The form as it was sent, with what has to be mended. No widget: it would begin anew. */
export const returnedPage = ({ forum, locale, origin }: ForumPage, { form, summary }: Form): Content =>
  publicPage({
    locale,
    origin,
    title: `${pageWords[locale].error}: ${titleOf(forum, locale)}`,
    content: html`${heading(forum, locale)} ${summary}
      <div class="forum">${told(forum, locale)}${form}</div>`,
  })

/** What a person takes along: the code, what happens next, when and where. */
export const receiptPage = (
  { forum, locale, origin }: ForumPage,
  { status, code, next, calendar, title }: Receipt,
): Content => {
  const { done, code: codeLabel, another } = formMessages[locale]
  const heading = title?.[locale] ?? done[status]
  const codeSaid = html`<p>${codeLabel}</p>
    <p class="code">${code}</p>`
  const steps = html`<ul class="next">
    ${next.map(sentence => html`<li>${sentence[locale]}</li>`)}
  </ul>`
  return publicPage({
    locale,
    origin,
    title: `${heading}: ${forumName(forum, locale)}`,
    content: html`<div class="receipt">
      <h1>${heading}</h1>
      ${title ? [steps, codeSaid] : [codeSaid, steps]}
      <article class="row">
        ${calendarLeaf(forum, locale)}
        <div>
          <h2>${forumName(forum, locale)}</h2>
          ${forumFacts(forum, locale, true)}
        </div>
      </article>
      ${calendar ? calendarList(calendar, locale) : ''}
      <p class="ways">
        <a class="button quiet" href="${forumAddress(locale, forum.slug)}">${pageWords[locale].forumPage}</a>
        <a class="button quiet" href="${forumAddress(locale, forum.slug)}#registration">${another}</a>
        <a href="${addressIn(locale, '/schedule')}">${pageWords[locale].wholeSchedule}</a>
      </p>
    </div>`,
  })
}

/** What happens next to whoever asked to be told. */
export const askedPage = ({ forum, locale, origin }: ForumPage, next: readonly Words[]): Content =>
  publicPage({
    locale,
    origin,
    title: `${asked[locale]}: ${forumName(forum, locale)}`,
    content: html`<div class="receipt">
      <h1>${asked[locale]}</h1>
      <p><strong>${forumName(forum, locale)}</strong></p>
      <ul class="next">
        ${next.map(sentence => html`<li>${sentence[locale]}</li>`)}
      </ul>
      <p class="ways">
        <a class="button quiet" href="${forumAddress(locale, forum.slug)}">${pageWords[locale].forumPage}</a>
        <a href="${addressIn(locale, '/schedule')}">${pageWords[locale].wholeSchedule}</a>
      </p>
    </div>`,
  })

const titleOf = (forum: Forum, locale: Locale): string =>
  forum.district ? `${forum.district.name[locale]} · ${forum.title[locale]}` : forum.title[locale]

/** What a search engine or a messenger shows under the title. */
const inShort = (forum: Forum, locale: Locale): string => {
  const { venue, state, words } = forum
  const { date, registration, attendance } = words[locale]
  const place = venue && [venue.name[locale], venue.address?.[locale]].filter(Boolean).join(', ')
  return [date ?? messages[locale].undated, place, state === 'held' ? attendance : registration]
    .filter(Boolean)
    .join(' · ')
}

const heading = (forum: Forum, locale: Locale) =>
  html`<header class="title">
    <p class="back"><a href="${addressIn(locale, '/schedule')}">${pageWords[locale].wholeSchedule}</a></p>
    <h1>${forumName(forum, locale)}</h1>
    ${forum.district ? html`<p>${forum.title[locale]}</p>` : ''}
  </header>`

const told = (forum: Forum, locale: Locale) => {
  const { date } = forum.words[locale]
  return html`<article class="card ${forum.state}">
    ${calendarLeaf(forum, locale)}
    <div>
      ${date ? html`<p class="when" aria-hidden="true">${date}</p>` : ''} ${forumTold(forum, locale, true)}
    </div>
  </article>`
}
