import { describe, expect, it } from 'vitest'
import { type MailVariables, readMailSettings } from './mail-settings-rules.ts'

const server: MailVariables = {
  SMTP_HOST: 'mail.example.org',
  SMTP_PORT: '465',
  SMTP_USER: 'forums',
  SMTP_PASSWORD: 'a password',
}
const named: MailVariables = { ORIGIN: 'https://forums.example.org', MAIL_FROM: 'forums@example.org' }

describe('the settings of mail', () => {
  it('may be none: then letters wait', () => {
    expect(readMailSettings({}, false)).toEqual({ by: 'none' })
    expect(readMailSettings({ ORIGIN: 'https://forums.example.org' }, false)).toEqual({ by: 'none' })
  })

  it('name the binding of Cloudflare', () =>
    expect(readMailSettings(named, true)).toEqual({
      by: 'cloudflare',
      origin: 'https://forums.example.org',
      from: 'forums@example.org',
    }))

  it.each([
    ['465', 'implicit'],
    ['587', 'starttls'],
  ])('name a mail server; port %s is spoken to by %s TLS', (port, tls) =>
    expect(readMailSettings({ ...named, ...server, SMTP_PORT: port }, false)).toMatchObject({
      by: 'smtp',
      server: { host: 'mail.example.org', port: Number(port), tls, user: 'forums', password: 'a password' },
    }),
  )

  it.each<[string, MailVariables, boolean, RegExp]>([
    ['both are given', { ...named, ...server }, true, /both the binding MAIL and SMTP_HOST/],
    [
      'half a server is given',
      { ...named, SMTP_HOST: 'mail.example.org' },
      false,
      /SMTP_PORT, SMTP_USER, SMTP_PASSWORD missing/,
    ],
    ['the port is one of other things', { ...named, ...server, SMTP_PORT: '25' }, false, /465 for TLS or 587/],
    ['nobody writes', { ...server, ORIGIN: 'https://forums.example.org' }, false, /MAIL_FROM/],
    ['whoever writes is no address', { ...named, MAIL_FROM: 'Forums <forums@example.org>' }, true, /MAIL_FROM/],
    ['nobody says where links lead', { MAIL_FROM: 'forums@example.org' }, true, /ORIGIN/],
    ['links would lead to a page', { ...named, ORIGIN: 'https://forums.example.org/schedule' }, true, /ORIGIN/],
    ['nobody takes the letters', { MAIL_FROM: 'forums@example.org' }, false, /neither the binding MAIL nor SMTP_HOST/],
  ])('say what is wrong when %s', (_, given, hasBinding, words) => {
    const settings = readMailSettings(given, hasBinding)
    expect('wrong' in settings ? settings.wrong.join('; ') : '').toMatch(words)
  })
})
