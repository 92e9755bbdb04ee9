import type { Receipt, SubscriptionReceipt } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formMessages } from '#contract/messages/form-messages'
import { calendarView } from './calendar-view.ts'
import type { DialogView } from './dialog-view.ts'
import type { Registration } from './registration.ts'

/** What a person takes along: the code, if there is one, and what happens next. */
export const receiptView = (
  receipt: Receipt | SubscriptionReceipt,
  { another, close }: Registration,
  { locale }: DialogView,
): TemplateResult => {
  const words = formMessages[locale]
  const { code, calendar, next }: Partial<Receipt> & Pick<Receipt, 'next'> = receipt
  return html`<div class="body">
    ${
      code
        ? html`<p>${words.code}</p>
            <strong class="code">${code}</strong>`
        : nothing
    }
    <ul class="next">
      ${next.map(sentence => html`<li>${sentence[locale]}</li>`)}
    </ul>
    ${calendar ? calendarView(calendar, locale) : nothing}
    <p class="ways">
      <button class="button" @click=${close}>${words.close}</button>
      ${code ? html`<button class="button quiet" @click=${another}>${words.another}</button>` : nothing}
    </p>
  </div>`
}
