import { devices, expect, type Locator } from '@playwright/test'
import { addressOf, opener, shows, test, typeName, widgetOf } from './hostile-steps.ts'

/** What a page inherits into the widget, as the heading of the forum has it. */
const styleOf = (widget: Locator, ...names: string[]) =>
  widget
    .getByRole('heading', { name: 'Святошинський район' })
    .evaluate((heading, wanted) => wanted.map(name => getComputedStyle(heading).getPropertyValue(name)), names)

const runsOver = (widget: Locator) => widget.evaluate(element => element.scrollWidth > element.clientWidth + 1)

test('quirks: nothing runs over, and the text is as large as the page’s', async ({ page }) => {
  await page.goto(addressOf('quirks'))
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  expect(await runsOver(widget)).toBe(false)
  expect(await styleOf(widget, 'color')).toEqual(['rgb(20, 32, 46)'])
})

test('root-size: text is measured from the page’s, not from the root', async ({ page }) => {
  await page.goto(addressOf('root-size'))
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  const small = await widget.evaluate(element =>
    [...(element.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter(inner => [...inner.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()))
      .map(inner => Number.parseFloat(getComputedStyle(inner).fontSize))
      .filter(size => size < 12),
  )
  expect(small).toEqual([])
  expect((await opener(widget).boundingBox())?.height).toBeGreaterThanOrEqual(44)
})

test('resets: what the page says of everything does not reach inside, the form included', async ({ page }) => {
  await page.goto(addressOf('resets'))
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  const names = ['letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'visibility', 'color', 'text-align']
  expect(await styleOf(widget, ...names)).toEqual([
    'normal',
    '0px',
    'none',
    '0px',
    'visible',
    'rgb(20, 32, 46)',
    'start',
  ])
  const field = await typeName(page, widget)
  await expect(field).toHaveCSS('letter-spacing', 'normal')
  await expect(field).toHaveCSS('pointer-events', 'auto')
  await expect(field).toHaveCSS('-webkit-text-fill-color', 'rgb(20, 32, 46)')
})

test('right-to-left: Ukrainian is written from left to right', async ({ page }) => {
  await page.goto(addressOf('right-to-left'))
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  expect(await styleOf(widget, 'direction')).toEqual(['ltr'])
  await expect(await typeName(page, widget)).toHaveCSS('direction', 'ltr')
})

test('base: nothing is asked of the address in <base>', async ({ page }) => {
  const elsewhere: string[] = []
  page.on('request', request => request.url().includes('elsewhere.example') && elsewhere.push(request.url()))
  await page.goto(addressOf('base'))
  await typeName(page, widgetOf(page))
  expect(elsewhere).toEqual([])
})

test('narrow: nothing is cut off, and the form is not as narrow as its cell', async ({ page }) => {
  await page.goto(addressOf('narrow'))
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  expect(await runsOver(widget)).toBe(false)
  await typeName(page, widget)
  expect((await widget.getByRole('dialog').boundingBox())?.width).toBe(600)
})

test('sticky: what has the focus is not under the page’s header', async ({ page }) => {
  await page.goto(addressOf('sticky'))
  const widget = widgetOf(page)
  await shows(widget, 'forums')
  await widget.getByRole('link', { name: 'КМДА' }).focus()
  // From below, so that the browser has to bring the button down from behind the header.
  await opener(widget).evaluate(button => scrollTo(0, button.getBoundingClientRect().top + scrollY - 40))
  await page.keyboard.press('Shift+Tab')
  await expect(opener(widget)).toBeFocused()
  const top = (await opener(widget).boundingBox())?.y
  expect(top).toBeGreaterThanOrEqual(120)
})

test.describe('on a phone', () => {
  const { viewport, deviceScaleFactor, isMobile, hasTouch } = devices['Galaxy S9+']
  test.use({ viewport, deviceScaleFactor, isMobile, hasTouch })

  test('no-viewport: a page as wide as a desktop’s shows all of it, and the form', async ({ page }) => {
    await page.goto(addressOf('no-viewport'))
    const widget = widgetOf(page)
    await shows(widget, 'forums')
    expect(await runsOver(widget)).toBe(false)
    await typeName(page, widget)
  })
})
