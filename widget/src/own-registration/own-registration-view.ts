import type { OwnRegistration } from '#contract'
import { limits } from '#contract/limits'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { forumName } from '#contract/forum-reading'
import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import { ownMessages } from '../messages/own-messages.ts'
import { complaint, textField } from '../registration/field-view.ts'
import { problemSentence } from '../registration/problem-sentence.ts'
import { calendarView } from '../registration/calendar-view.ts'
import { banner } from '../registration/form-view.ts'
import { heldView, lapsedView } from './hold-view.ts'
import { problem } from './problem-view.ts'
import { calendarLeaf } from '../schedule/calendar-leaf.ts'
import { forumFacts } from '../schedule/forum-facts.ts'
import type { KyivForumsRegistration } from './own-registration.ts'

type Page = KyivForumsRegistration

/** The page in each state. */
export const ownRegistrationView = (page: Page): TemplateResult => {
  const words = ownMessages[page.locale]
  return html`<main>
    <div class="top">
      <h1>${words.title}</h1>
      <button type="button" class="link" lang=${page.locale === 'uk' ? 'en' : 'uk'} @click=${page.switchLanguage}>
        ${words.otherLanguage}
      </button>
    </div>
    ${content(page)}
  </main>`
}

const content = (page: Page) => {
  const { state, locale } = page
  const words = ownMessages[locale]
  switch (state.kind) {
    case 'loading':
      return html`<p role="status">${words.loading}</p>`
    case 'failed':
      return html`<section>
        ${banner(problemSentence(locale, state.code))}
        <button type="button" class="button" @click=${page.load}>${messages[locale].tryAgain}</button>
      </section>`
    case 'lost':
      return lost(page, state.hadLink, state.sent)
    case 'erased':
      return html`<section>
        <h2 tabindex="-1">${words.erased}</h2>
        <p>${words.erasedAbout}</p>
      </section>`
    case 'shown':
      return shown(page, state.registration)
  }
}

const lost = (page: Page, hadLink: boolean, sent: boolean) => {
  const words = ownMessages[page.locale]
  return html`<section>
    <h2 tabindex="-1">${hadLink ? words.wrongLink : words.noLink}</h2>
    <p>${words.linkAbout}</p>
    <form novalidate @submit=${page.sendLink}>
      ${emailField(page)} ${problem(page, 'send-link')}
      <button class="button" aria-disabled=${page.doing !== null} @click=${page.sendLink}>${
        page.doing === 'send-link' ? formMessages[page.locale].sending : words.sendLink
      }</button>
      <p class="status" role="status" .textContent=${sent ? words.linkSent : ''}></p>
    </form>
  </section>`
}

const emailField = ({ locale, errors }: Page) =>
  html`<div class="field">
    <label for="email">${formMessages[locale].labels.email}</label>
    <input
      id="email"
      name="email"
      type="email"
      autocomplete="email"
      required
      maxlength=${limits.email}
      aria-invalid=${errors.email ? 'true' : nothing}
      aria-describedby="email-error"
    />
    ${complaint('email', { locale, errors })}
  </div>`

const shown = (page: Page, own: OwnRegistration) =>
  html`${standing(page, own)} ${forumOf(page, own)}
    ${own.mayChange ? html`<hr />${changeForm(page, own)}` : nothing}
    <hr />
    ${data(page)} ${question(page)}`

/** What has become of it, and the code. */
const standing = (page: Page, own: OwnRegistration) => {
  const words = ownMessages[page.locale]
  const { status, waitlistPlace, code, mayChange, confirmBy } = own
  if (confirmBy) return status === 'cancelled' ? lapsedView(page, own, confirmBy) : heldView(page, own, confirmBy)
  return html`<section class="state ${status}">
    <h2 tabindex="-1" class="standing ${status === 'confirmed' ? 'open' : status}">${words.status[status]}</h2>
    <p class="status" role="status" .textContent=${page.done === 'confirm' ? words.held.confirmed : ''}></p>
    ${waitlistPlace ? html`<p>${words.queue(waitlistPlace)}</p>` : nothing}
    ${
      status === 'cancelled'
        ? html`<p>${words.anew}</p>`
        : html`<div>
            <p>${words.code}</p>
            <p><strong class="code">${code}</strong></p>
            ${status === 'confirmed' ? html`<p class="muted">${words.codeAbout}</p>` : nothing}
          </div>`
    }
    ${mayChange || status === 'cancelled' ? nothing : html`<p>${words.unchangeable}</p>`}
  </section>`
}

const forumOf = ({ locale }: Page, { forum, calendar }: OwnRegistration) => {
  const language = { locale, messages: messages[locale] }
  return html`<article class="card ${forum.state}">
    ${calendarLeaf(forum, language)}
    <div>
      <h3>${forumName(forum, locale)}</h3>
      ${forum.district ? html`<p class="muted">${forum.title[locale]}</p>` : nothing}
      ${forum.state === 'cancelled' ? html`<p class="standing cancelled">${forum.words[locale].registration}</p>` : nothing}
      ${forumFacts(forum, true, language)} ${calendar ? calendarView(calendar, locale) : nothing}
    </div>
  </article>`
}

const changeForm = (page: Page, own: OwnRegistration) => {
  const { locale, errors, represents, doing, done } = page
  const words = ownMessages[locale]
  const view = { locale, errors }
  return html`<section>
    <h2>${words.change}</h2>
    <p class="muted">${words.sentTo} <strong>${own.email}</strong></p>
    <form novalidate @submit=${page.save} @input=${page.typed}>
      ${textField('name', view)} ${textField('phone', view)} ${textField('organisation', view, represents)}
      <label class="tick"
        ><input type="checkbox" .checked=${!represents} @change=${page.represent} />${formMessages[locale].nobody}</label
      >
      ${textField('role', view, represents)} ${textField('proposal', view)} ${textField('needs', view)}
      ${problem(page, 'save')}
      <button class="button" aria-disabled=${doing !== null} @click=${page.save} .textContent=${
        doing === 'save' ? words.saving : words.save
      }></button>
      <p class="status" role="status" .textContent=${done === 'save' ? words.saved : ''}></p>
    </form>
    <button type="button" class="button danger" @click=${() => page.ask('cancel')} aria-disabled=${doing !== null}>${words.cancel}</button>
    ${problem(page, 'cancel')}
  </section>`
}

const data = (page: Page) => {
  const words = ownMessages[page.locale]
  return html`<section>
    <h2>${words.data}</h2>
    <p>${words.dataAbout}</p>
    <button type="button" class="button quiet" aria-disabled=${page.doing !== null} @click=${page.download}>
      ${words.download}
    </button>
    <p class="status" role="status" .textContent=${page.done === 'download' ? words.downloaded : ''}></p>
    ${problem(page, 'download')}
    <button type="button" class="button danger" @click=${() => page.ask('erase')}>${words.erase}</button>
    ${problem(page, 'erase')}
  </section>`
}

/** The second step. The first button is the one that changes nothing. */
const question = ({ asking, locale, answerYes, answered }: Page) => {
  const words = asking && ownMessages[locale].questions[asking]
  return html`<dialog aria-labelledby="question" @close=${answered}>
    ${
      words
        ? html`<div class="root auto">
            <form method="dialog" class="body">
              <h2 id="question">${words.ask}</h2>
              <p>${words.about}</p>
              <p class="ways">
                <button class="button" autofocus>${words.no}</button>
                <button type="button" class="button danger" @click=${answerYes}>${words.yes}</button>
              </p>
            </form>
          </div>`
        : nothing
    }
  </dialog>`
}
