import type { Bindings } from '../bindings.ts'
import { cloudflareMailer } from './cloudflare-mailer.ts'
import type { Keeper } from './compose-letter.ts'
import { readMailSettings } from './mail-settings-rules.ts'
import type { Mailer } from './mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

/** How letters leave: who takes them, and in whose name they are. */
export type Post = { readonly mailer: Mailer; readonly keeper: Keeper }

/** Undefined when nothing is configured: then letters wait. */
export const postOf = (bindings: Bindings): Post | undefined => {
  const settings = readMailSettings(bindings, bindings.MAIL !== undefined)
  if ('wrong' in settings || settings.by === 'none') return undefined
  const keeper = { secret: bindings.STAMP_SECRET, origin: settings.origin, from: settings.from }
  if (settings.by === 'smtp') return { mailer: smtpMailer(settings.server), keeper }
  return bindings.MAIL && { mailer: cloudflareMailer(bindings.MAIL), keeper }
}
