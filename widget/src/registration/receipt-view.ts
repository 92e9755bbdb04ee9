import type { Receipt } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formMessages } from '#contract/messages/form-messages'
import { calendarView } from './calendar-view.ts'
import type { DialogView } from './dialog-view.ts'
import type { Registration } from './registration.ts'

/** What a person takes along: the code, and what happens next. */
export const receiptView = (
  { code, next, calendar }: Receipt,
  { another, close }: Registration,
  { locale }: DialogView,
): TemplateResult => {
  const words = formMessages[locale]
  return html`<div class="body">
    <p>${words.code}</p>
    <strong class="code">${code}</strong>
    <ul class="next">
      ${next.map(sentence => html`<li>${sentence[locale]}</li>`)}
    </ul>
    ${calendar ? calendarView(calendar, locale) : nothing}
    <p class="ways">
      <button class="button" @click=${close}>${words.close}</button>
      <button class="button quiet" @click=${another}>${words.another}</button>
    </p>
  </div>`
}
