import { email } from '#contract/text-formats'
import type { MailServer } from './smtp-mailer.ts'

/** What a deployment says about mail, as it is written in wrangler.toml and the secrets. */
export type MailVariables = {
  readonly ORIGIN?: string
  readonly MAIL_FROM?: string
  readonly SMTP_HOST?: string
  readonly SMTP_PORT?: string
  readonly SMTP_USER?: string
  readonly SMTP_PASSWORD?: string
}

/** Who takes the letters, and in whose name they are; `none`: nothing is said, and letters wait. */
export type MailSettings =
  | { readonly by: 'none' }
  | { readonly by: 'cloudflare'; readonly origin: string; readonly from: string }
  | { readonly by: 'smtp'; readonly origin: string; readonly from: string; readonly server: MailServer }

/** Ports on which a mail server takes letters from us, and how it is spoken to (RFC 8314). 25 is closed to workers. */
const implicitTls = '465'
const startTls = '587'

const ofServer = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD'] as const

/** Reads them, or says what is wrong, in words for whoever deploys. */
export const readMailSettings = (given: MailVariables, hasBinding: boolean): MailSettings | { wrong: string[] } => {
  const missing = ofServer.filter(name => !given[name])
  const saysServer = missing.length < ofServer.length
  if (!hasBinding && !saysServer)
    return given.MAIL_FROM ? { wrong: ['MAIL_FROM, but neither the binding MAIL nor SMTP_HOST'] } : { by: 'none' }
  const wrong = [
    hasBinding && saysServer ? 'both the binding MAIL and SMTP_HOST for letters: leave one of them out' : [],
    !hasBinding && missing.length > 0 ? `the mail server: ${missing.join(', ')} missing` : [],
    saysServer && given.SMTP_PORT && ![implicitTls, startTls].includes(given.SMTP_PORT)
      ? 'SMTP_PORT: 465 for TLS or 587 for STARTTLS'
      : [],
    isAddress(given.MAIL_FROM) ? [] : 'MAIL_FROM, the address from which letters come',
    isOrigin(given.ORIGIN) ? [] : 'ORIGIN, where the links in letters lead: https://forums.example.org',
  ].flat()
  if (wrong.length > 0) return { wrong }
  const { ORIGIN: origin = '', MAIL_FROM: from = '' } = given
  return hasBinding ? { by: 'cloudflare', origin, from } : { by: 'smtp', origin, from, server: serverOf(given) }
}

const serverOf = (given: MailVariables): MailServer => ({
  host: given.SMTP_HOST ?? '',
  port: Number(given.SMTP_PORT),
  tls: given.SMTP_PORT === implicitTls ? 'implicit' : 'starttls',
  user: given.SMTP_USER ?? '',
  password: given.SMTP_PASSWORD ?? '',
})

const isAddress = (text: string | undefined): boolean => text !== undefined && 'value' in email(text)

const isOrigin = (text: string | undefined): boolean =>
  text !== undefined && URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text)
