import type { FieldCode } from './problem-codes.ts'

/**
 * What a name, an address or a phone number is: plain functions without zod, each returning the value as it is stored,
 * or the code of what is wrong with it.
 */
export type Format = (typed: string) => { value: string } | { refused: FieldCode }

const control = /\p{Cc}/u
const controlButLines = /[^\P{Cc}\n\r\t]/u
const bidirectional = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u
const stackedMarks = /\p{M}{5,}/u
const letterOrDigit = /[\p{L}\p{N}]/u
// Unicode 16, DerivedCoreProperties.txt: U+3164 is a letter and yet nothing can be seen of it.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const link =
  /:\/\/|www\.|[^\s.]{2,}\.(?:com|net|org|info|biz|online|site|top|xyz|shop|click|example|ua|eu|укр|ru|рф)(?![\p{L}\p{N}])/iu

/** Length as people count it, the same on every side: code points, not UTF-16 units. */
export const codePoints = (text: string): number => [...text].length

/** One line that a person reads: trimmed, NFC, at least one visible letter or digit, no control or direction characters, no link. */
export const line =
  (most: number): Format =>
  typed => {
    const value = typed.trim().normalize('NFC')
    if (value === '') return { refused: 'required' }
    if (!value.isWellFormed() || control.test(value) || bidirectional.test(value) || stackedMarks.test(value))
      return { refused: 'invalid-characters' }
    if (codePoints(value) > most) return { refused: 'too-long' }
    if (!letterOrDigit.test(value.replaceAll(invisible, ''))) return { refused: 'no-letters' }
    if (link.test(value)) return { refused: 'contains-link' }
    return { value }
  }

/** Free text of several lines; links are allowed, it never goes into a letter. Empty stays empty. */
export const text =
  (most: number): Format =>
  typed => {
    const value = typed.trim().replaceAll(/\r\n?/g, '\n').normalize('NFC')
    if (!value.isWellFormed() || controlButLines.test(value) || bidirectional.test(value) || stackedMarks.test(value))
      return { refused: 'invalid-characters' }
    if (codePoints(value) > most) return { refused: 'too-long' }
    return { value }
  }

const lineSeparator = /[\u2028\u2029]/u
const script = /(?:java|vb)script\s*:|data\s*:\s*text\//iu

/** What an organiser writes for everybody to read: nothing that a page may take for an order. */
export const published =
  (format: Format): Format =>
  typed => {
    if (lineSeparator.test(typed)) return { refused: 'invalid-characters' }
    return script.test(typed) ? { refused: 'contains-link' } : format(typed)
  }

/** Free text that must say something. */
export const someText =
  (most: number): Format =>
  typed => {
    const read = text(most)(typed)
    return 'value' in read && !letterOrDigit.test(read.value.replaceAll(invisible, '')) ? { refused: 'required' } : read
  }

/** A page of the web over https, without a name and password in it (WHATWG URL). */
export const webAddress: Format = typed => {
  const value = typed.trim()
  if (value === '') return { refused: 'required' }
  if (/\s/u.test(value) || !value.isWellFormed() || !URL.canParse(value)) return { refused: 'invalid-address' }
  const { protocol, username, password, href, hostname } = new URL(value)
  if (protocol !== 'https:' || username || password || asciiDomain(hostname) === undefined)
    return { refused: 'invalid-address' }
  return href.length > 500 ? { refused: 'too-long' } : { value: href }
}

/** The name of a host in the public DNS, as browsers tell it in `Origin`: lower case, A-labels (RFC 5890), no port. */
export const hostName: Format = typed => {
  const value = typed.trim().normalize('NFC').toLowerCase()
  if (value === '') return { refused: 'required' }
  const host = /[\s:@[\]\\]/u.test(value) ? undefined : asciiDomain(value)
  return host === undefined || host.length > 253 ? { refused: 'invalid-address' } : { value: host }
}

const asciiLocalPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/**
 * An address as it is stored and compared: lower case, the domain as A-labels (RFC 5890), so that `ОЛЕНА`'s spelling of
 * a domain never makes a second person. Refuses quoted local parts, address literals and names without a dot
 * (RFC 5321 allows them, no citizen has one), and local parts outside ASCII, which are nearly always a wrong keyboard layout.
 */
export const email: Format = typed => {
  const value = typed.trim().normalize('NFC').toLowerCase()
  if (value === '') return { refused: 'required' }
  const at = value.lastIndexOf('@')
  const local = value.slice(0, at)
  if (at < 1 || /[\s,;:<>"()[\]\\]/u.test(value) || control.test(value) || !value.isWellFormed())
    return { refused: 'invalid-email' }
  // eslint-disable-next-line no-control-regex -- ASCII is meant
  if (/[^\x00-\x7F]/u.test(local)) return { refused: 'email-not-latin' }
  const host = asciiDomain(value.slice(at + 1))
  if (!asciiLocalPart.test(local) || local.length > 64 || host === undefined) return { refused: 'invalid-email' }
  const address = `${local}@${host}`
  return address.length > 254 ? { refused: 'too-long' } : { value: address }
}

/** Undefined when it is no public host name. */
const asciiDomain = (typed: string): string | undefined => {
  if (/[/?#%@]/.test(typed) || !URL.canParse(`http://${typed}/`)) return undefined
  const { hostname } = new URL(`http://${typed}/`)
  return domain.test(hostname) ? hostname : undefined
}

/** E.164 (ITU-T). Ukrainian numbers may be typed as `067…`, `8067…` or `38067…`; numbers of other countries need their `+`. */
export const phone: Format = typed => {
  const compact = typed.trim().replaceAll(/[\s().\u2010-\u2015-]/g, '')
  const ukrainian = /^(?:\+?38|8)?(0[0-9]{9})$/.exec(compact)
  if (ukrainian) return { value: `+38${ukrainian[1]}` }
  const foreign = /^\+(?!38)[1-9][0-9]{7,14}$/.test(compact) || /^\+38[1-9][0-9]{5,12}$/.test(compact)
  return foreign ? { value: compact } : { refused: 'invalid-phone' }
}

/** The eight digits of Ukraine's register of enterprises and organisations. */
export const edrpou: Format = typed => {
  const value = typed.trim()
  return /^[0-9]{8}$/.test(value) ? { value } : { refused: 'invalid-edrpou' }
}

/** RFC 9110 field value, a quoted or bare `Idempotency-Key`; undefined when it is not one. */
export const idempotencyKey = (header: string): string | undefined =>
  /^(?:"([\w-]{22,64})"|([\w-]{22,64}))$/.exec(header)?.slice(1).find(Boolean)
