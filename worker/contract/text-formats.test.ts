import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoints, email, idempotencyKey, line, phone, text } from './text-formats.ts'

describe('a line', () => {
  const name = line(120)

  it('is trimmed and composed', () => {
    expect(name(' Йосип ')).toEqual({ value: 'Йосип' })
    expect(name('Йосип'.normalize('NFD'))).toEqual({ value: 'Йосип' })
  })

  it('is measured in code points', () => {
    expect(name('𝐀'.repeat(120))).toEqual({ value: '𝐀'.repeat(120) })
    expect(name('𝐀'.repeat(121))).toEqual({ refused: 'too-long' })
  })

  it.each(['О. Петренко', 'Т.Г. Приклад', 'Кузьма-Прутков мол.', 'Anna Maria', 'ТОВ «Рух», вул. Прикладна'])(
    '%s is not taken for a link',
    typed => {
      expect(name(typed)).toEqual({ value: typed })
    },
  )

  it.each(['www.example', 'купи на spam.com', 'https://x', 'знижки.укр тут'])('%s is taken for one', typed => {
    expect(name(typed)).toEqual({ refused: 'contains-link' })
  })

  it('once accepted is accepted again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 130 }), typed => {
        const read = name(typed)
        if ('value' in read) {
          expect(name(read.value)).toEqual(read)
          expect(codePoints(read.value)).toBeLessThanOrEqual(120)
        }
      }),
    )
  })
})

describe('a text', () => {
  it('may have lines and links, and nothing that turns or hides them', () => {
    expect(text(100)('a\r\nb\rc https://example.com')).toEqual({ value: 'a\nb\nc https://example.com' })
    expect(text(100)('a\u0000')).toEqual({ refused: 'invalid-characters' })
    expect(text(100)('a\u2066')).toEqual({ refused: 'invalid-characters' })
    expect(text(3)('abcd')).toEqual({ refused: 'too-long' })
  })
})

describe('an address and a number', () => {
  it('once accepted are accepted again as they are', () => {
    for (const [format, typed] of [
      [email, fc.emailAddress()],
      [phone, fc.stringMatching(/^\+?[0-9 ()-]{6,20}$/)],
    ] as const)
      fc.assert(
        fc.property(typed, value => {
          const read = format(value)
          if ('value' in read) expect(format(read.value)).toEqual(read)
        }),
      )
  })

  it('never let anything through that could break out of a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), noise => {
        const read = email(`a${noise}@example.com`)
        if ('value' in read) expect(read.value).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})

describe('an idempotency key', () => {
  it('may be quoted, as RFC 9651 writes a string', () => {
    const key = 'k'.repeat(22)
    expect(idempotencyKey(key)).toBe(key)
    expect(idempotencyKey(`"${key}"`)).toBe(key)
  })

  it.each(['', 'k'.repeat(21), 'k'.repeat(65), `'${'k'.repeat(24)}'`, `${'k'.repeat(22)}🙂`])('%s is none', header => {
    expect(idempotencyKey(header)).toBeUndefined()
  })
})
