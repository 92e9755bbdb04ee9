import { expect, test } from 'vitest'
import { challengeOf, easyChallenge } from '../testing/challenge.ts'
import { solver } from './challenge.ts'
import { search } from './search.ts'

/** As sha256sum writes them. */
const hashOf0 = 'e06c91b3d8b09746977ac0f37a10b7e0771ae7e605f4c42d85c78a3d1ee9581b'
const hashOf100 = 'a4db7b15618d95327efc1f3d65ce1b89e68efcb5857c98a626e6e1e0e7b25650'
const hashOf101 = 'ee4d4d618d96a981e94c2f8e27ac4eba9cb7e595ffd950c4194a52fb8f9eb7ce'

test.each([
  [0, hashOf0],
  [100, hashOf100],
])('finds the number whose hash is the challenge, the ends included: %i', (number, hash) => {
  expect(search(challengeOf(hash, 100), 0, 100)).toBe(number)
})

test('finds nothing where nothing is', () => {
  expect(search(challengeOf(hashOf101, 100), 0, 100)).toBeUndefined()
})

test('the solution is the challenge with its number, as JSON in UTF-8 in Base64', async () => {
  const { maxNumber: _, ...rest } = easyChallenge
  const bytes = Uint8Array.from(atob(await solver()(easyChallenge)), sign => sign.charCodeAt(0))
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ ...rest, number: 42 })
})
