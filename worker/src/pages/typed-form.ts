import type { Locale } from '#contract'
import { fields, type TextField } from '#contract/fields'

/** What a person typed into a page's form, and what the page itself had put there. */
export type TypedForm = {
  readonly texts: Readonly<Record<TextField, string>>
  /** «Не представляю організацію» */
  readonly nobody: boolean
  readonly consent: boolean
  readonly consentVersion: string
  readonly stamp: string
  readonly key: string
  /** People do not see this field. */
  readonly website: string
}

const isText = (field: (typeof fields)[number]): field is TextField => field !== 'consent'

const textFields = fields.filter(isText)

/** Of several values under one name the last counts, as in JSON; names that the form does not have are not looked at. */
export const typedForm = (body: string): TypedForm => {
  const sent = new URLSearchParams(body)
  const last = (name: string) => sent.getAll(name).at(-1) ?? ''
  return {
    texts: textsOf(last),
    nobody: last('nobody') === 'yes',
    consent: last('consent') === 'yes',
    consentVersion: last('consent-version'),
    stamp: last('stamp'),
    key: last('key'),
    website: last('website'),
  }
}

/** A form that nobody has touched. */
export const untouched = (stamp: string, key: string): TypedForm => ({ ...typedForm(''), stamp, key })

const textsOf = (value: (field: TextField) => string) =>
  Object.fromEntries(textFields.map(field => [field, value(field)])) as Record<TextField, string>

/** As the API would have been asked. Whoever ticks that they represent nobody, or names no organisation and no role, does not. */
export const requestOf = (
  { texts, nobody, consent, consentVersion, stamp, website }: TypedForm,
  locale: Locale,
): Record<string, unknown> => {
  const said = (text: string) => text.trim() !== ''
  const { name, email, phone, organisation, role, proposal, needs } = texts
  return {
    name,
    email,
    phone,
    organisation: !nobody && (said(organisation) || said(role)) ? { name: organisation, role } : undefined,
    proposal: said(proposal) ? { text: proposal } : undefined,
    needs,
    locale,
    consent: { given: consent, version: consentVersion },
    stamp,
    website: website || undefined,
  }
}
