import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { startProduct } from './start-product.ts'
import { root } from './wrangler.ts'

/** `npm run pictures`: the README's pictures, from the running product. */
const folder = join(root, 'demo/pictures')
mkdirSync(folder, { recursive: true })

const picture = async (browser: Browser, name: string, size: [number, number], show: (page: Page) => Promise<void>) => {
  const [width, height] = size
  const page = await browser.newPage({ viewport: { width, height }, locale: 'uk-UA' })
  await show(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}

const product = await startProduct()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })

const openDistrict = async (page: Page) => {
  await page.goto(`${product.demo}/district`)
  await page
    .locator('article kyiv-forums')
    .getByRole('button', { name: /Зареєструватися/ })
    .waitFor()
  await page
    .locator('aside kyiv-forums')
    .getByRole('button', { name: /Зареєструватися/ })
    .first()
    .waitFor()
}

const openForm = async (page: Page) => {
  await openDistrict(page)
  await page
    .locator('article kyiv-forums')
    .getByRole('button', { name: /Зареєструватися/ })
    .click()
  await page.locator('article kyiv-forums').getByLabel('Ім’я та прізвище').waitFor()
}

try {
  await picture(browser, 'district-desktop', [1280, 960], openDistrict)
  await picture(browser, 'district-phone', [360, 960], async page => {
    await openDistrict(page)
    await page.locator('article.panel').evaluate(article => article.scrollIntoView())
  })
  await picture(browser, 'form-phone', [360, 960], openForm)
} finally {
  await browser.close()
  await product.stop()
}
