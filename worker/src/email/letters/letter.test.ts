import { describe, expect, it } from 'vitest'
import type { LetterFacts } from './letter-facts.ts'
import { codePicture } from './letter-html.ts'
import { headerLine, letter } from './letter.ts'
import { sampleFacts, sampleKinds } from '../../../test/sample-letters.ts'

const locales = ['uk', 'en'] as const

const each = sampleKinds.flatMap(kind => locales.map(locale => [kind, locale] as const))

const addressesIn = (text: string): string[] => text.match(/https:\/\/[^\s"<]+/g) ?? []

describe.each(each)('the letter %s in %s', (kind, locale) => {
  const facts = sampleFacts(kind)
  const { subject, text, html, showsCode } = letter(kind, facts, locale)

  it('says what it says', () => {
    expect(`${subject}\n\n${text}`).toMatchSnapshot()
  })

  it('says in HTML what it says as text', () => {
    const seen = html
      .replace(/^[\s\S]*<body[^>]*>/, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    const words = (said: string) => new Set(said.match(/[\p{L}\p{N}’«»]+/gu))
    const ofAddresses = words(addressesIn(text).join(' '))
    expect([...words(text)].filter(word => !words(seen).has(word) && !ofAddresses.has(word))).toEqual([])
    expect(new Set(addressesIn(html.replaceAll('&amp;', '&')))).toEqual(new Set(addressesIn(text)))
  })

  it('is read aloud in its language, from one heading on, without tables, and without its picture', () => {
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<table|<script|http-equiv|src="(?!cid:)/)
    expect(html.includes(`cid:${codePicture}`)).toBe(showsCode)
    expect(text.includes(facts.code)).toBe(showsCode)
  })

  it('leads to the registration, and says what is stored and whose material it is', () => {
    expect(text).toContain(facts.link)
    expect(text).toMatch(kind === 'confirm-address' ? /дані буде вилучено|data are erased/ : /знеособлено|anonymised/)
    expect(text).toContain('https://kyivcity.gov.ua')
  })

  it('lets reminders be switched off where it is one', () => {
    expect(text.includes(facts.reminders)).toBe(/^(reminder|thanks)/.test(kind))
  })
})

describe('a letter in HTML', () => {
  it.each(locales)('is this, in %s', locale => {
    expect(letter('confirmed', sampleFacts('confirmed'), locale, true).html).toMatchSnapshot()
  })

  it('shows what stands in a title, a venue or organisers’ words, and never obeys it', () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;'
    const facts = sampleFacts('from-organisers')
    const { venue } = facts.forum
    if (!venue) throw new Error('The sample has a venue')
    const both = { uk: attack, en: attack }
    const attacked: LetterFacts = {
      ...facts,
      forum: {
        ...facts.forum,
        title: both,
        venue: {
          ...venue,
          name: both,
          address: both,
          shelter: both,
          access: both,
          mapUrl: `https://e.example/${attack}`,
        },
      },
      written: { subject: attack, text: attack },
    }
    for (const kind of sampleKinds) {
      const { html } = letter(kind, attacked, 'uk')
      expect(html).not.toMatch(/<script|<img src=x|="[^"]*">alert/)
    }
  })
})

describe('a header', () => {
  it.each([
    ['Форум\r\nBcc: a@example.com', 'Форум Bcc: a@example.com'],
    ['Форум\u0000\u0085\u2028\u2029!', 'Форум !'],
    ['  Форум \t району ', 'Форум району'],
    ['Фо\u202Eрум', 'Форум'],
    ['я'.repeat(300), 'я'.repeat(200)],
  ])('is one line: %j', (text, line) => expect(headerLine(text)).toBe(line))
})
