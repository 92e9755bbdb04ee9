import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { aRow, storeRows } from '../../test/filled-forum.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'
import { activities, audit, registrationActivities } from '../database/tables.ts'

let world: World

const names = ['Ґалина', 'Ірина', 'Ганна', 'Їжак', 'Євген', 'Адам', 'Юрій <b>', 'John']

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'empty', { date: null, venue: null })
  const forumId = await addForum(world, 'door', { capacity: 2_000, startTime: '10:00', endTime: '16:00' })
  const rows = names.map((name, number) => aRow(forumId, number, { name, organisationName: 'ГО «Приклад» & "Ко"' }))
  const [first = 0] = await storeRows(world, [
    ...rows,
    aRow(forumId, 100, { name: 'Яна', status: 'cancelled' }),
    aRow(forumId, 101, { name: null, email: null, erasedAt: 1 }),
  ])
  const seminar = { forumId, slug: 'seminar', kind: 'seminar' as const, titleUk: 'Семінар', titleEn: 'Seminar' }
  const [activity] = await world.database.insert(activities).values(seminar).returning()
  if (activity)
    await world.database.insert(registrationActivities).values({ registrationId: first, activityId: activity.id })
})

const asked = (query = '', token = organiserToken) =>
  world.organise('GET', `/forums/door/sign-in-sheet${query}`, { token })

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found)

const namesOn = (sheet: string) => all(sheet, /<th scope="row">(.*?)<\/th>/g)

describe('the sheet for the door', () => {
  it('names the confirmed by the Ukrainian alphabet, under its letters', async () => {
    const sheet = await (await asked()).text()
    expect(namesOn(sheet)).toEqual(['Адам', 'Ганна', 'Ґалина', 'Євген', 'Ірина', 'Їжак', 'Юрій &lt;b&gt;', 'John'])
    expect(all(sheet, /scope="rowgroup">(.)</g)).toEqual(['А', 'Г', 'Ґ', 'Є', 'І', 'Ї', 'Ю', 'J'])
    expect(all(sheet, /<td class="number">(\d+)</g)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(sheet).toContain('ГО «Приклад» &amp; &quot;Ко&quot;')
    expect(sheet).toContain('У цьому списку 8 осіб')
  })

  it('says of which forum it is, when, where, and of what moment', async () => {
    const sheet = await (await asked()).text()
    expect(sheet).toContain('<title>Лист реєстрації учасників: Дарницький район</title>')
    expect(sheet).toContain('Форум, Дарницький район')
    expect(sheet).toMatch(/четвер, 6 червня 2019[^<]* · 10:00–16:00 · Зала · вул\. Прикладна, 1/)
    expect(sheet).toContain('підтверджено 9, у списку очікування 0. Станом на 3 червня, 12:00.')
  })

  it('speaks English, too, and of one activity or of those who cancelled', async () => {
    const sheet = await (await asked('?lang=en&activity=seminar')).text()
    expect(sheet).toMatch(/<html lang="en">[^]*Sign-in sheet[^]*Activity: Seminar[^]*1 person in this list/)
    expect(namesOn(sheet)).toEqual(['Ґалина'])
    expect(namesOn(await (await asked('?status=cancelled')).text())).toEqual(['Яна'])
  })

  it('of nobody says so, and what is not known yet', async () => {
    const sheet = await (await world.organise('GET', '/forums/empty/sign-in-sheet')).text()
    expect(sheet).toContain('У цьому списку поки нікого немає.')
    expect(sheet).toContain('Дату буде оголошено · Місце ще не оголошено')
  })

  it('shows nothing but itself: its one style is known by its hash', async () => {
    const answer = await asked()
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(await answer.text()) ?? []
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(policy).toContain(
      `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`,
    )
    expect(style).not.toMatch(/url\(|@import/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  })

  it('repeats its heading on each sheet of paper and breaks no row', async () => {
    const sheet = await (await asked()).text()
    expect(sheet).toMatch(/@page \{ size: A4/)
    expect(sheet).toContain('thead { display: table-header-group }')
    expect(sheet).toContain('tr { break-inside: avoid }')
    expect(all(sheet, /(<\/?(?:thead|tbody|table|main)>)/g).join('')).toMatch(
      /^<main><table><thead><\/thead>(<tbody><\/tbody>)+<\/table><\/main>$/,
    )
  })

  it('is one line of the audit', async () => {
    const read = () => world.database.select().from(audit).where(eq(audit.action, 'sign-in-sheet.printed'))
    const before = await read()
    await (await asked('?activity=seminar')).text()
    expect((await read()).slice(before.length)).toMatchObject([{ forum: 'door', object: 'seminar' }])
  })

  it('of another district is not there; of an activity that is not in the programme there is none', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect((await asked('', token)).status).toBe(404)
    expect((await asked('?activity=nothing')).status).toBe(400)
    expect((await asked('?sort=arrival')).status).toBe(400)
    expect((await asked('?status=gone')).status).toBe(400)
  })
})
