import { expect } from 'vitest'
import type { Session } from './stage.ts'

export const schedule: Session = async ({ call }) => {
  const all = await call<{ forums: { slug: string }[] }>('GET', '/schedule')
  const district = await call<{ forums: { slug: string }[] }>('GET', '/schedule', {
    query: { district: 'darnytskyi', series: '2019', site: 'district.example.org' },
  })
  expect([all.body.forums.length, district.body.forums.length]).toEqual([11, 1])
  const etag = all.headers.get('ETag') ?? ''
  expect((await call('GET', '/schedule', { headers: { 'If-None-Match': etag } })).status).toBe(304)
  expect((await call('GET', '/schedule', { query: { sort: 'name' } })).status).toBe(400)
  expect((await call('GET', '/schedule', { query: { series: 'nowhere' } })).status).toBe(404)

  for (const { slug } of all.body.forums) await call('GET', '/forums/{forum}', { params: { forum: slug } })
  expect((await call('GET', '/forums/{forum}', { params: { forum: 'nowhere' } })).status).toBe(404)
}

export const health: Session = async ({ call }) => {
  expect((await call('GET', '/health')).body['status']).toBe('ok')
}
