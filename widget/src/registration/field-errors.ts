import type { FieldCode } from '#contract/problem-codes'
import type { FieldErrors } from '#contract/field-errors'
import { type Field, fields } from '#contract/fields'

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
  const errors: Partial<Record<Field, FieldCode>> = {}
  for (const field of fields) {
    const code = nativeError(form, field)
    if (code) errors[field] = code
  }
  return errors
}

export const hasErrors = (errors: FieldErrors): boolean => fields.some(field => errors[field])
