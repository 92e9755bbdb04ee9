import { html, type TemplateResult } from 'lit/html.js'
import type { FailureCode } from '../http.ts'
import { troubleOf } from './trouble.ts'
import { outwardLink } from './forum-facts.ts'
import type { View } from './view.ts'

const cityPortal = 'https://kyivcity.gov.ua'

/** The shape of what is to come, so that nothing jumps when it comes. */
export const loadingFace = ({ messages }: View): TemplateResult =>
  html`<p class="vh" role="status">${messages.loading}</p>
    <div class="skeleton"></div>`

/** There is a programme, with nothing in it yet. */
export const emptyFace = (view: View): TemplateResult =>
  html`<div class="notice">
    <p>${view.messages.empty}</p>
    <p>${outwardLink(cityPortal, view.messages.cityPortal, view)}</p>
  </div>`

/** Why, what one can do, and what the page itself offers instead. */
export const failedFace = (code: FailureCode, retrying: boolean, view: View): TemplateResult => {
  const { messages } = view
  return html`<div class="notice">
    <p role="status" .textContent=${messages.troubles[troubleOf(code)]}></p>
    <p class="ways">
      <button
        type="button"
        class="button"
        part="button"
        aria-disabled=${retrying}
        @click=${view.retry}
        .textContent=${retrying ? messages.loading : messages.tryAgain}
      ></button>
      ${outwardLink(cityPortal, messages.cityPortal, view)}
    </p>
    <slot></slot>
  </div>`
}
