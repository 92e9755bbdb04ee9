import type { Locale, RegistrationRequest, SubscriptionRequest } from '#contract'

/** What was typed and agreed to: a request without the stamp, which belongs to the sending. */
export type Draft = Omit<RegistrationRequest, 'stamp'> | Omit<SubscriptionRequest, 'stamp'>

/** Reads the form. What was left empty, or is not asked now, is left out; without a consent it is an address that is left. */
export const draftOf = (form: HTMLFormElement, locale: Locale, consentVersion: string | null): Draft => {
  const typed = new FormData(form)
  // Only text is asked; a field that is not asked now is not there.
  const text = (name: string) => ((typed.get(name) ?? '') as string).trim()
  const optional = <Name extends string>(name: Name) =>
    text(name) ? ({ [name]: text(name) } as Partial<Record<Name, string>>) : undefined
  const organisation = text('organisation')
  const proposal = text('proposal')
  const address = { email: text('email'), ...optional('website'), locale }
  if (consentVersion === null) return address
  return {
    name: text('name'),
    ...address,
    ...optional('phone'),
    ...(organisation && { organisation: { name: organisation, ...optional('role') } }),
    ...(proposal && { proposal: { text: proposal } }),
    ...optional('needs'),
    consent: { given: true, version: consentVersion },
  }
}
