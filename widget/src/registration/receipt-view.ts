import type { Receipt } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formMessages } from '#contract/messages/form-messages'
import type { DialogView } from './dialog-view.ts'
import type { Registration } from './registration.ts'

/** What a person takes along: the code, and what happens next. */
export const receiptView = (
  { code, next }: Receipt,
  { copy, copied, another, close }: Registration,
  { locale }: DialogView,
): TemplateResult => {
  const words = formMessages[locale]
  // Pages without TLS have no clipboard.
  const copyButton = navigator.clipboard
    ? html`<button class="button quiet" @click=${copy} .textContent=${copied ? words.copied : words.copy}></button>`
    : nothing
  return html`<div class="body">
    <p>${words.code}</p>
    <p class="ways"><strong class="code">${code}</strong>${copyButton}</p>
    <ul class="next">
      ${next.map(sentence => html`<li>${sentence[locale]}</li>`)}
    </ul>
    <p class="ways">
      <button class="button" @click=${close}>${words.close}</button>
      <button class="button quiet" @click=${another}>${words.another}</button>
    </p>
  </div>`
}
