import { expect } from 'vitest'
import type { ConsentText } from '#contract'
import type { Session } from './stage.ts'

export const consents: Session = async ({ call }) => {
  const path = '/consents/{version}'
  const { body } = await call<ConsentText>('GET', path, { params: { version: '2019-06' } })
  expect(body.text.uk).toContain('Я погоджуюся')
  expect((await call('GET', path, { params: { version: 'none' } })).status).toBe(404)
}
