import { expect, type Page } from '@playwright/test'
import { addressOf, opener, shows, test, widgetOf } from './hostile-steps.ts'
import { worker } from './steps.ts'

/** As blockers do it: the request is not made. */
const block = (page: Page, part: RegExp) =>
  page.route(part, route =>
    route.request().url().startsWith(worker()) ? route.abort('blockedbyclient') : route.continue(),
  )

test('a blocked script leaves the link', async ({ page }) => {
  await block(page, /widget\.js/)
  await page.goto(addressOf('framed'))
  await shows(widgetOf(page), 'link')
})

test('blocked requests leave the forums or the link, and the form says what is wrong', async ({ page }) => {
  await block(page, /\/api\//)
  await page.goto(addressOf('framed'))
  const widget = widgetOf(page)
  await shows(widget, 'forums-or-link')
  if (await opener(widget).isVisible()) await opener(widget).click()
  await expect(widget.getByText(/Немає зв’язку/)).toBeVisible()
})

test('a script that ends in an error of its own leaves the link', async ({ page, heard }) => {
  await page.route(/widget\.js/, route => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error()' }))
  await page.goto(addressOf('framed'))
  await shows(widgetOf(page), 'link')
  expect(heard.ours.splice(0)).toHaveLength(1)
})

test('csp-no-connect: whoever reads it learns that the site, not the connection, is why', async ({ page }) => {
  await page.goto(addressOf('csp-no-connect'))
  const widget = widgetOf(page)
  await shows(widget, 'forums-or-link')
  if (await opener(widget).isVisible()) await opener(widget).click()
  await expect(widget.getByText(/сайт/i)).toBeVisible()
})
