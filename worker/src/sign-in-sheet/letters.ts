import { wordsOf } from '../registration/name-order.ts'

/** Tells, name after name of an alphabetical list, the letter that begins with it; undefined while it stays the same. */
export const lettersOf = (): ((name: string) => string | undefined) => {
  let last: string | undefined
  return name => {
    const [word = ''] = wordsOf(name)
    const letter = String.fromCodePoint(word.codePointAt(0) ?? 0x2013).toLocaleUpperCase('uk')
    if (letter === last) return undefined
    last = letter
    return letter
  }
}
