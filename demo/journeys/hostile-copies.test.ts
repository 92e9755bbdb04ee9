import { expect } from '@playwright/test'
import { addressOf, opener, test, typeName, widgetOf } from './hostile-steps.ts'

test('older-version: the first version stays, and the console names what came too late', async ({ page }) => {
  const warnings: string[] = []
  page.on('console', message => message.type() === 'warning' && warnings.push(message.text()))
  await page.goto(addressOf('older-version'))
  await expect(widgetOf(page)).toHaveAttribute('data-version', '0.1')
  await expect.poll(() => warnings.join()).toContain('kyiv-forums')
})

test('two-elements: each has its own district and its own form', async ({ page }) => {
  await page.goto(addressOf('two-elements'))
  const [first, second] = [widgetOf(page), page.locator('kyiv-forums').nth(1)]
  await typeName(page, first)
  await page.keyboard.press('Escape')
  await expect(second.getByRole('heading', { name: 'Дніпровський район' })).toBeVisible()
  await opener(second).click()
  await expect(second.getByLabel('Ім’я та прізвище')).toHaveValue('')
})

test('lit: the site’s own lit-html goes on working', async ({ page }) => {
  await page.goto(addressOf('lit'))
  await expect(page.locator('#host-lit')).toHaveText('Сайт зроблено з lit-html')
  await typeName(page, widgetOf(page))
})
