/**
 * A code that a person reads out at the door: seven random characters and one that checks them, in Crockford's base 32,
 * which has no I, L, O and U. `7H3M-2Q9X`. Z is not used any more: the check cannot tell it from 0.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of at least seven random bytes. */
export const codeOf = (bytes: Uint8Array): string => {
  const symbols = Array.from(bytes.slice(0, 7), byte => byte % 31)
  return written([...symbols, checkSymbol(symbols)].map(symbol => alphabet[symbol]).join(''))
}

const written = (characters: string): string => `${characters.slice(0, 4)}-${characters.slice(4)}`

// 31 is a prime: one wrong character, or two swapped neighbours, always changes the sum.
const checkSymbol = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol, place) => sum + symbol * (place + 1), 0) % 31

/** What is typed for another character: Crockford's own, and Cyrillic letters that look like one of the alphabet's. */
const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  О: '0',
  І: '1',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
}

/** Two halves that stand in a longer text, or in an address; a word of four letters before them is no half. */
const halves = /(?<![\p{L}\p{N}])(?=([\p{L}\p{N}]{4})[\s\p{Pd}]?([\p{L}\p{N}]{4})(?![\p{L}\p{N}]))/gu

/**
 * The code that was typed or scanned, as it is stored: in any case, with or without dash and spaces, alone or in a text
 * such as the address that a QR code holds (the last one there counts). `typo`: there is none whose last character checks.
 */
export const readCode = (text: string): { readonly code: string } | 'typo' => {
  const alone = text.replaceAll(/[\s\p{Pd}]/gu, '')
  const candidates = [...text.matchAll(halves)].map(([, first = '', second = '']) => first + second)
  const right = [...candidates, alone].map(folded).findLast(isRight)
  return right === undefined ? 'typo' : { code: written(right) }
}

const folded = (typed: string): string =>
  Array.from(typed.toUpperCase(), character => lookalikes[character] ?? character).join('')

const isRight = (characters: string): boolean => {
  const symbols = Array.from(characters, character => alphabet.indexOf(character))
  return symbols.length === 8 && !symbols.includes(-1) && checkSymbol(symbols.slice(0, 7)) === symbols[7]
}
