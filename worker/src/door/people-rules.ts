import { wordsOf } from '../registration/name-order.ts'

/** More than this is not what anybody types. */
const mostWords = 8

/**
 * The words of what was typed to find somebody by name. Numbers alone are left out: among the words of a registration
 * they are the phone's, of which a desk shall learn nothing, not even by trying.
 */
export const searchWords = (typed: string): string[] =>
  wordsOf(typed)
    .filter(word => /\p{L}/u.test(word))
    .slice(0, mostWords)

/** The word that leaves the fewest people. */
export const longest = (words: readonly string[]): string | undefined =>
  words.toSorted((one, other) => other.length - one.length)[0]

/** Whether each typed word begins some word of the name or the organisation. */
export const isFoundBy =
  (words: readonly string[]) =>
  ({ name, organisation }: { readonly name: string | null; readonly organisation: string | null }): boolean => {
    const own = wordsOf(`${name ?? ''} ${organisation ?? ''}`)
    return words.every(word => own.some(candidate => candidate.startsWith(word)))
  }

/** After whom a page begins. Those who are confirmed come first, those who wait after them, each by the alphabet. */
export type Place = {
  readonly status: 'confirmed' | 'waitlisted'
  readonly sortKey: string | null
  readonly id: number
}

/** A place in the list as a word for an address. It means the same whatever happens to the list meanwhile. */
export const cursorOf = ({ status, sortKey, id }: Place): string =>
  new TextEncoder()
    .encode(JSON.stringify([status === 'confirmed' ? 0 : 1, id, sortKey]))
    .toBase64({ alphabet: 'base64url', omitPadding: true })

/** Undefined: this is no cursor. */
export const placeOf = (cursor: string): Place | undefined => {
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: 'base64url' })
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
    if (!Array.isArray(read) || read.length !== 3) return undefined
    const [waits, id, sortKey]: unknown[] = read
    if ((waits !== 0 && waits !== 1) || !Number.isSafeInteger(id)) return undefined
    if (sortKey !== null && typeof sortKey !== 'string') return undefined
    return { status: waits === 0 ? 'confirmed' : 'waitlisted', id: Number(id), sortKey }
  } catch {
    return undefined
  }
}
