import type { Locale } from '#contract'
import { listMessages } from './messages/list-messages.ts'

/**
 * `Content-Disposition` of a list to be saved (RFC 6266): its name in the language of the list, and in ASCII for who
 * does not read the first.
 */
export const savedAs = (forum: string, format: string, lang: Locale): string => {
  const plain = `${forum}-${listMessages.en.file}.${format}`
  const own = `${forum}-${listMessages[lang].file}.${format}`
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(own)}`
}

/** RFC 8187, section 3.2.1. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
