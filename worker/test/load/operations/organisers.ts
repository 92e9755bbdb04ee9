import { expect } from 'vitest'
import type { Session } from './stage.ts'

export const organisers: Session = async ({ call, token }) => {
  expect((await call('GET', '/admin/me', { token })).body['role']).toBe('city')
  expect((await call('GET', '/admin/me')).status).toBe(401)
}
