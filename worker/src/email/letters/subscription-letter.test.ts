import { describe, expect, it } from 'vitest'
import { subscriptionFacts } from '../../../test/sample-letters.ts'
import { subscriptionKinds } from './letter-kinds.ts'
import { subscriptionLetter } from './subscription-letter.ts'

const locales = ['uk', 'en'] as const
const each = subscriptionKinds.flatMap(kind => locales.map(locale => [kind, locale] as const))

describe.each(each)('the letter %s in %s', (kind, locale) => {
  const facts = subscriptionFacts(kind)
  const { subject, text, html } = subscriptionLetter(kind, facts, locale)

  it('says what it says', () => expect(`${subject}\n\n${text}`).toMatchSnapshot())

  it('leads where it has to, in both shapes', () => {
    const isFirst = kind === 'subscription-confirm'
    for (const shape of [text, html]) {
      expect(shape.includes(facts.confirm)).toBe(true)
      expect(shape.includes(facts.leave)).toBe(!isFirst)
      expect(shape.includes(facts.page)).toBe(!isFirst)
      expect(shape).toContain('https://kyivcity.gov.ua')
    }
  })

  it('is read aloud in its language, from one heading on, and loads nothing', () => {
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<table|<script|<img|src=/)
  })
})
