import type { CalendarLinks, Locale } from '#contract'
import { html, type TemplateResult } from 'lit/html.js'
import { messages } from '#contract/messages/messages'
import { outwardLink } from '../schedule/forum-facts.ts'

/** Plain links: browsers inside other programs take neither files made here nor downloads. */
export const calendarView = ({ title, links }: CalendarLinks, locale: Locale): TemplateResult =>
  html`<div>
    <h3 id="calendar">${title[locale]}</h3>
    <ul aria-labelledby="calendar">
      ${links.map(
        ({ name, address }) =>
          html`<li>${outwardLink(address[locale], name[locale], { locale, messages: messages[locale] })}</li>`,
      )}
    </ul>
  </div>`
