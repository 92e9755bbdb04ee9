import { type Browser, expect, type Page, test } from '@playwright/test'
import { isAccessible, registrations, worker } from './steps.ts'

/** A citizen whose browser runs no scripts, on the worker's own pages. */
const forum = 'journeys-without-javascript'
const address = () => `${worker()}/forums/${forum}`

/** Nothing has to be scrolled sideways on the narrowest screen. */
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

/** The same page where scripts run: axe is one. */
const checked = async (browser: Browser, show: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  // The element would take over.
  await page.route('**/widget.js', route => route.abort())
  await show(page)
  await isAccessible(page, 'body')
  await fits(page)
  await context.close()
}

const send = (page: Page) => page.getByRole('button', { name: /^(Зареєструватися|Спробувати ще раз)$/ }).click()

const fillBadly = async (page: Page) => {
  await page.getByLabel('Ім’я та прізвище').fill('\u2800')
  await page.getByLabel('Електронна пошта').fill('олена@example.com')
  await page.getByLabel(/Пропозиція для району/).fill('Більше дерев <біля> "школи"')
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })

  test('a citizen comes from the schedule, mends what is wrong beside the fields, and has the receipt', async ({
    page,
  }) => {
    await page.goto(`${worker()}/schedule?series=journeys`)
    await fits(page)
    await page.locator(`a[href="/forums/${forum}"]`).click()
    await expect(page.getByText('Зала громади')).toBeVisible()
    await expect(page.getByText('вхід без сходів', { exact: true })).toBeVisible()
    await fits(page)

    await fillBadly(page)
    await send(page)
    await expect(page).toHaveTitle(/^Помилка: /)
    await expect(page.getByRole('group', { name: 'Полів, які треба виправити: 3' })).toBeFocused()
    await expect(page.getByLabel('Ім’я та прізвище')).toHaveAccessibleDescription('Має бути хоча б одна літера')
    await expect(page.getByLabel('Електронна пошта')).toHaveAccessibleDescription(/В адресі є кирилиця/)
    await expect(page.getByLabel(/Погоджуюся/)).toHaveAccessibleDescription(/Без згоди/)
    await expect(page.getByLabel('Електронна пошта')).toHaveValue('олена@example.com')
    await expect(page.getByLabel(/Пропозиція для району/)).toHaveValue('Більше дерев <біля> "школи"')
    await fits(page)
    expect(await registrations(forum)).toEqual([])

    await page.getByRole('link', { name: /^Ім’я та прізвище:/ }).click()
    await expect(page.getByLabel('Ім’я та прізвище')).toBeFocused()
    await page.getByLabel('Ім’я та прізвище').fill('Олена Приклад')
    await page.getByLabel('Електронна пошта').fill('without@example.com')
    await page.getByLabel('Не представляю організацію').check()
    await page.getByText('Прочитати текст згоди').click()
    await expect(page.getByText(/Версія тексту: /)).toBeVisible()
    await page.getByLabel(/Погоджуюся/).check()
    await expect(async () => {
      // Whoever is quicker than three seconds is asked to press once more.
      await send(page)
      await expect(page.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible({ timeout: 1_000 })
    }).toPass()
    const code = await page.locator('.code').innerText()
    await fits(page)
    expect(await registrations(forum)).toEqual([
      expect.objectContaining({
        name: 'Олена Приклад',
        email: 'without@example.com',
        status: 'confirmed',
        code,
        organisation: null,
        proposal: { topic: null, text: 'Більше дерев <біля> "школи"' },
      }),
    ])

    await page.reload()
    await expect(page.locator('.code')).toHaveText(code)
    expect(await registrations(forum)).toHaveLength(1)
  })
})

test('its pages are accessible and fit the narrowest screen: schedule, forum, complaints', async ({ browser }) => {
  await checked(browser, async page => {
    await page.goto(`${worker()}/schedule`)
  })
  await checked(browser, async page => {
    await page.goto(`${address()}?lang=en`)
  })
  await checked(browser, async page => {
    await page.goto(address())
    await fillBadly(page)
    await send(page)
    await expect(page.getByRole('group', { name: /треба виправити/ })).toBeVisible()
  })
})

test('where scripts run the element takes over, and the page’s own policy forbids it nothing', async ({ page }) => {
  const violations: string[] = []
  await page.exposeFunction('violated', (directive: string) => violations.push(directive))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      void (globalThis as unknown as { violated: (directive: string) => void }).violated(violatedDirective)
    })
  })
  await page.goto(address())
  const widget = page.locator('kyiv-forums')
  await expect(widget.locator('form').first()).toBeHidden()
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await expect(widget.getByRole('dialog').getByLabel('Ім’я та прізвище')).toBeVisible()
  await page.goto(`${worker()}/schedule?district=sviatoshynskyi`)
  await expect(widget.getByRole('button', { name: /Зареєструватися/ })).toHaveCount(1)
  expect(violations).toEqual([])
})

test('on paper there is neither form nor button', async ({ page }) => {
  await page.route('**/widget.js', route => route.abort())
  await page.goto(address())
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Зала громади')).toBeVisible()
  await expect(page.locator('form')).toBeHidden()
  await page.goto(`${worker()}/schedule`)
  await expect(page.getByRole('link', { name: /^Зареєструватися/ }).first()).toBeHidden()
})
