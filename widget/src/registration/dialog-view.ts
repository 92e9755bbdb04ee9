import type { Forum, Locale, Receipt, SubscriptionReceipt } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { FailureCode } from '../http.ts'
import { forumName } from '#contract/forum-reading'
import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import { isFinal, problemSentence } from './problem-sentence.ts'
import { banner, formView } from './form-view.ts'
import { receiptView } from './receipt-view.ts'
import type { Registration } from './registration.ts'

/** What the dialog is shown with. */
export interface DialogView {
  readonly theme: string
  readonly locale: Locale
}

/** The dialog in each state. It stands beside the schedule, not in it: it is as wide as the window, not as a sidebar. */
export const dialogView = (registration: Registration, view: DialogView): TemplateResult => {
  const { state, forum } = registration
  const { theme, locale } = view
  const words = formMessages[locale]
  const isDone = state.kind === 'done'
  const hasFailed = state.kind === 'failed-to-open'
  return html`<dialog part="dialog" aria-labelledby="title" aria-describedby="which" @close=${registration.closed}>
    <div class="root ${theme}" lang=${locale}>
      <header>
        <h2 id="title" tabindex="-1" .textContent=${isDone ? doneTitle(state.receipt, locale) : (registration.tellMe ?? words.title)}></h2>
        <p id="which">${forum && which(forum, locale)}</p>
        <button class="close" aria-label=${words.close} @click=${registration.close}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5l14 14M19 5L5 19" /></svg>
        </button>
      </header>
      ${isDone ? receiptView(state.receipt, registration, view) : nothing}
      ${hasFailed ? failure(state.code, registration, locale) : nothing}
      ${formView(registration, isDone || hasFailed, view)}
      <p class="vh" role="status" .textContent=${state.kind === 'sending' ? words.sending : ''}></p>
    </div>
  </dialog>`
}

const doneTitle = (receipt: Receipt | SubscriptionReceipt, locale: Locale): string =>
  'status' in receipt ? (receipt.title?.[locale] ?? formMessages[locale].done[receipt.status]) : receipt.title[locale]

/** Which forum this is about, in one line. */
const which = (forum: Forum, locale: Locale) =>
  [forumName(forum, locale), forum.words[locale].date, forum.startTime, forum.venue?.name[locale]]
    .filter(Boolean)
    .join(' · ')

const failure = (code: FailureCode, { load, close, page }: Registration, locale: Locale) =>
  html`<div class="body">
    ${banner(problemSentence(locale, code))}
    <p class="ways">
      ${isFinal(code) ? nothing : html`<button class="button" @click=${load}>${messages[locale].tryAgain}</button>`}
      ${
        code === 'foreign-origin'
          ? html`<a class="button" href=${page} target="_blank" rel="noopener">${messages[locale].forumPage}</a>`
          : nothing
      }
      <button class="button quiet" @click=${close}>${formMessages[locale].close}</button>
    </p>
  </div>`
