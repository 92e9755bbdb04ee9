import { expect, type Locator, type Page, test } from '@playwright/test'
import { answer, lose } from '../states/answers.ts'
import { stop } from './focus.ts'
import { beAnybody, fill, openHost, submit, tagOf } from './steps.ts'

const openForm = async (page: Page, forum = 'states-open'): Promise<Locator> => {
  await beAnybody(page)
  const widget = await openHost(page, tagOf(`data-forum="${forum}"`))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await widget.locator('#consent:enabled').waitFor()
  return widget
}

const person = { name: 'Олена Приклад', email: 'focus@example.com' }

test('what is missing is summed up: the summary takes the focus, and each of its lines leads to its field', async ({
  page,
}) => {
  const widget = await openForm(page)
  await submit(widget).click()
  const summary = widget.getByRole('group', { name: 'Полів, які треба виправити: 4' })
  await expect(summary).toBeFocused()
  for (const label of [
    'Ім’я та прізвище',
    'Електронна пошта',
    'Назва організації',
    'Погоджуюся на обробку персональних даних',
  ]) {
    const line = summary.getByRole('button', { name: label })
    const complaint = (await line.innerText()).split(': ')[1] ?? ''
    await line.press('Enter')
    const field = widget.getByLabel(label)
    await expect(field).toBeFocused()
    await expect(field).toBeInViewport()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(complaint))
  }
})

/** Everything that a live region has said since: text that has come into one that was there before. */
const listen = (widget: Locator) =>
  widget.evaluate(element => {
    const said: string[] = []
    const isLive = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('[role=status], [role=alert], [aria-live]')
    new MutationObserver(changes => {
      const regions = new Set(changes.flatMap(({ target }) => isLive(target) ?? []))
      for (const { textContent } of regions) if (textContent) said.push(textContent)
    }).observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { said })
  })

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)

test('everything is announced once: sending however often it is tried; what takes the focus is not said besides', async ({
  page,
}) => {
  const widget = await openForm(page)
  await listen(widget)
  await submit(widget).click()
  await expect(widget.getByRole('group', { name: /треба виправити/ })).toBeFocused()
  expect(await said(page)).toEqual([])
  await fill(widget, person)
  let sent = 0
  await page.route('**/registrations', route => {
    sent += 1
    return sent > 2 ? route.fallback() : route.abort('internetdisconnected')
  })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused({ timeout: 20_000 })
  expect(sent).toBe(3)
  expect(await said(page)).toEqual(['Надсилаємо…'])
})

test('after every change the focus stands on something that a person sees, and never nowhere', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="states-open"'))
  const dialog = widget.getByRole('dialog')
  const button = widget.getByRole('button', { name: /Зареєструватися/ })
  const stands = async (on: Locator) => {
    await expect(on).toBeFocused()
    expect(await stop(page)).toMatchObject({ seen: true })
  }
  await lose(page, '/form')
  await button.press('Enter')
  await stands(dialog.getByText('Немає зв’язку'))
  await page.unrouteAll()
  await dialog.getByRole('button', { name: 'Спробувати ще раз' }).press('Enter')
  await widget.locator('#consent:enabled').waitFor()
  await stands(widget.getByLabel('Ім’я та прізвище'))

  await submit(widget).press('Enter')
  await stands(dialog.getByRole('group', { name: /треба виправити/ }))
  await fill(widget, person)
  await answer(page, '/registrations', 413, 'body-too-large')
  await submit(widget).press('Enter')
  await stands(dialog.getByText('На сервері помилка'))
  await page.unrouteAll()
  await dialog.getByRole('button', { name: 'Спробувати ще раз' }).press('Enter')
  await stands(dialog.getByRole('heading', { name: 'Вас зареєстровано' }))

  await dialog.getByRole('button', { name: 'Зареєструвати ще одну особу' }).press('Enter')
  await stands(widget.getByLabel('Ім’я та прізвище'))
  await page.keyboard.press('Escape')
  await stands(button)
})

test('a schedule that came at the second attempt has the focus on its title', async ({ page }) => {
  await lose(page, '/schedule')
  const widget = await openHost(page, tagOf('data-series="states"'))
  const again = widget.getByRole('button', { name: 'Спробувати ще раз' })
  await again.press('Enter')
  await expect(widget.getByText('Немає зв’язку')).toBeVisible()
  await expect(again).toBeFocused()
  await page.unrouteAll()
  await again.press('Enter')
  await expect(widget.getByRole('heading', { name: 'Форуми в усіх станах' })).toBeFocused()
})
