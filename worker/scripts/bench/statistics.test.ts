import { expect, it } from 'vitest'
import { medianRatio, spread } from './statistics.ts'

it('compares each round with the reference of the same round', () => {
  expect(medianRatio([2, 30, 400], [1, 10, 100])).toBe(3)
})

it('tells the least and the most where they differ', () => {
  expect(spread([30, 10, 20])).toBe('20 [10–30]')
  expect(spread([1, 1, 1])).toBe('1')
  expect(spread([0.125, 0.5, 0.25], 2)).toBe('0.25 [0.13–0.50]')
})
