import { html, nothing, type TemplateResult } from 'lit/html.js'
import { fields } from '#contract/fields'
import { fieldSentence, formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import type { DialogView } from './dialog-view.ts'
import { complaint, type FieldView, textField } from './field-view.ts'
import { canKeep } from './kept-draft.ts'
import { isFinal, problemSentence } from './problem-sentence.ts'
import type { Registration } from './registration.ts'
import { formOf } from './registration-state.ts'

/** The fields, with what is wrong with them. They stay where they are, hidden or not, and so keep what was typed. */
export const formView = (registration: Registration, hidden: boolean, { locale }: DialogView): TemplateResult => {
  const { state, represents, submit, typed, represent, tellMe } = registration
  const form = formOf(state)
  const view: FieldView = { locale, errors: state.kind === 'editing' ? state.errors : {} }
  const { nobody, waitlistNotice, remember } = formMessages[locale]
  return html`<form novalidate ?hidden=${hidden} @submit=${submit} @input=${typed}>
    ${summary(registration, view)} ${isWaitlist(registration) ? html`<p>${waitlistNotice}</p>` : nothing}
    <fieldset ?disabled=${tellMe}>${textField('name', view)}</fieldset>
    ${textField('email', view)}
    <fieldset ?disabled=${tellMe}>${textField('phone', view)}
    ${textField('organisation', view, represents)}
    <label class="tick"><input type="checkbox" name="nobody" @change=${represent} />${nobody}</label>
    ${textField('role', view, represents)} ${textField('proposal', view)} ${textField('needs', view)}
    ${consent(form?.consent.text[locale], view)}
    ${canKeep() ? html`<label class="tick"><input type="checkbox" name="remember" />${remember}</label>` : nothing}</fieldset>
    <p class="vh" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off" /></p>
    ${tellMe ? html`<p>${form?.notice?.[locale]}</p>` : nothing}
    ${state.kind === 'editing' && state.problem ? banner(problemSentence(locale, state.problem)) : nothing}
    ${submitButton(registration, view)}
  </form>`
}

/** Why something did not succeed. It takes the focus, and is thereby read. */
export const banner = (sentence: string): TemplateResult =>
  html`<p class="banner" tabindex="-1" .textContent=${sentence}></p>`

const isWaitlist = ({ state }: Registration) => formOf(state)?.registration.state === 'waitlist'

/** All complaints, each leading to its field. */
const summary = ({ goTo }: Registration, { locale, errors }: FieldView) => {
  const { labels, summary: heading } = formMessages[locale]
  const wrong = fields.flatMap(field => {
    const code = errors[field]
    return code
      ? html`<li>
          <button type="button" class="link" @click=${() => goTo(field)}>
            ${labels[field]}: ${fieldSentence(locale, code)}
          </button>
        </li>`
      : []
  })
  return wrong[0]
    ? html`<div class="banner" tabindex="-1" role="group" aria-labelledby="wrong">
        <h3 id="wrong" .textContent=${heading(wrong.length)}></h3>
        <ul>
          ${wrong}
        </ul>
      </div>`
    : nothing
}

const consent = (text: string | undefined, view: FieldView) => {
  const { labels, consentText } = formMessages[view.locale]
  return html`<div class="field">
    <label class="tick"
      ><input
        type="checkbox"
        id="consent"
        name="consent"
        required
        ?disabled=${!text}
        aria-invalid=${view.errors.consent ? 'true' : nothing}
        aria-describedby="consent-error"
      />${labels.consent}</label
    >
    ${complaint('consent', view)}
    <details>
      <summary>${consentText}</summary>
      <p class="text" tabindex="0" .textContent=${text ?? '…'}></p>
    </details>
  </div>`
}

// A click, not `submit`: that event never comes in a sandboxed frame without `allow-forms`; Enter in a field clicks the button too.
const submitButton = (registration: Registration, { locale }: FieldView) => {
  const { state, submit, tellMe } = registration
  const problem = state.kind === 'editing' ? state.problem : null
  if (problem && isFinal(problem)) return nothing
  const { register, joinWaitlist, tryAgain } = messages[locale]
  const words = problem ? tryAgain : (tellMe ?? (isWaitlist(registration) ? joinWaitlist : register))
  return html`<button
    type="submit"
    class="button ${state.kind}"
    part="button"
    aria-disabled=${state.kind !== 'editing'}
    @click=${submit}
    .textContent=${state.kind === 'sending' ? formMessages[locale].sending : words}
  ></button>`
}
