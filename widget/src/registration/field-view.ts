import type { Locale } from '#contract'
import { limits } from '#contract/limits'
import { html, nothing, type TemplateResult } from 'lit'
import { fieldSentence, formMessages } from '../messages/form-messages.ts'
import type { Field, FieldErrors } from './fields.ts'

/** What a field's view is made with. */
export interface FieldView {
  readonly locale: Locale
  readonly errors: FieldErrors
}

type TextField = Exclude<Field, 'consent'>

interface Kind {
  readonly type?: 'email' | 'tel'
  readonly autocomplete?: string
  readonly pattern?: string
  readonly required?: boolean
  readonly most: number
  /** Of a text of several lines. */
  readonly rows?: number
}

// The digits and marks of a number in any spelling; `v` syntax, as browsers read `pattern`.
const telephone = '[+\\d\\s\\(\\).\\-]{9,30}'
const address = '.+@.+[.].+'

const kinds: Readonly<Record<TextField, Kind>> = {
  name: { autocomplete: 'name', required: true, most: limits.name },
  email: { type: 'email', autocomplete: 'email', pattern: address, required: true, most: limits.email },
  phone: { type: 'tel', autocomplete: 'tel', pattern: telephone, most: 30 },
  organisation: { autocomplete: 'organization', required: true, most: limits.organisation },
  role: { autocomplete: 'organization-title', most: limits.role },
  proposal: { rows: 4, most: limits.proposal },
  needs: { rows: 2, most: limits.needs },
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
    ${kinds[field].required ? nothing : html`<span class="muted">(${optional})</span>`}
    ${hint ? html`<p class="muted" id="${field}-hint">${hint}</p>` : nothing} ${control(field, view, asked)}
    ${complaint(field, view)}
  </div>`
}

/** The ids may be of nothing yet. */
const control = (field: TextField, { errors }: FieldView, asked: boolean) => {
  const { type = 'text', autocomplete = 'off', pattern, required, most, rows } = kinds[field]
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
