import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isDangerous, readCsv, typed } from '../../test/csv-reader.ts'
import { faulty } from '../../test/faulty-database.ts'
import { aRow, storeRows } from '../../test/filled-forum.ts'
import { observe } from '../../test/observed-database.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'
import type { RegistrationList } from '#contract'
import { activities, audit, registrationActivities, type registrations } from '../database/tables.ts'
import { sortKey } from '../registration/name-order.ts'

type Row = typeof registrations.$inferInsert

const many = 10_000

let world: World
let crowd: Row[]

/** What people and attackers type. SQLite ends a text at NUL, so that is for the test of a line. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'=\'+-@"\n;,\t ＝＋－＠<&>', '\r\n', '_x0041_', '=HYPERLINK("https://example.com")', '’', 'ґ'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter(part => !part.includes('\0')),
      fc.constantFrom('Олена', 'ГО «Приклад»', 'м’яч'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(''))

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'empty')
  const forumId = await addForum(world, 'crowded', { capacity: many })
  const texts = fc.sample(text, { numRuns: 5 * many, seed: 27 })
  crowd = Array.from({ length: many }, (_, number) => {
    const [name = '', organisationName, proposalText, needs, note] = texts.slice(5 * number)
    const person = { name, organisationName, proposalText, needs, note, phone: '+380001234567', origin: 'organiser' }
    return aRow(forumId, number, { ...person, consentChannel: 'phone' } as Partial<Row>)
  })
  await storeRows(world, crowd)
}, 120_000)

afterEach(() => {
  vi.restoreAllMocks()
})

const asked = (forum: string, format: string, token = organiserToken): Promise<Response> =>
  world.organise('GET', `/forums/${forum}/exports/${format}`, { token })

/** The cells of a file without those of the header. */
const rowsOf = async (answer: Response, delimiter = ';'): Promise<string[][]> => {
  const [, ...rows] = await linesOf(answer, delimiter)
  return rows
}

const linesOf = async (answer: Response, delimiter = ';'): Promise<string[][]> => {
  // `text()` would take the byte order mark away.
  const file = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await answer.arrayBuffer())
  expect(file[0]).toBe('\uFEFF')
  return readCsv(file.slice(1), delimiter)
}

const booked = (forum: string) => world.database.select().from(audit).where(eq(audit.forum, forum))

const headers = [
  'Код',
  'Стан',
  'Ім’я та прізвище',
  'Електронна пошта',
  'Телефон',
  'Назва організації',
  'Код ЄДРПОУ',
  'Роль в організації',
  'Заходи програми',
  'Тема пропозиції',
  'Пропозиція для району',
  'Що допоможе взяти участь',
  'Мова листування',
  'Зареєстровано (за Києвом)',
  'Версія згоди',
  'Відмічено на вході (за Києвом)',
  'За запрошенням',
  'Сайт реєстрації',
  'Хто вніс',
  'Нотатка',
  'Адресу підтвердити до (за Києвом)',
]

describe('a list as CSV', () => {
  it('of 10,000 people holds all that was typed, and no cell that a spreadsheet would run (promise 27, bad input 65)', async () => {
    const rows = await rowsOf(await asked('crowded', 'csv'))
    expect(rows.flat().filter(isDangerous)).toEqual([])
    const read = rows.map(cells => [2, 4, 5, 10, 11, 19].map(place => typed(cells[place] ?? 'nothing')))
    expect(read).toEqual(
      crowd.map(({ name, phone, organisationName, proposalText, needs, note }) => [
        name,
        phone,
        organisationName,
        proposalText,
        needs,
        note,
      ]),
    )
  })

  it('of nobody is a header (bad input 65)', async () => {
    const answer = await asked('empty', 'csv')
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('Content-Disposition')).toContain('filename="empty-registrations.csv"')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await linesOf(answer)).toEqual([headers])
  })

  it('has its columns in the order of the form, in words and by the clocks of Kyiv', async () => {
    const forumId = await addForum(world, 'small')
    const [activity] = await world.database
      .insert(activities)
      .values({ forumId, slug: 'seminar', kind: 'seminar', titleUk: 'Семінар', titleEn: 'Seminar' })
      .returning()
    const person = aRow(forumId, 1, {
      code: '7H3M-2Q9X',
      email: 'olena@example.com',
      phone: '+380001234567',
      organisationName: 'ГО «Приклад»',
      organisationEdrpou: '00000000',
      organisationRole: 'координаторка',
      proposalTopic: 'Двори',
      proposalText: 'Більше дерев',
      needs: 'Пандус',
      createdAt: Date.parse('2019-06-03T12:00:00+03:00'),
      cameAt: Date.parse('2019-06-06T10:42:00+03:00'),
      invited: 1,
      sourceHost: 'rda.example.org',
      note: 'телефонувала',
    })
    const gone = aRow(forumId, 2, { name: null, email: null, erasedAt: 1, status: 'cancelled', code: '0000-0000' })
    const [registrationId = 0] = await storeRows(world, [person, gone])
    if (activity)
      await world.database.insert(registrationActivities).values({ registrationId, activityId: activity.id })
    const [uk, erased] = await rowsOf(await asked('small', 'csv'))
    expect(uk).toEqual([
      '7H3M-2Q9X',
      'підтверджено',
      'Олена Приклад',
      'olena@example.com',
      "'+380001234567",
      'ГО «Приклад»',
      '00000000',
      'координаторка',
      'Семінар',
      'Двори',
      'Більше дерев',
      'Пандус',
      'українська',
      '2019-06-03 12:00:00',
      '1',
      '2019-06-06 10:42:00',
      'так',
      'rda.example.org',
      'сама людина',
      'телефонувала',
      '',
    ])
    expect(erased?.slice(0, 6)).toEqual(['0000-0000', 'скасовано', '', '', '', ''])
    const [header, en] = await linesOf(await asked('small', 'csv?lang=en&delimiter=,'), ',')
    expect(header?.slice(0, 3)).toEqual(['Code', 'Status', 'Full name'])
    expect([en?.[1], en?.[8], en?.[12]]).toEqual(['confirmed', 'Seminar', 'Ukrainian'])
  })
})

describe('a list of some', () => {
  const at = (hour: number) => Date.parse('2019-06-01T00:00:00Z') + hour * 60 * 60 * 1000

  beforeAll(async () => {
    const forumId = await addForum(world, 'mixed', { capacity: 100 })
    const [seminar] = await world.database
      .insert(activities)
      .values({ forumId, slug: 'seminar', kind: 'seminar', titleUk: 'Семінар', titleEn: 'Seminar' })
      .returning()
    const ids = await storeRows(world, [
      aRow(forumId, 1, { name: 'Яна', createdAt: at(1), sourceHost: 'rda.example.org' }),
      aRow(forumId, 2, { name: 'Ірина', createdAt: at(2), status: 'cancelled' }),
      aRow(forumId, 3, { name: 'Ґанна', createdAt: at(3), invited: 1, organisationName: '«ГО»' }),
      aRow(forumId, 4, { name: 'Ганна', createdAt: at(4), cameAt: at(9) }),
      aRow(forumId, 5, { name: 'Єва', createdAt: at(5), status: 'cancelled' }),
    ])
    const activityId = seminar?.id ?? 0
    await world.database.insert(registrationActivities).values([
      { registrationId: ids[2] ?? 0, activityId, sortKey: sortKey('Ґанна') },
      { registrationId: ids[3] ?? 0, activityId, sortKey: sortKey('Ганна') },
    ])
  })

  it.each([
    ['', ['Яна', 'Ірина', 'Ґанна', 'Ганна', 'Єва']],
    ['sort=name', ['Ганна', 'Ґанна', 'Єва', 'Ірина', 'Яна']],
    ['status=cancelled', ['Ірина', 'Єва']],
    ['activity=seminar', ['Ґанна', 'Ганна']],
    ['activity=seminar&sort=name', ['Ганна', 'Ґанна']],
    ['site=rda.example.org', ['Яна']],
    ['organisation=ГО', ['Ґанна']],
    ['since=2019-06-01T02:00:00Z&until=2019-06-01T04:00:00Z', ['Ірина', 'Ґанна']],
    ['came=true', ['Ганна']],
    ['came=false&status=confirmed', ['Яна', 'Ґанна']],
    ['invited=true', ['Ґанна']],
  ])('(%s) holds whom the list on the screen holds, in its order', async (query, names) => {
    const rows = await rowsOf(await asked('mixed', `csv?${query}`))
    expect(rows.map(cells => cells[2])).toEqual(names)
    const list = await (await world.organise('GET', `/forums/mixed/registrations?${query}`)).json<RegistrationList>()
    expect(list.registrations.map(({ name }) => name)).toEqual(names)
  })
})

describe('a list as a workbook', () => {
  it('holds the same, text as text and moments as dates (promise 27)', async () => {
    const answer = await asked('crowded', 'xlsx')
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml.sheet')
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const [header, ...rows] = sheets[0]?.rows ?? []
    expect(header).toEqual(headers)
    expect(rows).toHaveLength(many)
    expect(rows.map(cells => [2, 4, 5, 10, 11, 19].map(place => cells[place]))).toEqual(
      crowd.map(({ name, phone, organisationName, proposalText, needs, note }) => [
        name,
        phone,
        organisationName,
        proposalText,
        needs,
        note,
      ]),
    )
    expect(rows[0]?.[13]).toEqual(new Date('2019-06-03T12:00:00Z'))
  })

  it('has no formula, and a place for every cell', async () => {
    const sheet = await partOf(await asked('crowded', 'xlsx'), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('=HYPERLINK')
    expect(sheet).not.toMatch(/<f[\s>/]/)
    expect(sheet.match(/<c(?=[ >])(?! r="[A-Z]+[0-9]+")/)).toBeNull()
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  })

  it('of nobody is a header', async () => {
    const { sheets } = await readXlsx(new Uint8Array(await (await asked('empty', 'xlsx')).arrayBuffer()))
    expect(sheets[0]?.rows).toEqual([headers])
  })
})

/** A part of a ZIP archive (APPNOTE 4.3), found by its local header; of sizes it says nothing, so it is read until it ends. */
const partOf = async (answer: Response, name: string): Promise<string> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const view = new DataView(bytes.buffer)
  const directory = bytes.length - 22
  let at = view.getUint32(directory + 16, true)
  for (let count = view.getUint16(directory + 10, true); count > 0; count -= 1) {
    const [length, extra, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true))
    const found = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (length ?? 0)))
    if (found === name) {
      const begins = view.getUint32(at + 42, true)
      const data = begins + 30 + view.getUint16(begins + 26, true) + view.getUint16(begins + 28, true)
      const packed = bytes.slice(data, data + view.getUint32(at + 20, true))
      return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
    }
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`No part ${name}`)
}

describe('a list as JSON', () => {
  it('is one object with everybody in it', async () => {
    const list = await (await asked('crowded', 'json')).json<{ forum: string; registrations: { name: string }[] }>()
    expect(list.forum).toBe('crowded')
    expect(list.registrations.map(({ name }) => name)).toEqual(crowd.map(({ name }) => name))
  })

  it('of nobody is one, too', async () => {
    expect(await (await asked('empty', 'json')).json()).toEqual({ forum: 'empty', registrations: [] })
  })
})

describe('a list that leaves the house', () => {
  it.each(['csv', 'xlsx', 'json'])('as %s is one line of the audit, before its first byte', async format => {
    const before = await booked('crowded')
    const answer = await asked('crowded', format)
    const written = (await booked('crowded')).slice(before.length)
    expect(written).toMatchObject([{ action: 'registrations.exported', forum: 'crowded', object: format, count: many }])
    await answer.arrayBuffer()
    expect(await booked('crowded')).toHaveLength(before.length + 1)
  })

  it.each(['csv', 'xlsx', 'json'])(
    'as %s is read no faster than it is taken; a client that hangs up is no fault, and audited (bad input 65)',
    async format => {
      const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
      const { database, statements } = observe(world.d1)
      const before = await booked('crowded')
      const answer = await world.app.request(
        `http://localhost/api/v1/admin/forums/crowded/exports/${format}`,
        { headers: { Authorization: `Bearer ${organiserToken}` } },
        { ...world.bindings, DB: database },
      )
      expect(answer.status).toBe(200)
      const reader = answer.body?.getReader()
      await reader?.read()
      await scheduler.wait(100)
      // The first page, the one that is being written and the one ahead of it.
      const pages = () => statements.filter(({ sql }) => sql.includes('from "registrations"')).length
      expect(pages()).toBeLessThanOrEqual(3)
      await reader?.cancel('hung up')
      await scheduler.wait(100)
      expect(pages()).toBeLessThanOrEqual(3)
      expect(await booked('crowded')).toHaveLength(before.length + 1)
      expect(logged).not.toHaveBeenCalled()
    },
  )

  it('breaks off when the database fails on the way, with one line in the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    let pages = 0
    const { database } = faulty(world.d1, () => {
      pages += 1
      return pages > 8 ? { kind: 'before', message: 'D1_ERROR: Олена' } : undefined
    })
    const answer = await world.app.request(
      'http://localhost/api/v1/admin/forums/crowded/exports/csv',
      { headers: { Authorization: `Bearer ${organiserToken}` } },
      { ...world.bindings, DB: database },
    )
    await expect(answer.text()).rejects.toThrow('broke off')
    expect(logged).toHaveBeenCalledOnce()
    expect(String(logged.mock.calls[0]?.[0])).toMatch(/"event":"fault".*exports/)
    expect(String(logged.mock.calls[0]?.[0])).not.toContain('Олена')
  })

  it('of another district is not there, nor in another form', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect((await asked('crowded', 'csv', token)).status).toBe(404)
    expect((await asked('nowhere', 'csv')).status).toBe(404)
    expect((await asked('crowded', 'pdf')).status).toBe(404)
    expect((await asked('crowded', 'csv?delimiter=|')).status).toBe(400)
    expect((await asked('crowded', 'csv?columns=all')).status).toBe(400)
    expect((await asked('crowded', 'csv?activity=nothing')).status).toBe(400)
  })
})
