import { expect, type Page, test } from '@playwright/test'
import { type Stop, stop, stopsUntil, tabTo } from './focus.ts'
import { beAnybody, fill, openHost, registrations, submit, tagOf } from './steps.ts'

const between = (attributes: string) =>
  `<p><a href="#before">Before</a></p>${tagOf(attributes)}<p><a href="#after">After</a></p>`

const host = async (page: Page, attributes: string) => {
  await beAnybody(page)
  const widget = await openHost(page, between(attributes))
  await widget
    .getByRole('button', { name: /Зареєструватися/ })
    .first()
    .waitFor()
  return widget
}

test('all of it by keyboard alone, from the page to the receipt and back', async ({ page }) => {
  const widget = await host(page, 'data-forum="journeys-keyboard"')
  const button = widget.getByRole('button', { name: /Зареєструватися/ })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('dialog')).toBeVisible()
  await expect(widget.getByLabel('Ім’я та прізвище')).toBeFocused()
  await page.keyboard.type('Олена Приклад')
  await tabTo(page, widget.getByLabel('Електронна пошта'))
  await page.keyboard.type('keyboard@example.com')
  await tabTo(page, widget.getByLabel(/Не представляю/))
  await page.keyboard.press('Space')
  await tabTo(page, widget.getByLabel(/Погоджуюся/))
  await page.keyboard.press('Space')
  await tabTo(page, submit(widget))
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused()
  expect(await registrations('journeys-keyboard')).toHaveLength(1)
  await tabTo(page, widget.getByRole('dialog').getByText('Закрити', { exact: true }))
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
})

/** Each stop lies below the one before it, or to the right of it in the same line. */
const outOfOrder = (stops: readonly Stop[]): string[] =>
  stops.flatMap((next, index) => {
    const before = stops[index - 1]
    if (!before || next.top >= before.bottom - 1) return []
    return next.left > before.left && next.bottom > before.top ? [] : [`${before.name} → ${next.name}`]
  })

test('the order in which the keyboard goes is the order that the eye sees, on the page and in the form', async ({
  page,
}) => {
  const widget = await host(page, 'data-series="states"')
  await widget.locator('summary').click()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.getByText('Before').focus()
    const onPage = await stopsUntil(page, /After/)
    expect(onPage.length).toBeGreaterThan(6)
    expect(outOfOrder(onPage)).toEqual([])
    await widget
      .getByRole('button', { name: /Зареєструватися/ })
      .first()
      .click()
    await widget.locator('#consent:enabled').waitFor()
    await widget.getByRole('dialog').getByRole('button', { name: 'Закрити' }).focus()
    const first = await stop(page)
    const inForm = await stopsUntil(page, /^button Закрити/)
    expect(inForm).toHaveLength(12)
    expect(outOfOrder(first ? [first, ...inForm] : inForm)).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('the keyboard is never caught: Tab goes through the widget and leaves it, both ways, also after the dialog', async ({
  page,
}) => {
  const widget = await host(page, 'data-forum="states-open"')
  const after = page.getByText('After')
  await page.getByText('Before').focus()
  await tabTo(page, after)
  await tabTo(page, page.getByText('Before'), 'Shift+Tab')
  const button = widget.getByRole('button', { name: /Зареєструватися/ })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await widget.locator('#consent:enabled').waitFor()
  await tabTo(page, submit(widget))
  // Round the window's own controls, and in again; never to the page under the dialog.
  await tabTo(page, widget.getByRole('dialog').getByRole('button', { name: 'Закрити' }))
  await page.keyboard.press('Enter')
  await expect(button).toBeFocused()
  await tabTo(page, after)
})

test('Escape closes from a field, from the complaints and from the receipt, and the focus is where it was', async ({
  page,
}) => {
  const widget = await host(page, 'data-series="states"')
  const dialog = widget.getByRole('dialog')
  // Not the first of its kind: it must be the very button.
  const button = widget.getByRole('button', { name: /Зареєструватися.*Подільський/ })
  const closes = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(button).toBeFocused()
  }
  await button.press('Enter')
  await expect(widget.getByLabel('Ім’я та прізвище')).toBeFocused()
  await closes()
  await button.press('Enter')
  await widget.locator('#consent:enabled').waitFor()
  await submit(widget).press('Enter')
  await expect(dialog.getByRole('group', { name: /треба виправити/ })).toBeFocused()
  await closes()
  await button.press('Enter')
  await widget.locator('#consent:enabled').waitFor()
  await fill(widget, { name: 'Олена Приклад', email: 'escape@example.com' })
  await submit(widget).press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused()
  await closes()
})
