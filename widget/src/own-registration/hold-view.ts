import type { OwnRegistration } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { timeIn } from '#contract/wording'
import { ownMessages } from '../messages/own-messages.ts'
import type { KyivForumsRegistration as Page } from './own-registration.ts'
import { problem } from './problem-view.ts'

/** The code comes with the place: before the address is confirmed there is one thing to do. */
export const heldView = (page: Page, { waitlistPlace }: OwnRegistration, confirmBy: string): TemplateResult => {
  const { locale, doing } = page
  const words = ownMessages[locale]
  const { title, until, left, otherwise, confirm, confirming } = words.held
  const minutes = Math.floor((Date.parse(confirmBy) - Date.now()) / 60_000)
  // A device whose clock is wrong says nothing; the hour is by the clocks of Kyiv.
  const isLikely = minutes > 0 && minutes <= 60
  return html`<section class="state held">
    <h2 tabindex="-1" class="standing">${title}</h2>
    <p><strong>${until[waitlistPlace ? 'waitlisted' : 'confirmed'](timeIn(locale, confirmBy))}</strong> ${isLikely ? left(minutes) : nothing}</p>
    ${waitlistPlace ? html`<p>${words.queue(waitlistPlace)}</p>` : nothing}
    <button type="button" class="button" aria-disabled=${doing !== null} @click=${page.confirm} .textContent=${
      doing === 'confirm' ? confirming : confirm
    }></button>
    ${problem(page, 'confirm')}
    <p class="muted">${otherwise}</p>
  </section>`
}

/** What became of a place that was not confirmed in time, and the way to another. */
export const lapsedView = ({ locale }: Page, { forum }: OwnRegistration, confirmBy: string): TemplateResult => {
  const { title, about, again } = ownMessages[locale].lapsed
  const { state } = forum.registration
  const page = `/forums/${forum.slug}${locale === 'uk' ? '' : `?lang=${locale}`}#registration`
  return html`<section class="state cancelled">
    <h2 tabindex="-1" class="standing cancelled">${title}</h2>
    <p>${about(timeIn(locale, confirmBy))}</p>
    ${
      state === 'open' || state === 'waitlist'
        ? html`<a class="button" href=${page}>${again}</a>`
        : html`<p>${forum.words[locale].registration}</p>`
    }
  </section>`
}
