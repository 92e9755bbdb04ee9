import type { Forum } from '#contract'
import { html, type TemplateResult } from 'lit/html.js'
import type { Language } from './view.ts'

/** A leaf torn from a wall calendar; a forum without a date gets a blank one. Read aloud as one plain date. */
export const calendarLeaf = ({ date, words }: Forum, { locale, messages }: Language): TemplateResult => {
  const { date: inFull, month, weekday } = words[locale]
  return date
    ? html`<time class="leaf" part="leaf" datetime=${date}>
        <span class="vh">${inFull}</span>
        <span aria-hidden="true"><b>${month}</b><strong>${Number(date.slice(8))}</strong><i>${weekday}</i></span>
      </time>`
    : html`<p class="leaf blank"><span class="vh">${messages.undated}</span></p>`
}
