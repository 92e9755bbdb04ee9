import { expect, it } from 'vitest'
import { savedAs } from './file-name.ts'

it('names a list after its forum, for those who read UTF-8 and those who do not (RFC 6266)', () => {
  expect(savedAs('2019-dniprovskyi', 'csv', 'en')).toBe(
    `attachment; filename="2019-dniprovskyi-registrations.csv"; filename*=UTF-8''2019-dniprovskyi-registrations.csv`,
  )
  const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(savedAs('2019-dniprovskyi', 'xlsx', 'uk')) ?? []
  expect(name).toMatch(/^[\w%.-]+$/)
  expect(decodeURIComponent(name)).toBe('2019-dniprovskyi-реєстрації.xlsx')
})
