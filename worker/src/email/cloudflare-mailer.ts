import type { Attachment, Letter, Mailer, Outcome } from './mailer.ts'

/**
 * Cloudflare's Email Service. It makes the Message-ID itself, so that ours travels in a header of its own.
 * https://developers.cloudflare.com/email-service/reference/headers/
 */
export const cloudflareMailer = (binding: SendEmail): Mailer => ({
  send: async letter => {
    try {
      await binding.send(messageOf(letter))
      return { kind: 'sent' }
    } catch (error) {
      return outcomeOf(error)
    }
  },
})

const messageOf = ({ messageId, from, to, subject, text, html, headers, attachments }: Letter) => ({
  from: { name: from.name, email: from.address },
  to,
  subject,
  text,
  html,
  headers: { ...headers, 'X-Letter-ID': messageId },
  attachments: attachments.map(attached),
})

const attached = ({ filename, type, content, contentId }: Attachment): EmailAttachment =>
  contentId === undefined
    ? { disposition: 'attachment', filename, type, content }
    : { disposition: 'inline', contentId, filename, type, content }

/** https://developers.cloudflare.com/email-service/api/send-emails/workers-api/#error-codes */
const outcomes: Readonly<Record<string, Outcome>> = {
  E_RATE_LIMIT_EXCEEDED: { kind: 'passing', of: 'server', error: 'rate-limited' },
  E_DAILY_LIMIT_EXCEEDED: { kind: 'passing', of: 'server', error: 'rate-limited' },
  E_INTERNAL_SERVER_ERROR: { kind: 'passing', of: 'letter', error: 'server-fault' },
  E_DELIVERY_FAILED: { kind: 'passing', of: 'letter', error: 'address-refused' },
  // Whoever deployed has not finished: letters wait until they have.
  E_SENDER_NOT_VERIFIED: { kind: 'passing', of: 'server', error: 'sender-refused' },
  E_SENDER_DOMAIN_NOT_AVAILABLE: { kind: 'passing', of: 'server', error: 'sender-refused' },
  E_RECIPIENT_SUPPRESSED: { kind: 'permanent', error: 'address-suppressed' },
  E_RECIPIENT_NOT_ALLOWED: { kind: 'permanent', error: 'address-refused' },
}

const outcomeOf = (error: unknown): Outcome => {
  const code = codeOf(error)
  const known = code !== undefined && Object.hasOwn(outcomes, code) ? outcomes[code] : undefined
  if (known) return known
  // Every other code says that the letter is made wrongly, which sending it again does not mend.
  return code?.startsWith('E_')
    ? { kind: 'permanent', error: 'letter-refused' }
    : { kind: 'passing', of: 'letter', error: 'server-fault' }
}

const codeOf = (error: unknown): string | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : undefined
}
