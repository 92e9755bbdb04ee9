import type { Locale } from '#contract'
import { fieldKinds, type Field, type TextField } from '#contract/fields'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { fieldSentence, formMessages } from '#contract/messages/form-messages'
import type { FieldErrors } from '#contract/field-errors'

/** What a field's view is made with. */
export interface FieldView {
  readonly locale: Locale
  readonly errors: FieldErrors
}

/** A complaint stands beside its field and is read with it. */
export const complaint = (field: Field, { locale, errors }: FieldView): TemplateResult | typeof nothing => {
  const code = errors[field]
  return code ? html`<p class="error" id="${field}-error" .textContent=${fieldSentence(locale, code)}></p>` : nothing
}

/** Label, hint, control and complaint; `asked` is false while the field does not apply. */
export const textField = (field: TextField, view: FieldView, asked = true): TemplateResult => {
  const { labels, hints, optional } = formMessages[view.locale]
  const hint = hints[field]
  return html`<div class="field" ?hidden=${!asked}>
    <label for=${field}>${labels[field]}</label>
    ${fieldKinds[field].required ? nothing : html`<span class="muted">(${optional})</span>`}
    ${hint ? html`<p class="muted" id="${field}-hint">${hint}</p>` : nothing} ${control(field, view, asked)}
    ${complaint(field, view)}
  </div>`
}

/** The ids may be of nothing yet. */
const control = (field: TextField, { errors }: FieldView, asked: boolean) => {
  const { type = 'text', autocomplete = 'off', pattern, required, most, rows } = fieldKinds[field]
  const invalid = errors[field] ? 'true' : nothing
  const described = `${field}-hint ${field}-error`
  return rows
    ? html`<textarea
        id=${field}
        name=${field}
        rows=${rows}
        maxlength=${most}
        aria-invalid=${invalid}
        aria-describedby=${described}
      ></textarea>`
    : html`<input
        id=${field}
        name=${field}
        type=${type}
        autocomplete=${autocomplete}
        pattern=${pattern ?? nothing}
        maxlength=${most}
        ?required=${required}
        ?disabled=${!asked}
        aria-invalid=${invalid}
        aria-describedby=${described}
      />`
}
