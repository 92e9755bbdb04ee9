import type { FieldProblem } from '#contract'
import type { FieldCode } from '#contract/problem-codes'
import { type Field, fields } from '#contract/fields'

/** At most one complaint for a field. */
export type FieldErrors = Partial<Record<Field, FieldCode>>

type Control = HTMLInputElement | HTMLTextAreaElement

/** A form's controls go before its own properties, even the one called `name`. */
const controlOf = (form: HTMLFormElement, field: Field): Control => form[field]

/** Cyrillic letters before the @ are nearly always a keyboard layout left behind. */
const wrongLayout = /[а-яґєії].*@/i

const emailCode = (value: string): FieldCode => (wrongLayout.test(value) ? 'email-not-latin' : 'invalid-email')

/** What the browser itself finds wrong; undefined when nothing is, or when the field is not asked now. */
export const nativeError = (form: HTMLFormElement, field: Field): FieldCode | undefined => {
  const { validity, value, willValidate } = controlOf(form, field)
  if (!willValidate || validity.valid) return undefined
  if (validity.valueMissing) return field === 'consent' ? 'consent-required' : 'required'
  if (validity.tooLong) return 'too-long'
  if (field === 'email') return emailCode(value)
  return field === 'phone' ? 'invalid-phone' : 'required'
}

/** What the browser itself finds wrong in the whole form. */
export const nativeErrors = (form: HTMLFormElement): FieldErrors => {
  const errors: FieldErrors = {}
  for (const field of fields) {
    const code = nativeError(form, field)
    if (code) errors[field] = code
  }
  return errors
}

/** The field in which a person typed what a JSON pointer (RFC 6901) of the request names. */
const fieldAt = (pointer: string): Field | undefined => {
  const [, first, second] = pointer.split('/')
  return fields.find(field => field === (second === 'role' ? second : first))
}

/** What the API found wrong, beside the fields; what belongs to no field is left out. */
export const serverErrors = (problems: readonly FieldProblem[]): FieldErrors => {
  const errors: FieldErrors = {}
  for (const { pointer, code } of problems) {
    const field = fieldAt(pointer)
    if (field) errors[field] ??= code
  }
  return errors
}

export const hasErrors = (errors: FieldErrors): boolean => fields.some(field => errors[field])
