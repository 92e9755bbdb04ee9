/** Cells of a CSV file, by the grammar of RFC 4180 and nothing of ours. Throws where a file does not keep to it. */
export const readCsv = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`A cell is not quoted at ${at}`)
    let cell = ''
    for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
      if (at >= text.length) throw new Error('A cell does not end')
      if (text[at] === '"') at += 1
      cell += text[at]
    }
    row.push(cell)
    at += 1
    if (text[at] === delimiter) at += 1
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`Neither a delimiter nor the end of a line at ${at}`)
  }
  if (row.length > 0) throw new Error('The last line does not end')
  return rows
}

/** What begins a formula, or breaks a cell, in some spreadsheet: OWASP's list, after spaces as well. */
// oxlint-disable-next-line no-control-regex -- NUL is on it.
export const isDangerous = (cell: string): boolean => /^[\t\r\n\0]|^[\s\0]*[=+\-@＝＋－＠]/.test(cell)

/** What was in the cell before its formula was defused. */
export const typed = (cell: string): string =>
  cell.startsWith("'") && isDangerous(cell.replace(/^'+/, '')) ? cell.slice(1) : cell
