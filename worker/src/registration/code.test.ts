import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeOf } from './code.ts'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 })
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The rule of the last character, written once more from its description. */
const isRight = (code: string): boolean => {
  const symbols = [...code.replace('-', '')].map(letter => letters.indexOf(letter))
  const last = symbols.pop()
  return symbols.reduce((sum, symbol, place) => sum + symbol * (place + 1), 0) % 31 === last
}

it('is eight letters of an alphabet without I, L, O and U, in two halves', () => {
  fc.assert(
    fc.property(bytes, random => {
      expect(codeOf(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
})

it('is the same for the same bytes and another for others', () => {
  const codes = Array.from({ length: 1_024 }, (_, seed) => codeOf(new Uint8Array([seed, seed >> 5, 1, 2, 3, 4, 5])))
  expect(codeOf(new Uint8Array([0, 0, 1, 2, 3, 4, 5]))).toBe(codes[0])
  expect(new Set(codes).size).toBe(1_024)
})

it('tells a wrong character by the last one', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 30 }), (random, place, shift) => {
      const code = codeOf(random)
      expect(isRight(code)).toBe(true)
      const at = place < 4 ? place : place + 1
      const symbol = letters.indexOf(code.charAt(at))
      fc.pre(symbol + shift < 31 && symbol < 31)
      expect(isRight(code.slice(0, at) + letters.charAt(symbol + shift) + code.slice(at + 1))).toBe(false)
    }),
  )
})
