/** Names as people look for them and as a Ukrainian alphabet orders them. SQLite knows neither. */
const alphabet = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']

/** U+0027, U+2019, U+02BC and what else is typed for an apostrophe: none of them separates letters. */
const apostrophes = /['\u2018\u2019\u02BC\u2032`\u00B4]/g

/** The words of a text: lower case, NFC, without apostrophes, split at everything that is neither letter nor digit. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll(apostrophes, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')

/** After the digits: the Ukrainian alphabet, then the Latin, then all others by their code points. */
const places = new Map<string, number>([
  ...alphabet.map((letter, place): [string, number] => [letter, 0x100 + place]),
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter, place): [string, number] => [letter, 0x200 + place]),
])

/** A text that, compared byte by byte as SQLite does, stands where the name stands in a Ukrainian list. */
export const sortKey = (name: string): string =>
  wordsOf(name)
    .map(word => Array.from(word, placeOf).join(''))
    .join(' ')

const placeOf = (character: string): string => {
  const place = places.get(character)
  if (place !== undefined) return String.fromCodePoint(place)
  return /[0-9]/.test(character) ? character : String.fromCodePoint(beyondLetters(character.codePointAt(0) ?? 0))
}

// The half pairs of UTF-16, U+D800 to U+DFFF, are no characters: they are passed over.
const beyondLetters = (codePoint: number): number => 0x300 + codePoint + (codePoint < 0xd500 ? 0 : 0x800)
