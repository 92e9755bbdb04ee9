/**
 * A code that a person reads out at the door: seven random characters and one that checks them, in Crockford's base 32,
 * which has no I, L, O and U. `7H3M-2Q9X`.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of at least seven random bytes. */
export const codeOf = (bytes: Uint8Array): string => {
  const symbols = Array.from(bytes.slice(0, 7), byte => byte % 32)
  const characters = [...symbols, checkSymbol(symbols)].map(symbol => alphabet[symbol]).join('')
  return `${characters.slice(0, 4)}-${characters.slice(4)}`
}

// 31 is a prime: one wrong character, or two swapped neighbours, always changes the sum.
const checkSymbol = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol, place) => sum + symbol * (place + 1), 0) % 31
