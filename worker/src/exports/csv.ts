import type { Delimiter } from '#contract'
import type { Cell } from './columns.ts'

/** By which a spreadsheet knows that a file is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A line of RFC 4180, with every cell quoted. */
export const csvLine = (cells: readonly Cell[], delimiter: Delimiter): string =>
  `${cells.map(cell => `"${defused(textOf(cell)).replaceAll('"', '""')}"`).join(delimiter)}\r\n`

/** `2019-06-03 12:00:00`, which every spreadsheet takes for a moment. */
const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : (cell ?? '')

/**
 * What a spreadsheet would run as a formula (also in full width, and after spaces), or trip over. Apostrophes before it
 * count as well, so that whoever takes away the one we add has what was typed.
 */
// oxlint-disable-next-line no-control-regex -- NUL begins no name, but it may begin an attack.
const trigger = /^'*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/

/** A text that begins with an apostrophe is a text (OWASP, CSV injection). A phone number with `+` is one, too. */
const defused = (text: string): string => (trigger.test(text) ? `'${text}` : text)
