import { beforeAll, describe, expect, it } from 'vitest'
import { FoundRegistrations, type Receipt, RegistrationList } from '#contract'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World
let code: string
let sentAgain: string

const register = async (forum: string, changes: Record<string, unknown>) =>
  (await (await world.register(forum, changes)).json<Receipt>()).code

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'first', { capacity: 100 })
  await addForum(world, 'second', { capacity: 100, district: 'podilskyi' })
  code = await register('first', {
    name: 'Ґалина Прикладенко',
    email: 'galyna@example.com',
    phone: '067 000 00 01',
    organisation: { name: 'ГО «Зелений Двір»', edrpou: '00000001' },
  })
  sentAgain = await register('first', { name: 'Хтось', email: 'galyna@example.com' })
  await register('first', { name: 'Галина Іншенко', email: 'halyna@example.com' })
  await register('first', { name: 'Дем’янчук Анна-Марія', email: 'anna@example.com' })
  await register('first', { name: 'Abramson', email: 'abramson@example.com' })
  await register('second', { name: 'Галина Третя', email: 'third@example.com' })
  await register('second', { name: 'Галина Друга', email: 'second@example.com' })
})

const found = async (q: string, more = '') => {
  const answer = await world.organise('GET', `/forums/first/registrations?q=${encodeURIComponent(q)}${more}`)
  expect(answer.status, q).toBe(200)
  const list = RegistrationList.parse(await answer.json())
  return list.registrations.map(({ name }) => name)
}

describe('a search', () => {
  it.each([
    ['Прикладенко', ['Ґалина Прикладенко']],
    ['прикл', ['Ґалина Прикладенко']],
    ['ПРИКЛ ґал', ['Ґалина Прикладенко']],
    ['ґалина', ['Ґалина Прикладенко']],
    ['галина', ['Галина Іншенко']],
    ['кладенко', []],
    ['двір', ['Ґалина Прикладенко']],
    ['зелений прикл', ['Ґалина Прикладенко']],
    ['00000001', ['Ґалина Прикладенко']],
    ["дем'янчук", ['Дем’янчук Анна-Марія']],
    ['дем’янчук', ['Дем’янчук Анна-Марія']],
    ['демʼян', ['Дем’янчук Анна-Марія']],
    ['марія анна', ['Дем’янчук Анна-Марія']],
    ['Анна-Марія', ['Дем’янчук Анна-Марія']],
    ['0670000001', ['Ґалина Прикладенко']],
    ['067 000 00', ['Ґалина Прикладенко']],
    ['+38 (067) 000-00-01', ['Ґалина Прикладенко']],
    ['380670000001', ['Ґалина Прикладенко']],
    ['80670000001', ['Ґалина Прикладенко']],
    ['GALYNA@example.com', ['Ґалина Прикладенко']],
    ['galyna@', ['Ґалина Прикладенко']],
    ['alyna@', []],
    ['abramson', ['Abramson']],
    ['%', []],
    ['_', []],
    ['прикл%', ['Ґалина Прикладенко']],
    ['г_лина', []],
    ['щ'.repeat(60), []],
    ['*', []],
  ])('for %s finds %j', async (q, names) => {
    expect(await found(q)).toEqual(names)
  })

  it('finds by the code of any sending, however it is typed', async () => {
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace('-', ''),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ])
      expect(await found(typed), typed).toEqual(['Ґалина Прикладенко'])
    expect(await found(sentAgain)).toEqual(['Ґалина Прикладенко'])
  })

  it('is by the alphabet, in pages, and within the filters', async () => {
    expect(await found('example')).toEqual([])
    expect(await found('a')).toEqual(['Abramson'])
    expect(await found('галина', '&status=waitlisted')).toEqual([])
    const all = await world.organise('GET', '/forums/second/registrations?q=галина&limit=1')
    const first = RegistrationList.parse(await all.json())
    expect(first.registrations.map(({ name }) => name)).toEqual(['Галина Друга'])
    const rest = await world.organise('GET', `/forums/second/registrations?q=галина&limit=1&cursor=${first.next}`)
    const second = RegistrationList.parse(await rest.json())
    expect(second.registrations.map(({ name }) => name)).toEqual(['Галина Третя'])
    expect(second.next).toBeNull()
  })

  it('of nothing is the list', async () => {
    expect(await found('')).toHaveLength(4)
  })

  it('forgets whoever is erased, and finds a new name at once', async () => {
    const gone = await register('first', { name: 'Зникла Особа' })
    expect(await found('зникла')).toEqual(['Зникла Особа'])
    await world.own(await world.tokenOf(gone), 'PATCH', { name: 'Нова Назва' })
    expect(await found('зникла')).toEqual([])
    expect(await found('нова')).toEqual(['Нова Назва'])
    await world.own(await world.tokenOf(gone), 'POST', undefined, '/erasure')
    expect(await found('нова')).toEqual([])
  })
})

describe('a search of all forums', () => {
  const everywhere = async (query: string, token?: string) => {
    const answer = await world.organise('GET', `/registrations?${query}`, token === undefined ? {} : { token })
    expect(answer.status).toBe(200)
    return FoundRegistrations.parse(await answer.json()).registrations.map(({ name, forum }) => [forum, name])
  }

  it('tells the forum of each', async () => {
    expect(await everywhere('q=галина')).toEqual([
      ['second', 'Галина Друга'],
      ['first', 'Галина Іншенко'],
      ['second', 'Галина Третя'],
    ])
    expect(await everywhere('q=second@example.com')).toEqual([['second', 'Галина Друга']])
    expect(await everywhere(`q=${code}`)).toEqual([['first', 'Ґалина Прикладенко']])
  })

  it('sees the districts of one’s own only', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect(await everywhere('q=галина', token)).toEqual([
      ['second', 'Галина Друга'],
      ['second', 'Галина Третя'],
    ])
    expect(await everywhere(`q=${code}`, token)).toEqual([])
    expect(await everywhere('q=galyna@example.com', token)).toEqual([])
    const nowhere = await world.organiser({ role: 'district', districts: [] })
    expect(await everywhere('q=галина', nowhere)).toEqual([])
  })

  it('needs something to search for', async () => {
    expect((await world.organise('GET', '/registrations')).status).toBe(400)
  })
})
