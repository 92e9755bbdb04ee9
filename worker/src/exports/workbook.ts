import { writeXlsxStream } from 'hucre/xlsx'
import { type Cell, type ColumnName, columnNames } from './columns.ts'
import type { ListMessages } from './messages/list-messages.ts'

/** In characters. */
const widths: Readonly<Record<ColumnName, number>> = {
  code: 12,
  status: 20,
  name: 30,
  email: 30,
  phone: 16,
  organisation: 34,
  edrpou: 12,
  role: 22,
  activities: 34,
  topic: 24,
  proposal: 48,
  needs: 32,
  locale: 16,
  createdAt: 18,
  consentVersion: 14,
  cameAt: 18,
  invited: 14,
  sourceHost: 26,
  origin: 16,
  note: 32,
  confirmBy: 18,
}

const moment = { numFmt: 'dd.mm.yyyy hh:mm' }

const formats: Partial<Record<ColumnName, typeof moment>> = { createdAt: moment, cameAt: moment }

/** A workbook of one sheet (ECMA-376). Text is text, whatever it begins with; a moment is a date, in wall time of Kyiv. */
export const workbook = (pages: AsyncIterable<readonly Cell[][]>, words: ListMessages): ReadableStream<Uint8Array> =>
  writeXlsxStream(rowsOf(pages), {
    name: words.sheet,
    columns: columnNames.map(name => ({ header: words.columns[name], width: widths[name], ...formats[name] })),
    freezePane: { rows: 1 },
  })

async function* rowsOf(pages: AsyncIterable<readonly Cell[][]>): AsyncGenerator<Cell[]> {
  for await (const page of pages) for (const cells of page) yield cells.map(literal)
}

/** In a workbook `_x0041_` is another way to write A (ECMA-376, ST_Xstring): whoever typed it meant no A. */
const literal = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.includes('_x') ? cell.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell
