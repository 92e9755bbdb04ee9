import type { OwnRegistration, RegistrationChange } from '#contract'
import { nativeError } from '../registration/field-errors.ts'
import type { Field } from '#contract/fields'
import type { FieldErrors } from '#contract/field-errors'

/** What may be changed: not the address, which proves whose registration it is. */
const changeable = ['name', 'phone', 'organisation', 'role', 'proposal', 'needs'] as const satisfies readonly Field[]

type Changeable = (typeof changeable)[number]

const values = (own: OwnRegistration): Record<Changeable, string | null | undefined> => ({
  name: own.name,
  phone: own.phone,
  organisation: own.organisation?.name,
  role: own.organisation?.role,
  proposal: own.proposal?.text,
  needs: own.needs,
})

/** Shows in the fields what is stored. */
export const fillIn = (form: HTMLFormElement, own: OwnRegistration): void => {
  for (const [field, value] of Object.entries(values(own))) form[field].value = value ?? ''
}

/** What the browser itself finds wrong. */
export const changeErrors = (form: HTMLFormElement): FieldErrors => {
  const errors: { -readonly [Name in keyof FieldErrors]: FieldErrors[Name] } = {}
  for (const field of changeable) {
    const code = nativeError(form, field)
    if (code) errors[field] = code
  }
  return errors
}

/** What the form says now. What it does not ask, the registry number and the topic, stays with what it belongs to. */
export const changeOf = (form: HTMLFormElement, own: OwnRegistration): RegistrationChange => {
  const typed = new FormData(form)
  const text = (name: Changeable) => ((typed.get(name) ?? '') as string).trim() || null
  const name = text('organisation')
  const proposal = text('proposal')
  const edrpou = name === own.organisation?.name ? own.organisation.edrpou : null
  const topic = own.proposal?.topic
  return {
    name: text('name') ?? '',
    phone: text('phone'),
    organisation: name ? { name, role: text('role') ?? undefined, ...(edrpou && { edrpou }) } : null,
    proposal: proposal ? { text: proposal, ...(topic && { topic }) } : null,
    needs: text('needs'),
  }
}
