import { html, raw } from 'hono/html'
import type { Locale } from '#contract'
import type { FieldErrors } from '#contract/field-errors'
import { type Field, type FieldKind, fieldKinds, type TextField } from '#contract/fields'
import { fieldSentence, formMessages } from '#contract/messages/form-messages'
import { pageWords } from './page-words.ts'
import type { TypedForm } from './typed-form.ts'

/** What a form is shown with. */
export type FormView = { readonly locale: Locale; readonly typed: TypedForm; readonly errors: FieldErrors }

/** As everywhere; but without JavaScript the organisation cannot wait for the answer whether there is one. */
const kinds: Readonly<Record<TextField, FieldKind>> = {
  ...fieldKinds,
  organisation: { ...fieldKinds.organisation, required: false },
}

/** Label, hint, complaint and control, in the order in which they are of use. */
export const textField = (field: TextField, view: FormView) => {
  const { labels, optional } = formMessages[view.locale]
  const hint = hintOf(field, view.locale)
  return html`<div class="field">
    <label for="${field}">${labels[field]}</label>
    ${kinds[field].required ? '' : html`<span class="muted">(${optional})</span>`}
    ${hint ? html`<p class="muted" id="${field}-hint">${hint}</p>` : ''} ${complaint(field, view)}
    ${control(field, view)}
  </div>`
}

const hintOf = (field: TextField, locale: Locale): string | undefined =>
  field === 'organisation' ? pageWords[locale].alone : formMessages[locale].hints[field]

/** Stands beside its field and is read with it. */
export const complaint = (field: Field, { locale, errors }: FormView) => {
  const code = errors[field]
  return code ? html`<p class="error" id="${field}-error">${fieldSentence(locale, code)}</p>` : ''
}

/** Attributes of whatever is asked: what is wrong with it is told to who cannot see it. */
export const described = (field: Field, { errors }: FormView, ...ids: string[]) => {
  const describedBy = [...ids, ...(errors[field] ? [`${field}-error`] : [])].join(' ')
  return attributes({
    'aria-invalid': errors[field] && 'true',
    'aria-describedby': describedBy || undefined,
  })
}

const control = (field: TextField, view: FormView) => {
  const { type = 'text', autocomplete = 'off', pattern, required, most, rows } = kinds[field]
  const value = view.typed.texts[field]
  const named = attributes({ id: field, name: field, maxlength: most, autocomplete, required })
  const about = described(field, view, ...(hintOf(field, view.locale) ? [`${field}-hint`] : []))
  // The parser of HTML drops a line break that comes first.
  return rows
    ? html`<textarea ${named} ${about} rows="${rows}">${'\n'}${value}</textarea>`
    : html`<input type="${type}" ${named} ${about} ${attributes({ pattern })} value="${value}" />`
}

/** Those that have a value. The names are ours. */
const attributes = (given: Readonly<Record<string, string | number | true | false | undefined>>) =>
  html`${Object.entries(given).map(([name, value]) =>
    value === undefined || value === false ? '' : html`${raw(` ${name}`)}="${value === true ? '' : value}"`,
  )}`
