import { beforeAll, expect, it } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const page = async (query = '') =>
  (await world.app.request(`http://localhost/accessibility${query}`, {}, world.bindings)).text()

it('the accessibility statement names the standard and the law, in both languages', async () => {
  for (const text of [await page(), await page('?lang=en')]) {
    expect(text).toContain('EN 301 549:2022')
    expect(text).toContain('WCAG 2.2')
    expect(text).toContain('757')
    expect(text).toContain('href="https://kyivcity.gov.ua"')
  }
})

it('says of each check by hand that it has not been done', async () => {
  expect((await page()).match(/Ще не зроблено/g)).toHaveLength(6)
  expect((await page('?lang=en')).match(/Not done yet/g)).toHaveLength(6)
})
