import { expect } from 'vitest'
import type { AuditList } from '#contract'
import type { Session } from './stage.ts'

export const audit: Session = async ({ call, token }) => {
  await call('GET', '/admin/forums/{forum}/registrations', { token, params: { forum: '2019-solomianskyi' } })
  const query = {
    forum: '2019-solomianskyi',
    action: 'registrations.listed',
    since: '2019-06-03T00:00:00+03:00',
    limit: '5',
  }
  const { body } = await call<AuditList>('GET', '/admin/audit', { token, query })
  expect(body.entries.map(({ forum }) => forum)).toEqual(['2019-solomianskyi'])
  expect((await call('GET', '/admin/audit', { token, query: { action: 'everything' } })).status).toBe(400)
  expect((await call('GET', '/admin/audit')).status).toBe(401)
}
