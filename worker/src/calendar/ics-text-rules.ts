/** Octets of a line without its end (RFC 5545, section 3.1). */
const most = 75

/** What a program may take for the end of a line: CR, LF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR. */
const lineEnds = /\r\n|[\r\n\u0085\u2028\u2029]/g

// A tab may stand in a text (RFC 5545, section 3.3.11, TSAFE-CHAR), no other control character.
const controls = /[^\P{Cc}\t\n]/gu

/** As a calendar can hold it: well formed, its lines ended by LF alone, without control characters. */
export const plainText = (text: string): string =>
  text.toWellFormed().replaceAll(lineEnds, '\n').replaceAll(controls, '')

/** A value of the type TEXT (RFC 5545, section 3.3.11). */
export const textValue = (text: string): string =>
  plainText(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

/** A parameter's value in quotation marks, which nothing inside can end (RFC 5545, section 3.2). */
export const quotedValue = (text: string): string =>
  `"${plainText(text)
    .replaceAll(/["\s]+/g, ' ')
    .trim()}"`

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** A content line in as many lines as it needs (RFC 5545, section 3.1), never cut inside a character of UTF-8. */
export const folded = (line: string): string => {
  let written = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    const isFull = octets + more > most
    written += isFull ? `\r\n ${character}` : character
    octets = isFull ? 1 + more : octets + more
  }
  return written
}
