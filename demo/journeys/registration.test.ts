import { expect, test } from '@playwright/test'
import { fill, isAccessible, openHost, registrations, submit, tagOf } from './steps.ts'

test('a person sees the forum, registers, and stands in the organiser’s list', async ({ page }) => {
  const events: unknown[] = []
  await page.exposeFunction('note', (event: unknown) => events.push(event))
  const widget = await openHost(page, tagOf('data-forum="journeys-register"'))
  await page.evaluate(() => {
    addEventListener('kyiv-forums-registered', event => {
      void (globalThis as unknown as { note: (detail: unknown) => void }).note((event as CustomEvent).detail)
    })
  })
  await expect(widget.getByText('Зала громади')).toBeVisible()
  await expect(widget.getByText('вхід без сходів')).toBeVisible()
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await isAccessible(page)
  await widget.getByLabel('Ім’я та прізвище').fill('Олена Приклад')
  await widget.getByLabel('Електронна пошта').fill('olena@example.com')
  await widget.getByLabel(/Телефон/).fill('+380 00 123 45 67')
  await widget.getByLabel(/Назва організації/).fill('ГО «Приклад»')
  await widget.getByLabel(/Пропозиція для району/).fill('Більше дерев біля школи')
  await widget.getByLabel(/Погоджуюся/).check()
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await widget.getByRole('dialog').innerText())?.[0]
  expect(await registrations('journeys-register')).toEqual([
    expect.objectContaining({
      name: 'Олена Приклад',
      email: 'olena@example.com',
      phone: '+380001234567',
      status: 'confirmed',
      code,
      organisation: { name: 'ГО «Приклад»', edrpou: null, role: null },
      proposal: { topic: null, text: 'Більше дерев біля школи' },
    }),
  ])
  expect(events).toEqual([{ forum: 'journeys-register', status: 'confirmed' }])
  await isAccessible(page)

  await page.reload()
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'О. Приклад', email: 'OLENA@example.com' })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible()
  expect(await registrations('journeys-register')).toHaveLength(1)
})

test('the second person for one place waits', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-single"'))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'Перша Особа', email: 'first@example.com' })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible()
  // The browser may still hold the schedule of a moment ago; the form is always asked for anew.
  await page.reload()
  await widget.getByRole('button', { name: /Зареєструватися|Стати в список очікування/ }).click()
  await expect(submit(widget)).toHaveText('Стати в список очікування')
  await fill(widget, { name: 'Друга Особа', email: 'second@example.com' })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Ви у списку очікування' })).toBeFocused()
  expect((await registrations('journeys-single')).map(({ name, status }) => [name, status])).toEqual([
    ['Перша Особа', 'confirmed'],
    ['Друга Особа', 'waitlisted'],
  ])
})

test('an answer that is lost is asked for again by itself, under the same key: one row', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-offline"'))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'Олена Приклад', email: 'lost@example.com' })
  const keys: (string | undefined)[] = []
  // The worker gets it and stores it; the answer never arrives.
  await page.route('**/registrations', async route => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible({ timeout: 15_000 })
  expect(new Set(keys).size).toBe(1)
  expect(keys).toHaveLength(2)
  expect((await registrations('journeys-offline')).filter(({ email }) => email === 'lost@example.com')).toHaveLength(1)
})

test('a connection that stays away costs nothing: what was typed stays, and one press sends it when it is back', async ({
  page,
}) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-offline"'))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'Олена Приклад', email: 'offline@example.com' })
  let sent = 0
  await page.route('**/registrations', route => {
    sent += 1
    return route.abort('internetdisconnected')
  })
  await submit(widget).click()
  await expect(widget.getByText(/Немає зв’язку/)).toBeVisible({ timeout: 15_000 })
  expect(sent).toBe(4)
  await expect(widget.getByLabel('Електронна пошта')).toHaveValue('offline@example.com')
  await isAccessible(page)
  await page.unroute('**/registrations')
  await widget.getByRole('button', { name: 'Спробувати ще раз' }).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible()
  expect((await registrations('journeys-offline')).filter(({ email }) => email === 'offline@example.com')).toHaveLength(
    1,
  )
})

test('an overloaded worker is waited for: after two answers of 503 the third attempt succeeds under the same key', async ({
  page,
}) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-offline"'))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'Олена Приклад', email: 'overload@example.com' })
  const keys = new Set<string | undefined>()
  let sent = 0
  await page.route('**/registrations', route => {
    keys.add(route.request().headers()['idempotency-key'])
    sent += 1
    if (sent > 2) return route.continue()
    return route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Retry-After',
        'Retry-After': '1',
      },
      body: JSON.stringify({ code: 'overloaded', status: 503 }),
    })
  })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible({ timeout: 20_000 })
  expect([sent, keys.size]).toEqual([3, 1])
})

test('mistakes are named beside their fields, by the browser first and by the worker last', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-errors"'))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await submit(widget).click()
  await expect(widget.getByRole('alert').or(widget.locator('[tabindex="-1"]:focus'))).toContainText('виправити')
  await isAccessible(page)
  await fill(widget, { name: '\u2800', email: 'olena@example.com' })
  await submit(widget).click()
  await expect(widget.getByLabel('Ім’я та прізвище')).toHaveAttribute('aria-invalid', 'true')
  await expect(widget.getByText('Має бути хоча б одна літера').last()).toBeVisible()
  await expect(widget.getByLabel('Електронна пошта')).toHaveValue('olena@example.com')
  await widget.getByLabel('Ім’я та прізвище').fill('Ю')
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible()
  expect(await registrations('journeys-errors')).toHaveLength(1)
})

test('all of it in English', async ({ page }) => {
  const widget = await openHost(page, tagOf('data-forum="journeys-english"'), 'en')
  await widget.getByRole('button', { name: /Register/ }).click()
  await fill(widget, { name: 'Olena Pryklad', email: 'english@example.com' })
  await submit(widget).click()
  await expect(widget.getByRole('dialog')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  expect(await widget.getByRole('dialog').innerText()).not.toMatch(/[а-яґєії]/i)
  expect(await registrations('journeys-english')).toEqual([expect.objectContaining({ name: 'Olena Pryklad' })])
})
