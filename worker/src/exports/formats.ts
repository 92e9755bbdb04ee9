import type { Delimiter } from '#contract'
import type { ListedRecord } from '../registration-desk/choice-store.ts'
import { type Cell, cellsOf, headersOf, type Reading } from './columns.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import { newDemand, onDemand } from './demand.ts'
import { workbook } from './workbook.ts'

type Pages = AsyncIterable<readonly ListedRecord[]>

/** RFC 4180, for spreadsheets. */
export async function* csvParts(pages: Pages, reading: Reading, delimiter: Delimiter): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headersOf(reading.words), delimiter)
  for await (const few of handfuls(pages)) yield few.map(row => csvLine(cellsOf(row, reading), delimiter)).join('')
}

/** Office Open XML (ECMA-376). */
export async function* xlsxParts(pages: Pages, reading: Reading): AsyncGenerator<Uint8Array> {
  const demand = newDemand()
  const bytes = workbook(onDemand(cells(pages, reading), demand), reading.words).getReader()
  try {
    for (;;) {
      const { done, value } = await demand.during(() => bytes.read())
      if (done) return
      yield value
    }
  } finally {
    demand.end()
    await bytes.cancel()
  }
}

async function* cells(pages: Pages, reading: Reading): AsyncGenerator<Cell[][]> {
  for await (const rows of pages) yield rows.map(row => cellsOf(row, reading))
}

/** A page is read at once but written in parts, so that its bytes do not lie beside it. */
async function* handfuls(pages: Pages): AsyncGenerator<readonly ListedRecord[]> {
  const size = 100
  for await (const rows of pages)
    for (let first = 0; first < rows.length; first += size) yield rows.slice(first, first + size)
}

/** One object; what it says of a person is what the API says elsewhere. */
export async function* jsonParts(
  forum: string,
  pages: Pages,
  present: (row: ListedRecord) => unknown,
): AsyncGenerator<string> {
  yield `{"forum":${JSON.stringify(forum)},"registrations":[`
  let separator = ''
  for await (const few of handfuls(pages)) {
    yield separator + few.map(row => JSON.stringify(present(row))).join(',')
    separator = ','
  }
  yield ']}'
}
