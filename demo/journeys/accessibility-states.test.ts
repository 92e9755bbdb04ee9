import { expect, type Page, test } from '@playwright/test'
import { languagesOf, looks, type State, speak, turnTo } from '../states/state.ts'
import { states } from '../states/states.ts'
import { bringAxe, violations } from './axe.ts'
import { openHost, tagOf } from './steps.ts'

const widths = [320, 768, 1280]

const runsOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** What is wrong on one screen, in each look. */
const wrongAt = async (page: Page, { element }: State, width: number): Promise<string[]> => {
  await page.setViewportSize({ width, height: 900 })
  const wrong = (await runsOver(page)) ? ['runs over sideways'] : []
  for (const look of looks) {
    await turnTo(page, look)
    const scope = look === 'dark' ? 'colours' : 'everything'
    wrong.push(...(await violations(page, element, scope)).map(violation => `${look}: ${violation}`))
  }
  return wrong
}

// Eighteen screens each, or six.
test.describe.configure({ timeout: 90_000 })

test.describe('axe finds nothing, and nothing runs over, in any width, look and language', () => {
  for (const state of states)
    test(state.name, async ({ page }) => {
      await state.open(page)
      await bringAxe(page)
      const wrong: string[] = []
      for (const language of languagesOf(state)) {
        await speak(page, state, language)
        for (const width of widths)
          wrong.push(...(await wrongAt(page, state, width)).map(what => `${language} ${width} ${what}`))
      }
      expect(wrong).toEqual([])
    })
})

test('axe would find a colour without contrast', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="states-open"'))
  await widget.getByRole('button').waitFor()
  await bringAxe(page)
  await widget.evaluate(element => element.style.setProperty('--kyiv-forums-muted', '#ccc'))
  expect(await violations(page, 'kyiv-forums')).not.toEqual([])
})
