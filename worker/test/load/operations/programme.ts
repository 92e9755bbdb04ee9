import { expect } from 'vitest'
import { keep, remove, stays } from './keeping.ts'
import { letIn } from './letting-in.ts'
import type { Session, Stage } from './stage.ts'

const inBoth = (uk: string, en: string) => ({ uk, en })

const series = { one: '/admin/series/{series}', params: { series: 'try' } }
const district = { one: '/admin/districts/{district}', params: { district: 'try' } }
const site = { one: '/admin/sites/{hostname}', params: { hostname: 'try.example.org' } }
const venue = { one: '/admin/venues/{venue}', params: { venue: 'try-hall' } }
const forum = { one: '/admin/forums/{forum}', params: { forum: 'try-forum' } }
const activity = {
  one: '/admin/forums/{forum}/activities/{activity}',
  params: { forum: 'try-forum', activity: 'try-seminar' },
}

/** Whatever a forum is made of, from the series down to its activities, made and removed again. */
export const programme: Session = async stage => {
  await keepPlaces(stage)
  await keepForum(stage)
  for (const { one, params } of [series, district, venue]) await stays(stage, one, params)
  await asEditor(stage)
  for (const { one, params } of [activity, forum, venue, site, district, series]) await remove(stage, one, params)
}

const keepPlaces = async (stage: Stage): Promise<void> => {
  await keep(stage, {
    ...series,
    many: '/admin/series',
    place: '/series/try',
    wanted: {
      slug: 'try',
      title: inBoth('Проба', 'A try'),
      about: inBoth('Лише проба', 'But a try'),
      source: { name: inBoth('Приклад', 'Example'), url: 'https://example.org/' },
      current: false,
    },
    change: { title: inBoth('Спроба', 'A trial') },
    wrong: { current: false },
  })
  await keep(stage, {
    ...district,
    many: '/admin/districts',
    place: '/districts/try',
    wanted: { slug: 'try', name: inBoth('Пробний район', 'Trial District'), position: 90 },
    change: { position: 91 },
    wrong: { position: -1 },
  })
  await keep(stage, {
    ...site,
    many: '/admin/sites',
    place: '/sites/try.example.org',
    wanted: { hostname: 'try.example.org', district: 'try' },
    change: { district: null },
    wrong: { district: 'nowhere' },
  })
  await keep(stage, {
    ...venue,
    many: '/admin/venues',
    place: '/venues/try-hall',
    wanted: { slug: 'try-hall', district: 'try', name: inBoth('Зала', 'Hall'), mapUrl: 'https://map.example.org/hall' },
    change: { shelter: inBoth('У підвалі', 'In the basement'), mapUrl: null },
    wrong: { district: null },
  })
}

const keepForum = async (stage: Stage): Promise<void> => {
  await keep(stage, {
    ...forum,
    many: '/admin/forums',
    place: '/forums/try-forum',
    wanted: {
      slug: 'try-forum',
      series: 'try',
      district: 'try',
      title: inBoth('Пробний форум', 'Trial forum'),
      date: '2019-06-20',
      startTime: '10:00',
      venue: 'try-hall',
      capacity: 20,
    },
    change: { endTime: '16:00', attendance: { count: 70, precision: 'more-than' } },
    wrong: { startTime: null, endTime: '16:00', venue: 'nowhere' },
  })
  await keep(stage, {
    ...activity,
    many: '/admin/forums/{forum}/activities',
    place: '/forums/try-forum/activities/try-seminar',
    wanted: { slug: 'try-seminar', kind: 'seminar', title: inBoth('Семінар', 'Seminar'), startTime: '11:00' },
    change: { endTime: '12:00', place: inBoth('Кімната 5', 'Room 5'), position: 2 },
    wrong: { kind: 'party' },
  })
}

/** Who writes texts, and of one district alone. */
const asEditor = async (stage: Stage): Promise<void> => {
  const { call } = stage
  const token = await letIn(stage, { role: 'editor', districts: ['podilskyi'] })
  expect((await call('GET', forum.one, { token, params: forum.params })).status).toBe(404)
  expect((await call('GET', venue.one, { token, params: venue.params })).status).toBe(404)
  const mine = await call<{ forums: unknown[] }>('GET', '/admin/forums', {
    token,
    query: { series: '2019', district: 'podilskyi', state: 'announced', limit: '1' },
  })
  expect(mine.body.forums).toHaveLength(1)
  expect((await call('GET', '/admin/forums', { token, query: { limit: '0' } })).status).toBe(400)
  expect((await call('GET', '/admin/sites', { token })).status).toBe(403)
  const headers = { 'If-Match': '"1"' }
  for (const { one, params } of [series, district, site, forum])
    expect((await call('DELETE', one, { token, params, headers })).status).toBe(403)
  const body = { district: 'podilskyi', hostname: 'podil.example.org' }
  expect((await call('POST', '/admin/sites', { token, body })).status).toBe(403)
}
