import type { Words } from '#contract'
import { sha256 } from '../registration/signing.ts'

/**
 * What a person agrees to, by version. A text that somebody has agreed to never changes: a new text is a new version,
 * and every registration keeps the version and its hash.
 */
const texts: Readonly<Record<string, Words>> = {
  '2019-06': {
    uk:
      'Я погоджуюся, щоб організатори форуму (Департамент суспільних комунікацій КМДА та районна державна адміністрація) ' +
      'обробляли вказані мною ім’я, електронну адресу, телефон, організацію, побажання та пропозицію для того, щоб ' +
      'зареєструвати мене, повідомляти про цей форум і врахувати мою пропозицію. Дані не публікують і не передають іншим. ' +
      'Їх буде знеособлено через 60 днів після форуму. Я можу будь-коли переглянути, змінити чи вилучити свої дані ' +
      'або відкликати згоду.',
    en:
      'I agree that the organisers of the forum (the Department of Public Communications of the Kyiv City State ' +
      'Administration and the district state administration) process the name, e-mail address, phone number, ' +
      'organisation, needs and proposal that I have given, in order to register me, to tell me about this forum and to ' +
      'consider my proposal. They are neither published nor passed on. They will be anonymised 60 days after the forum. ' +
      'I may see, change or erase them, or withdraw my consent, at any time.',
  },
}

export const currentConsentVersion = '2019-06'

/** Undefined when no such text was ever shown. */
export const consentText = (version: string): Words | undefined =>
  Object.hasOwn(texts, version) ? texts[version] : undefined

/** SHA-256 of the text as JSON, in hexadecimal, which every registration keeps; undefined when there is no such text. */
export const consentHash = async (version: string): Promise<string | undefined> => {
  const text = consentText(version)
  return text && sha256(JSON.stringify(text))
}
