import { readMailSettings } from './email/mail-settings-rules.ts'

/** What wrangler.toml and the secrets give the worker. */
export type Bindings = {
  DB: D1Database
  /** Signs the stamps of opened forms and makes the codes; 32 characters or more. */
  STAMP_SECRET: string
  /** Registrations of one source in a minute, beyond which it is asked for proofs of work. */
  SOURCE_LIMIT: RateLimit
  /** Registrations and requests for links of one address in a minute. */
  ADDRESS_LIMIT: RateLimit
  /** Registrations at one forum in a minute, beyond which everybody there is asked for proofs of work. */
  FORUM_LIMIT: RateLimit
  /** `https://TEAM.cloudflareaccess.com`, where Cloudflare Access guards the organisers' API as well; with its audience. */
  ACCESS_ISSUER?: string
  /** The `aud` of the application at Access. */
  ACCESS_AUDIENCE?: string
  /** Where the links in letters lead, since nobody asks when they are sent: `https://forums.example.org`. */
  ORIGIN?: string
  /** The address from which letters come. */
  MAIL_FROM?: string
  /** Cloudflare's Email Service takes the letters. */
  MAIL?: SendEmail
  /** Or a mail server of one's own: 465 is TLS, 587 STARTTLS. */
  SMTP_HOST?: string
  SMTP_PORT?: string
  SMTP_USER?: string
  SMTP_PASSWORD?: string
}

const checked = new WeakSet<Bindings>()

/** Throws, once per isolate and with words for whoever deploys, when something is missing. */
export const checkBindings = (bindings: Bindings): void => {
  if (checked.has(bindings)) return
  const missing = [
    bindings.DB ? [] : 'the D1 database DB (wrangler.toml)',
    bindings.SOURCE_LIMIT && bindings.ADDRESS_LIMIT && bindings.FORUM_LIMIT ? [] : 'the rate limits (wrangler.toml)',
    (bindings.STAMP_SECRET ?? '').length >= 32 ? [] : 'the secret STAMP_SECRET of 32 characters or more',
    mailProblems(bindings),
  ].flat()
  if (missing.length > 0) throw new Error(`Not configured: ${missing.join('; ')}`)
  checked.add(bindings)
}

const mailProblems = (bindings: Bindings): string[] => {
  const settings = readMailSettings(bindings, bindings.MAIL !== undefined)
  return 'wrong' in settings ? settings.wrong : []
}
