import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { executeSql, loadLocally, locally, migrate, programme2019 } from '../../scripts/local-state.ts'
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts'
import { root } from '../../scripts/wrangler.ts'
import type { Letter, Outcome } from '../../src/email/mailer.ts'
import type { MailServer } from '../../src/email/smtp-mailer.ts'
import { authority, startMailServer, startRudeServer } from './mail-server.ts'

/** What the mailers of the running worker send arrives at a real mail server, and at Cloudflare's binding as wrangler has it. */
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-mail-'))
let worker: LocalWorker

/** The project's configuration, with a binding for mail. */
const configuration = (): string => {
  const file = join(state, 'wrangler.toml')
  const absolute = readFileSync(join(root, 'wrangler.toml'), 'utf8').replaceAll(
    /^(main|directory|migrations_dir) = "(.+)"$/gm,
    (_line, name, path) => `${name} = "${join(root, path)}"`,
  )
  writeFileSync(file, `${absolute}\n[[send_email]]\nname = "MAIL"\n`)
  return file
}

const trusted = (): string => {
  const file = join(state, 'authority.crt')
  writeFileSync(file, authority)
  return file
}

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  worker = await startLocalWorker({
    port: await freePort(),
    state,
    entry: join(root, 'worker/test/mailing-worker.ts'),
    config: configuration(),
    authority: trusted(),
  })
})

afterAll(async () => {
  await worker?.stop()
  rmSync(state, { recursive: true, force: true })
})

const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const server = async (...behaviour: Parameters<typeof startMailServer>) => {
  const started = await startMailServer(...behaviour)
  stops.push(started.stop)
  return started
}

const rude = async (...behaviour: Parameters<typeof startRudeServer>) => {
  const started = await startRudeServer(...behaviour)
  stops.push(started.stop)
  return started
}

const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
  const answer = await fetch(`${worker.origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Форум\r\nEND:VCALENDAR\r\n'

const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  messageId: '<7.confirmed@forums.example.org>',
  from: { name: 'Форуми Києва', address: 'forums@example.org' },
  to: 'olena@example.com',
  subject: 'Вас зареєстровано: Форум організацій громадянського суспільства Святошинського району міста Києва',
  text: 'Вас зареєстровано\n.\n..крапка на початку\nдовгий рядок: ' + 'слово '.repeat(300) + '\n',
  html: `<!doctype html><html lang="uk"><body><h1>Вас зареєстровано</h1><p>${'слово '.repeat(300)}</p><img src="cid:code@kyiv-forums" alt=""></body></html>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'uk',
    'List-Unsubscribe': '<https://forums.example.org/reminders/1.abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  attachments: [
    { filename: '7H3M-2Q9X.png', type: 'image/png', content: base64('a picture'), contentId: 'code@kyiv-forums' },
    { filename: 'forum.ics', type: 'text/calendar; charset=utf-8; method=REQUEST', content: base64(calendar) },
  ],
  ...changes,
})

const sendTo = (to: MailServer, letter = aLetter()) => post<Outcome>('/mail/smtp', { server: to, letter })

describe.each(['implicit', 'starttls'] as const)('a mail server that is spoken to by %s TLS', tls => {
  it('gets the letter as it was made, after the password', async () => {
    const { settings, arrived } = await server({ tls })
    expect(await sendTo(settings)).toEqual({ kind: 'sent' })
    expect(arrived).toHaveLength(1)
    const [{ email, raw, isSecure, user, to } = expect.unreachable()] = arrived
    expect({ isSecure, user, to }).toEqual({ isSecure: true, user: 'forums', to: ['olena@example.com'] })
    const made = aLetter()
    expect(email.messageId).toBe(made.messageId)
    expect(email.from).toMatchObject({ name: 'Форуми Києва', address: 'forums@example.org' })
    expect(email.subject).toBe(made.subject)
    expect(email.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(made.text.trimEnd())
    expect(email.html?.replaceAll('\r\n', '\n').trimEnd()).toBe(made.html)
    expect(Object.fromEntries(email.headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'uk',
      'list-unsubscribe': '<https://forums.example.org/reminders/1.abc>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
    const [picture, entry] = email.attachments
    expect(picture).toMatchObject({ mimeType: 'image/png', contentId: '<code@kyiv-forums>', disposition: 'inline' })
    expect(entry).toMatchObject({ mimeType: 'text/calendar', method: 'REQUEST', filename: 'forum.ics' })
    expect(
      Buffer.from(entry?.content as ArrayBuffer)
        .toString()
        .replaceAll(/\r?\n/g, '\r\n'),
    ).toBe(calendar)
    // RFC 5322, section 2.1.1.
    expect(Math.max(...raw.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('nothing is said to a server that', () => {
  it('offers no TLS: neither a password nor a letter', async () => {
    const { settings, arrived, passwords } = await server({
      options: { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    })
    expect(await sendTo(settings)).toMatchObject({ kind: 'passing', of: 'server' })
    expect([...passwords, ...arrived]).toEqual([])
  })

  it.each(['implicit', 'starttls'] as const)('nobody vouches for (%s)', async tls => {
    const { settings, arrived, passwords } = await server({ tls, bears: 'stranger' })
    expect(await sendTo(settings)).toEqual({ kind: 'passing', of: 'server', error: 'connection-lost' })
    expect([...passwords, ...arrived]).toEqual([])
  })

  it.each(['implicit', 'starttls'] as const)('bears another name (%s)', async tls => {
    const { settings, arrived, passwords } = await server({ tls })
    expect(await sendTo({ ...settings, host: '127.0.0.1' })).toMatchObject({ kind: 'passing', of: 'server' })
    expect([...passwords, ...arrived]).toEqual([])
  })
})

describe('a server that says no', () => {
  it.each<[string, Parameters<typeof startMailServer>[0], Outcome]>([
    ['to the address, for good', { toRecipient: 550 }, { kind: 'permanent', error: 'address-refused' }],
    ['to the address, for now', { toRecipient: 451 }, { kind: 'passing', of: 'letter', error: 'address-refused' }],
    ['to the letter, for good', { toLetter: 554 }, { kind: 'permanent', error: 'letter-refused' }],
    ['to the letter, for now', { toLetter: 452 }, { kind: 'passing', of: 'letter', error: 'rate-limited' }],
  ])('%s', async (_, behaviour, outcome) => {
    const { settings } = await server(behaviour)
    expect(await sendTo(settings)).toEqual(outcome)
  })

  it('to the password', async () => {
    const { settings, arrived } = await server()
    const outcome = await sendTo({ ...settings, password: 'another' })
    expect(outcome).toEqual({ kind: 'passing', of: 'server', error: 'not-admitted' })
    expect(arrived).toEqual([])
  })

  it.each([
    ['by hanging up', '', undefined],
    ['by hanging up after its greeting', '220 welcome\r\n', ''],
    ['by being busy', '421 come later\r\n', undefined],
    ['by being busy after its greeting', '220 welcome\r\n', '421 come later\r\n'],
  ])('%s, and the worker goes on', async (_, greeting, answer) => {
    const { settings } = await rude(greeting, answer)
    expect(await sendTo(settings)).toMatchObject({ kind: 'passing', of: 'server' })
    const { settings: good, arrived } = await server()
    expect(await sendTo(good)).toEqual({ kind: 'sent' })
    expect(arrived).toHaveLength(1)
  })

  it('by not being there', async () => {
    const { settings, stop } = await startMailServer()
    await stop()
    expect(await sendTo(settings)).toEqual({ kind: 'passing', of: 'server', error: 'connection-lost' })
  })
})

describe('a line break that got as far as the mailer', () => {
  it('begins no header: neither in the subject, the name nor a header of ours', async () => {
    const { settings, arrived } = await server()
    const attack = 'Тема\r\nBcc: victim@example.com\r\nX-Attack: yes'
    const letter = aLetter({
      subject: attack,
      from: { name: attack, address: 'forums@example.org' },
      headers: { 'X-Test': attack },
    })
    expect(await sendTo(settings, letter)).toEqual({ kind: 'sent' })
    const [{ email, to } = expect.unreachable()] = arrived
    expect(to).toEqual(['olena@example.com'])
    expect(email.headers.map(({ key }) => key)).not.toContain('x-attack')
    expect(email.bcc ?? []).toEqual([])
  })
})

describe('from the form to the mail server', () => {
  it('a registration’s letter arrives, once', async () => {
    const { settings, arrived } = await server()
    const forum = openForum()
    const form = await (await fetch(`${worker.origin}/api/v1/forums/${forum}/form`)).json()
    await sleep(3_100)
    const { stamp, consent } = form as { stamp: string; consent: { version: string } }
    const answer = await fetch(`${worker.origin}/api/v1/forums/${forum}/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        name: 'Олена Приклад',
        email: 'olena@example.com',
        locale: 'uk',
        consent: { given: true, version: consent.version },
        stamp,
      }),
    })
    expect(answer.status).toBe(201)
    const { code } = (await answer.json()) as { code: string }
    expect(await post('/mail/deliveries', { server: settings })).toEqual({ sent: 1, failed: 0, dropped: 0 })
    expect(await post('/mail/deliveries', { server: settings })).toEqual({ sent: 0, failed: 0, dropped: 0 })
    expect(arrived).toHaveLength(1)
    const [{ email, to } = expect.unreachable()] = arrived
    expect(to).toEqual(['olena@example.com'])
    expect(email.messageId).toMatch(/^<\d+\.confirmed@forums\.example\.org>$/)
    expect(email.subject).toMatch(/^Вас зареєстровано: /)
    for (const part of [email.text, email.html]) {
      expect(part).toContain(code)
      expect(part).toMatch(/https:\/\/forums\.example\.org\/registration#[\w-]{43}/)
      expect(part).not.toContain('Приклад')
    }
    expect(email.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      [`${code}.png`, 'image/png'],
      ['forum.ics', 'text/calendar'],
    ])
  })
})

/** A forum next year, open now. */
const openForum = (): string => {
  executeSql(
    `INSERT INTO forums (slug, series, title_uk, title_en, date, published_at, capacity)
     VALUES ('mail', '2019', 'Форум листів', 'Forum of letters', '${new Date().getFullYear() + 1}-06-01', 0, 10);`,
    locally(state),
  )
  return 'mail'
}

/** What wrangler keeps of the letters that its binding was given. */
const explorer = async <Result>(query = ''): Promise<Result> => {
  const answer = await fetch(`${worker.origin}/cdn-cgi/local/explorer/api/local/email/sending${query}`)
  const { result } = (await answer.json()) as { result: Result }
  return result
}

describe('Cloudflare’s binding, as wrangler has it', () => {
  it('takes the letter with all that belongs to it', async () => {
    expect(await post<Outcome>('/mail/cloudflare', aLetter())).toEqual({ kind: 'sent' })
    const [newest] = await explorer<{ messageId: string }[]>()
    const made = aLetter()
    expect(await explorer(`?email_id=${encodeURIComponent(newest?.messageId ?? '')}`)).toMatchObject({
      from: '"Форуми Києва" <forums@example.org>',
      to: ['olena@example.com'],
      subject: made.subject,
      text: made.text,
      html: made.html,
      headers: { ...made.headers, 'X-Letter-ID': made.messageId },
      attachments: [
        { filename: '7H3M-2Q9X.png', contentType: 'image/png', disposition: 'inline' },
        { filename: 'forum.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
      ],
    })
  })
})
