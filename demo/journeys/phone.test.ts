import { expect, test } from '@playwright/test'
import { demo, fill, isAccessible, openHost, registrations, submit, tagOf } from './steps.ts'

const runsOver = () => document.documentElement.scrollWidth > document.documentElement.clientWidth

test('the news page on a phone: everything is there, and nothing must be scrolled sideways', async ({ page }) => {
  await page.goto(demo())
  const widget = page.locator('kyiv-forums')
  await expect(widget.getByRole('button', { name: /Зареєструватися/ })).toHaveCount(4)
  expect(await page.evaluate(runsOver)).toBe(false)
  await isAccessible(page)
})

test('a person registers on a phone', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-phone"'))
  const button = widget.getByRole('button', { name: /Зареєструватися/ })
  await expect(button).toBeVisible()
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await button.tap()
  const dialog = widget.getByRole('dialog')
  await expect(dialog).toBeVisible()
  expect((await dialog.boundingBox())?.width).toBe(360)
  expect(await page.evaluate(runsOver)).toBe(false)
  await isAccessible(page)
  await fill(widget, { name: 'Олена Приклад', email: 'phone@example.com' })
  await submit(widget).tap()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible()
  await isAccessible(page)
  expect(await registrations('journeys-phone')).toHaveLength(1)
})
