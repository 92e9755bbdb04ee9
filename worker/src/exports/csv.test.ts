import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDangerous, readCsv, typed } from '../../test/csv-reader.ts'
import { csvLine } from './csv.ts'

const cellOf = (text: string): string => readCsv(csvLine([text], ';'), ';')[0]?.[0] ?? 'nothing'

describe('a line of CSV (promise 27)', () => {
  it('quotes every cell, doubles quotes and ends with CRLF', () => {
    expect(csvLine(['ГО «Приклад»', 'каже "так"', null, ''], ';')).toBe('"ГО «Приклад»";"каже ""так""";"";""\r\n')
    expect(csvLine(['один', 'два'], ',')).toBe('"один","два"\r\n')
  })

  it('tells a moment as every spreadsheet reads it', () => {
    expect(csvLine([new Date('2019-06-03T12:00:05Z')], ';')).toBe('"2019-06-03 12:00:05"\r\n')
  })

  it.each([
    '=HYPERLINK("https://example.com")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '  =1',
    '\u00A0+1',
    '+380001234567',
    '-a@example.com',
    "'=1",
  ])('defuses %j, and gives it back', text => {
    expect(cellOf(text)).toBe(`'${text}`)
    expect(typed(cellOf(text))).toBe(text)
  })

  it.each(['Олена Приклад', "'цитата'", 'м-р', 'a=b', '', '7H3M-2Q9X'])('leaves %j as it is', text => {
    expect(cellOf(text)).toBe(text)
  })

  it('gives back any text, and never a dangerous one', () => {
    const cell = fc
      .array(fc.oneof(fc.constantFrom(...'=\'+-@"\t\r\n\0 ;,＝＋－＠'), fc.string({ unit: 'binary', maxLength: 3 })))
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom(';', ','), (cells, delimiter) => {
        const [read = []] = readCsv(csvLine(cells, delimiter), delimiter)
        expect(read.filter(isDangerous)).toEqual([])
        expect(read.map(typed)).toEqual(cells)
      }),
      { numRuns: 2_000 },
    )
  })
})
