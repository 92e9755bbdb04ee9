import { html } from 'hono/html'
import type { Locale, RegistrationForm } from '#contract'
import { fields } from '#contract/fields'
import { fieldSentence, formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import { complaint, described, type FormView, textField } from './field-view.ts'
import { forumAddress } from './page-address.ts'
import type { Content } from './page.ts'
import { pageWords } from './page-words.ts'

/** A form that came back, or is new: then there are neither errors nor a sentence. */
export type RegistrationView = FormView & {
  readonly form: RegistrationForm
  /** Why it could not be sent, when that is no field's fault. */
  readonly sentence?: string | undefined
}

/** Checked by the worker alone: so that every complaint is in the language of the page, in one place and in our words. */
export const formView = (view: RegistrationView) => {
  const { form, locale, typed } = view
  const { title, waitlistNotice } = formMessages[locale]
  const hidden = { key: typed.key, stamp: typed.stamp, 'consent-version': form.consent.version }
  return html`<section class="registration" id="registration" aria-labelledby="registration-title">
    <h2 id="registration-title">${title}</h2>
    <form method="post" action="${forumAddress(locale, form.forum)}" novalidate>
      ${form.registration.state === 'waitlist' ? html`<p class="notice">${waitlistNotice}</p>` : ''}
      ${
        form.challenge && !view.sentence
          ? html`<p class="notice">${pageWords[locale].unsent['too-many-requests']}</p>`
          : ''
      }
      ${fields.map(field => asked(field, view))} ${honeypot(locale)} ${hiddenFields(hidden)}
      <p><button class="button" type="submit">${buttonWords(view)}</button></p>
    </form>
  </section>`
}

export const hiddenFields = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)

const asked = (field: (typeof fields)[number], view: RegistrationView) => {
  if (field === 'consent') return consent(view)
  return field === 'organisation' ? html`${textField(field, view)}${nobody(view)}` : textField(field, view)
}

const nobody = ({ locale, typed }: RegistrationView) =>
  html`<label class="tick"
    ><input type="checkbox" name="nobody" value="yes" ${typed.nobody ? 'checked' : ''} /><span
      >${formMessages[locale].nobody}</span
    ></label
  >`

/** Who agreed to another version of the text has not agreed to this one. */
const consent = (view: RegistrationView) => {
  const { locale, typed, form } = view
  const { labels, consentText } = formMessages[locale]
  const { version, text } = form.consent
  const given = typed.consent && typed.consentVersion === version
  return html`<div class="field">
    ${complaint('consent', view)}
    <label class="tick"
      ><input
        type="checkbox"
        id="consent"
        name="consent"
        value="yes"
        required
        ${given ? 'checked' : ''}
        ${described('consent', view)}
      /><span>${labels.consent}</span></label
    >
    <details>
      <summary>${consentText}</summary>
      <p class="text">${text[locale]}</p>
      <p class="muted">${pageWords[locale].consentVersion(version)}</p>
    </details>
  </div>`
}

export const honeypot = (locale: Locale) =>
  html`<p class="vh" aria-hidden="true">
    <label>${pageWords[locale].leaveEmpty} <input name="website" tabindex="-1" autocomplete="off" /></label>
  </p>`

const buttonWords = ({ locale, form, sentence }: RegistrationView): string => {
  const { register, joinWaitlist, tryAgain } = messages[locale]
  if (sentence) return tryAgain
  return form.registration.state === 'waitlist' ? joinWaitlist : register
}

/** Everything that is wrong, each complaint leading to its field. It has the focus when the page has come. */
export const summaryOf = ({
  locale,
  errors,
  sentence,
}: FormView & Pick<RegistrationView, 'sentence'>): Content | '' => {
  const { labels, summary, kept } = formMessages[locale]
  const wrong = fields.flatMap(field => {
    const code = errors[field]
    return code ? html`<li><a href="#${field}">${labels[field]}: ${fieldSentence(locale, code)}</a></li>` : []
  })
  if (!sentence && !wrong[0]) return ''
  return html`<div class="banner" role="group" aria-labelledby="wrong" tabindex="-1" autofocus>
    <h2 id="wrong">${sentence ?? summary(wrong.length)}</h2>
    ${
      wrong[0]
        ? html`<ul>
          ${wrong}
        </ul>`
        : ''
    }
    <p>${kept}</p>
  </div>`
}
