import { expect, test } from 'vitest'
import { readmes } from './manifest.ts'

test('the README tells of the element what its doc comment tells: npm run manifest', async () => {
  const { is, shouldBe } = await readmes()
  expect(is).toBe(shouldBe)
}, 30_000)
