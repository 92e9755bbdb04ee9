import { html, type TemplateResult } from 'lit'
import { dayIn } from '../dates.ts'
import type { Language } from './view.ts'

/** A leaf torn from a wall calendar; a forum without a date gets a blank one. Read aloud as one plain date. */
export const calendarLeaf = (date: string | null, { locale, messages }: Language): TemplateResult =>
  date
    ? html`<time class="leaf" part="leaf" datetime=${date}>
        <span class="vh">${dayIn(locale, 'dateInFull', date)}</span>
        <span aria-hidden="true"
          ><b>${dayIn(locale, 'month', date)}</b><strong>${Number(date.slice(8))}</strong
          ><i>${dayIn(locale, 'weekday', date)}</i></span
        >
      </time>`
    : html`<p class="leaf blank"><span class="vh">${messages.undated}</span></p>`
