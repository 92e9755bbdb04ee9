import { expect, type Page } from '@playwright/test'
import { addressOf, opener, test, typeName, widgetOf } from './hostile-steps.ts'

const open = async (page: Page, name: string) => {
  await page.goto(addressOf(name))
  return widgetOf(page)
}

const pressTwice = async (page: Page) => {
  await page.keyboard.press('j')
  await page.keyboard.press('j')
}

test('hotkeys: the site’s shortcuts work beside the form, and not in it', async ({ page }) => {
  const widget = await open(page, 'hotkeys')
  const field = await typeName(page, widget, 'jj/')
  await page.keyboard.press('Backspace')
  await expect(field).toHaveValue('jj')
  await expect(page.locator('output')).toHaveText('0')
  await page.keyboard.press('Escape')
  await expect(widget.getByRole('dialog')).toBeHidden()
  await page.locator('h1').click()
  await pressTwice(page)
  await expect(page.locator('output')).toHaveText('2')
  await page.keyboard.press('/')
  await expect(page.locator('#search')).toBeFocused()
})

test('hotkeys: the site’s shortcuts leave the keys of the widget’s buttons alone', async ({ page }) => {
  const widget = await open(page, 'hotkeys')
  await opener(widget).focus()
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('dialog')).toBeVisible()
})

test('in-form: Enter in the widget sends nothing of the site, and the site sends nothing of the widget', async ({
  page,
}) => {
  const widget = await open(page, 'in-form')
  await typeName(page, widget)
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('group', { name: /треба виправити/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('output')).toHaveText('')
  await page.locator('[name=q]').fill('форум')
  await page.getByRole('button', { name: 'Шукати' }).click()
  await expect(page.locator('output')).toHaveText('[q]')
  expect(page.url()).toBe(addressOf('in-form'))
})

test('jquery: the site’s handlers for every form and button take nothing from the widget', async ({ page }) => {
  const widget = await open(page, 'jquery')
  await typeName(page, widget)
  await widget.getByRole('dialog').getByRole('button', { name: 'Зареєструватися' }).click()
  await expect(widget.getByRole('group', { name: /треба виправити/ })).toBeFocused()
  await expect(page).toHaveTitle(/^jQuery/)
})

test('bootstrap-modal: the focus stays in the form, and Escape closes the form alone', async ({ page }) => {
  const widget = await open(page, 'bootstrap-modal')
  const field = await typeName(page, widget)
  await expect(field).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(widget.getByLabel('Електронна пошта')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(widget.getByRole('dialog')).toBeHidden()
  await expect(opener(widget)).toBeFocused()
  await page.locator('#forums-title').click()
  await page.keyboard.press('Escape')
  await expect(page.locator('#forums')).toBeHidden()
})
