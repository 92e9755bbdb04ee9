import { expect, type Page } from '@playwright/test'
import { hostilePages } from '../hostile/pages.ts'
import { addressOf, globalsOf, shows, test, typeName, widgetOf } from './hostile-steps.ts'
import { worker } from './steps.ts'

/** The page as it is when nobody embeds anything: its globals and its errors. */
const withoutUs = async (page: Page, url: string, errors: string[]) => {
  const ours = (address: URL) => [worker(), worker().replace('localhost', '127.0.0.1')].includes(address.origin)
  await page.route(ours, route => route.abort())
  await page.goto(url)
  await page.unroute(ours)
  return { globals: await globalsOf(page), errors: errors.splice(0) }
}

/** Every rude page: the forums or the link, a form that keeps what is typed, and a page that lives on as it did. */
for (const { name, shows: outcome, framed, reports, widgets } of hostilePages)
  test(`${name}: shows ${outcome}, and changes nothing of the page’s`, async ({ page, heard }) => {
    const alone = await withoutUs(page, addressOf(name), heard.hosts)
    heard.reports.length = 0
    await page.goto(addressOf(name))
    const widget = widgetOf(page, framed)
    await shows(widget, outcome)
    if (outcome === 'forums') await typeName(page, widget)
    if (!framed) await expect(page.locator('kyiv-forums')).toHaveCount(widgets)
    expect((await globalsOf(page)).filter(global => !alone.globals.includes(global))).toEqual([])
    expect(heard.hosts).toEqual(alone.errors)
    expect(heard.reports.filter(report => !reports.includes(report))).toEqual([])
  })
