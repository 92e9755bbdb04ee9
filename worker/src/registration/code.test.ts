import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, readCode } from './code.ts'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 })
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY'

/** The rule of the last character, written once more from its description. */
const isRight = (code: string): boolean => {
  const symbols = [...code.replace('-', '')].map(letter => letters.indexOf(letter))
  const last = symbols.pop()
  return symbols.reduce((sum, symbol, place) => sum + symbol * (place + 1), 0) % 31 === last
}

it('is eight letters of an alphabet without I, L, O, U and Z, in two halves', () => {
  fc.assert(
    fc.property(bytes, random => {
      expect(isRight(codeOf(random))).toBe(true)
      expect(codeOf(random)).toMatch(/^[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}$/)
    }),
  )
})

it('is the same for the same bytes and another for others', () => {
  const codes = Array.from({ length: 961 }, (_, seed) => codeOf(new Uint8Array([seed % 31, seed / 31, 1, 2, 3, 4, 5])))
  expect(codeOf(new Uint8Array([0, 0, 1, 2, 3, 4, 5]))).toBe(codes[0])
  expect(new Set(codes).size).toBe(961)
})

describe('a code that is typed', () => {
  const codes = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(codeOf)
  const places = [0, 1, 2, 3, 5, 6, 7, 8]

  it('is found wrong when any one of its characters is', () => {
    fc.assert(
      fc.property(codes, code => {
        for (const at of places)
          for (const letter of letters.replace(code.charAt(at), ''))
            expect(readCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe('typo')
      }),
    )
  })

  it('is found wrong when any two neighbours are swapped', () => {
    fc.assert(
      fc.property(codes, code => {
        const characters = code.replace('-', '')
        for (let at = 0; at < 7; at += 1) {
          const [one = '', other = ''] = characters.slice(at, at + 2)
          const swapped = characters.slice(0, at) + other + one + characters.slice(at + 2)
          expect(readCode(swapped)).toEqual(one === other ? { code } : 'typo')
        }
      }),
    )
  })

  it('is forgiven its case, its dash, its spaces, and O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('', ' ', '-', '–', ' - ', '\u00A0'), (code, between) => {
        const typed = code.replace('-', between)
        const sloppy = typed.replaceAll('0', 'o').replace('1', 'i').replaceAll('1', 'L')
        for (const text of [typed, typed.toLowerCase(), ` ${sloppy} `]) expect(readCode(text)).toEqual({ code })
      }),
    )
  })

  const code = codeOf(new Uint8Array([10, 11, 12, 18, 20, 0, 1]))
  const cyrillic: Record<string, string> = { A: 'А', B: 'В', C: 'С', K: 'К', M: 'М', 0: 'О', 1: 'І' }

  it.each([
    `https://forums.example.org/d#${code}`,
    `https://forums.example.org/2019-podilskyi?code=${code.toLowerCase()}&lang=uk`,
    `https://forums.example.org/2019/${code.replace('-', '')}`,
    `Ваш код: ${code}.`,
    `Коду ${code}`,
    `2019-0606 ${code}`,
    Array.from(code.replace('-', '')).join(' '),
    Array.from(code, letter => cyrillic[letter] ?? letter).join(''),
  ])('is found in %s', text => {
    expect(readCode(text)).toEqual({ code })
  })

  it.each(['', '-', 'Олена', 'https://forums.example.org/', '0000-000', '0000-00000', 'UUUU-UUUU', '💥'.repeat(8)])(
    'is not found in «%s»',
    text => {
      expect(readCode(text)).toBe('typo')
    },
  )

  it('of the time before is read with its Z', () => {
    expect(readCode('z000-0000')).toEqual({ code: 'Z000-0000' })
  })
})
