import { expect } from 'vitest'
import type { Session } from './stage.ts'

export const calendars: Session = async ({ call }) => {
  const feed = await call<string>('GET', '/schedule.ics', {
    query: { district: 'darnytskyi', series: '2019', lang: 'en' },
  })
  expect(feed.body).toContain('BEGIN:VEVENT')
  const unchanged = { headers: { 'If-None-Match': feed.headers.get('ETag') ?? '' } }
  const again = { query: { district: 'darnytskyi', series: '2019', lang: 'en' }, ...unchanged }
  expect((await call('GET', '/schedule.ics', again)).status).toBe(304)
  expect((await call('GET', '/schedule.ics', { query: { series: 'nowhere' } })).status).toBe(404)

  const ofForum = (forum: string) => ({ params: { forum } })
  const file = await call<string>('GET', '/forums/{forum}.ics', ofForum('2019-darnytskyi'))
  expect([file.body.includes('BEGIN:VEVENT'), file.headers.get('Content-Disposition')]).toEqual([
    true,
    'attachment; filename="2019-darnytskyi.ics"',
  ])
  expect((await call('GET', '/forums/{forum}.ics', ofForum('2019-obolonskyi'))).status).toBe(404)
}
