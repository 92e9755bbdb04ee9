import { expect, type Page, test } from '@playwright/test'
import { stateNamed } from '../states/states.ts'
import { stopsUntil } from './focus.ts'
import { openHost, tagOf } from './steps.ts'

/**
 * What of ours a person cannot read whole: it runs out of the widget or the dialog, out of the window, or is cut off by
 * its own box. The dialog may be scrolled up and down.
 */
const cutOff = (page: Page) =>
  page.locator('kyiv-forums').evaluate(element => {
    const root = element.shadowRoot as ShadowRoot
    const isForTheEar = (found: Element) => found.closest('.vh, [aria-hidden=true]') !== null
    return [...root.querySelectorAll<HTMLElement>('*')].flatMap(found => {
      const box = found.getBoundingClientRect()
      if (box.width === 0 || isForTheEar(found)) return []
      const frame = (found.closest('dialog') ?? element).getBoundingClientRect()
      const { overflowX, overflowY } = getComputedStyle(found)
      const runsOut = box.right > frame.right + 1 || box.left < frame.left - 1 || box.right > innerWidth + 1
      const isCut =
        (overflowX !== 'visible' && found.scrollWidth > found.clientWidth + 1) ||
        (overflowY === 'hidden' && found.scrollHeight > found.clientHeight + 1)
      const isField = found.matches('input, textarea')
      return runsOut || (isCut && !isField) ? [`${found.localName} ${found.textContent?.trim().slice(0, 40)}`] : []
    })
  })

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const isWhole = async (page: Page) => {
  expect(await cutOff(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

/** The states with the most on the screen. */
const full = ['schedule-in-every-state', 'form-with-complaints', 'receipt-waitlisted', 'failed-connection']

for (const name of full)
  test(`everything can be read with text twice as large, with spaced text, zoomed four times, and on a page from right to left: ${name}`, async ({
    page,
  }) => {
    await stateNamed(name).open(page)
    await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
    await isWhole(page)
    await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await isWhole(page)
    // https://www.w3.org/TR/WCAG22/#text-spacing
    await page.locator('kyiv-forums').evaluate(element => {
      const spaced = new CSSStyleSheet()
      spaced.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      element.shadowRoot?.adoptedStyleSheets.push(spaced)
    })
    await isWhole(page)
    await page.evaluate(() => void (document.documentElement.dir = 'rtl'))
    await isWhole(page)
    await expect(page.locator('kyiv-forums [part=root]')).toHaveCSS('direction', 'ltr')
  })

test('in a narrow column of a page everything can be read', async ({ page }) => {
  for (const attributes of ['data-series="states"', 'data-forum="states-waitlist"', 'data-series="nowhere"']) {
    const widget = await openHost(page, `<div style="width: 200px">${tagOf(attributes)}</div>`)
    await widget.getByRole('button').first().waitFor()
    await isWhole(page)
  }
})

const moving = (page: Page) =>
  page
    .locator('kyiv-forums')
    .evaluate(element => element.shadowRoot?.getAnimations().filter(({ playState }) => playState === 'running').length)

for (const name of ['loading', 'form-sending'])
  test(`who wants no motion is shown none: ${name}`, async ({ page }) => {
    await stateNamed(name).open(page)
    expect(await moving(page)).toBeGreaterThan(0)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await moving(page)).toBe(0)
  })

test('what has the focus is never hidden: not by a header of the page that stays, not by the form’s own, not even zoomed four times', async ({
  page,
}) => {
  const header =
    '<div style="position: sticky; top: 0; height: 110px; background: #ddd; z-index: 9"><a href="#before">Before</a></div>'
  const widget = await openHost(
    page,
    `<style>h1 { display: none }</style>${header}${tagOf('data-series="states"')}<p style="margin-bottom: 900px"><a href="#after">After</a></p>`,
  )
  await widget
    .getByRole('button', { name: /Зареєструватися/ })
    .first()
    .waitFor()
  await widget.locator('summary').click()
  await page.setViewportSize({ width: 640, height: 500 })
  const hidden = async (last: RegExp, key: string) =>
    (await stopsUntil(page, last, key)).flatMap(({ name, seen }) => (seen ? [] : [name]))
  await page.getByText('Before').focus()
  expect(await hidden(/After/, 'Tab')).toEqual([])
  expect(await hidden(/Before/, 'Shift+Tab')).toEqual([])

  await page.setViewportSize({ width: 320, height: 256 })
  await widget
    .getByRole('button', { name: /Зареєструватися/ })
    .first()
    .click()
  await widget.locator('#consent:enabled').waitFor()
  const close = widget.getByRole('dialog').getByRole('button', { name: 'Закрити' })
  await close.focus()
  expect(await hidden(/^button Закрити/, 'Tab')).toEqual([])
  await close.focus()
  expect(await hidden(/^button Закрити/, 'Shift+Tab')).toEqual([])
})
