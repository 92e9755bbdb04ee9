import { html } from 'hono/html'
import type { CalendarLinks, Forum, Locale } from '#contract'
import { forumName, isToCome } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import {
  addToCalendarLinks,
  calendarLinks,
  feedAddress,
  filePath,
  subscriptionLink,
} from '../calendar/calendar-links.ts'
import { calendarWords } from '../calendar/calendar-words.ts'
import type { Content } from './page.ts'
import type { Asked } from './schedule-page.ts'

/** The ways to put a forum into a calendar, each a plain link: browsers inside other programs take nothing else. */
export const calendarList = ({ title, links }: CalendarLinks, locale: Locale, more: Content | '' = '') =>
  html`<section class="calendar" aria-labelledby="calendar-title">
    <h2 id="calendar-title">${title[locale]}</h2>
    <ul>
      ${links.map(({ name, address }) => html`<li><a href="${address[locale]}">${name[locale]}</a></li>`)} ${more}
    </ul>
  </section>`

/** Of a forum that is to come; and the way to have all the forums of its district, with the next years'. */
export const forumCalendar = (forum: Forum, locale: Locale, origin: string): Content | '' => {
  const calendar = calendarLinks(forum, origin)
  const { feed } = addToCalendarLinks(forum, locale, origin) ?? {}
  const { subscribeTo } = calendarWords[locale]
  const subscribe = feed && html`<li><a href="${feed}">${subscribeTo(forumName(forum, locale))}</a></li>`
  return calendar ? calendarList(calendar, locale, subscribe) : ''
}

/** Of many forums, kept right by the calendar itself. Where no program takes the first link, the second can be copied. */
export const feedLinks = ({ district, series }: Asked, locale: Locale, origin: string) => {
  const address = feedAddress({ district, series }, locale, origin)
  const { subscribe, feedAddress: plain } = calendarWords[locale]
  return html`<p class="ways calendar">
    <a href="${subscriptionLink(address)}">${subscribe}</a> <a href="${address}">${plain}</a>
  </p>`
}

/** One quiet link on a card of a schedule. Its name for the ear tells the forum too. */
export const calendarLink = (forum: Forum, locale: Locale) =>
  isToCome(forum)
    ? html`<p>
        <a class="file" href="${filePath(forum, locale)}"
          >${messages[locale].toCalendar}<span class="vh">: ${forumName(forum, locale)}</span></a
        >
      </p>`
    : ''
