import { readCode } from '../registration/code.ts'
import { sortKey, wordsOf } from '../registration/name-order.ts'

/** The beginning of a word; of a number there may be several ways to have written it. */
export type Term = readonly string[]

/** What somebody seeks by: an address, or words, which may as well have been a code. Nothing typed is a wildcard. */
export type Sought =
  | { readonly kind: 'address'; readonly begins: string }
  | { readonly kind: 'words'; readonly terms: readonly Term[]; readonly code: string | undefined }

/** More words than these nobody has: see `searchable.ts`. */
const mostTerms = 8

export const soughtBy = (typed: string): Sought => {
  const begins = typed.trim().normalize('NFC').toLowerCase()
  if (begins.includes('@')) return { kind: 'address', begins }
  const read = readCode(typed)
  return { kind: 'words', terms: termsOf(typed), code: read === 'typo' ? undefined : read.code }
}

/** A telephone number may be typed with spaces and brackets; words that begin other words say nothing more. */
const termsOf = (typed: string): Term[] => {
  const digits = typed.replaceAll(/[\s()+.\p{Pd}]/gu, '')
  const words = /^[0-9]{3,}$/.test(digits) ? [digits] : wordsOf(typed)
  return [...new Set(words)]
    .filter(word => !words.some(other => other !== word && other.startsWith(word)))
    .slice(0, mostTerms)
    .map(alternatives)
}

/** Numbers are kept with their country: `067…`, `8067…` and `38067…` are one (E.164). A register's number stays as it is. */
const alternatives = (word: string): Term => {
  if (/^0[0-9]{2,}$/.test(word)) return [word, `38${word}`]
  return /^80[0-9]{2,}$/.test(word) ? [word, `3${word}`] : [word]
}

/** Whether each term begins one of the words. */
export const matches = (terms: readonly Term[], words: readonly string[]): boolean =>
  terms.every(term => term.some(beginning => words.some(word => word.startsWith(beginning))))

/** The longest first: of them the fewest people are likely to have one. */
export const rarestFirst = (terms: readonly Term[]): Term[] =>
  terms.toSorted((one, other) => (other[0]?.length ?? 0) - (one[0]?.length ?? 0))

/**
 * How names may begin in which the first two terms stand side by side, in either order, as their place in the alphabet:
 * so a full name is found at once, however many people share each half of it.
 */
export const nameBeginnings = ([[first = ''] = [], [second = ''] = []]: readonly Term[]): string[] =>
  first === '' || second === '' ? [] : [sortKey(`${first} ${second}`), sortKey(`${second} ${first}`)]

/** The least text that is greater than every text with this beginning. */
export const beyond = (beginning: string): string => `${beginning}\u{10FFFF}`
