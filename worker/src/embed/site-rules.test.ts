import { expect, it } from 'vitest'
import { hostnameOf } from './site-rules.ts'

it.each([
  ['podil.example.org', 'podil.example.org'],
  [' https://Podil.example.org/news/?id=1 ', 'podil.example.org'],
  ['podil.example.org/news', 'podil.example.org'],
  ['http://localhost:8788', 'localhost'],
  ['поділ.example.org', 'xn--d1aohd1j.example.org'],
  ['мій сайт', null],
  ['', null],
  ['javascript:alert(1)', null],
])('of %j the host name is %j', (typed, hostname) => {
  expect(hostnameOf(typed)).toBe(hostname)
})
