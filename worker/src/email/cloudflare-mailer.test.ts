import { describe, expect, it } from 'vitest'
import { cloudflareMailer } from './cloudflare-mailer.ts'
import type { Letter } from './mailer.ts'

const letter: Letter = {
  messageId: '<7.link@forums.example.org>',
  from: { name: 'Kyiv Forums', address: 'forums@example.org' },
  to: 'olena@example.com',
  subject: 'The link',
  text: 'Text',
  html: '<p>Text</p>',
  headers: {},
  attachments: [],
}

const refusing = (error: unknown) =>
  cloudflareMailer({
    send: () => {
      throw error
    },
  })

const withCode = (code: string) => Object.assign(new Error('olena@example.com was refused'), { code })

describe('what Cloudflare says of a letter', () => {
  it.each([
    ['E_RATE_LIMIT_EXCEEDED', { kind: 'passing', of: 'server', error: 'rate-limited' }],
    ['E_DAILY_LIMIT_EXCEEDED', { kind: 'passing', of: 'server', error: 'rate-limited' }],
    ['E_SENDER_NOT_VERIFIED', { kind: 'passing', of: 'server', error: 'sender-refused' }],
    ['E_INTERNAL_SERVER_ERROR', { kind: 'passing', of: 'letter', error: 'server-fault' }],
    ['E_DELIVERY_FAILED', { kind: 'passing', of: 'letter', error: 'address-refused' }],
    ['E_RECIPIENT_SUPPRESSED', { kind: 'permanent', error: 'address-suppressed' }],
    ['E_HEADER_VALUE_INVALID', { kind: 'permanent', error: 'letter-refused' }],
    ['E_CONTENT_TOO_LARGE', { kind: 'permanent', error: 'letter-refused' }],
    ['E_OF_A_LATER_DAY', { kind: 'permanent', error: 'letter-refused' }],
    ['constructor', { kind: 'passing', of: 'letter', error: 'server-fault' }],
  ])('%s', async (code, outcome) => expect(await refusing(withCode(code)).send(letter)).toEqual(outcome))

  it('may be nothing that is known: then it passes', async () => {
    for (const error of [new Error('fetch failed'), 'text', undefined])
      expect(await refusing(error).send(letter)).toEqual({ kind: 'passing', of: 'letter', error: 'server-fault' })
  })
})
