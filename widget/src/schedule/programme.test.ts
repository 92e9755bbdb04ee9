import { describe, expect, test } from 'vitest'
import { scheduleUrl } from './programme.ts'

const request = { api: 'https://api.example.org', district: null, forum: null, series: null }
const site = 'district.example.org'

describe('what is asked for', () => {
  test('the page’s own district by its host name, when nothing is named', () => {
    expect(scheduleUrl(request, site)).toBe('https://api.example.org/api/v1/schedule?site=district.example.org')
  })

  test('the named districts, not the host name', () => {
    const url = new URL(scheduleUrl({ ...request, district: '  darnytskyi \n podilskyi ' }, site))
    expect([...url.searchParams]).toEqual([['district', 'darnytskyi podilskyi']])
  })

  test('a series besides', () => {
    const url = new URL(scheduleUrl({ ...request, series: '2019' }, ''))
    expect([...url.searchParams]).toEqual([['series', '2019']])
  })

  test('one forum, whose name cannot leave its place in the address', () => {
    expect(scheduleUrl({ ...request, forum: 'a/../b?c' }, site)).toBe(
      'https://api.example.org/api/v1/forums/a%2F..%2Fb%3Fc',
    )
  })
})
