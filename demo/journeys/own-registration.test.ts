import { expect, type Page, test } from '@playwright/test'
import { demo, fill, isAccessible, openHost, type Person, registrations, submit, tagOf, worker } from './steps.ts'

const forum = 'journeys-own'

const register = async (page: Page, person: Person): Promise<void> => {
  const widget = await openHost(page, tagOf(`data-forum="${forum}"`))
  await widget.getByRole('button', { name: /Зареєструватися|Стати в список очікування/ }).click()
  await fill(widget, person)
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: /Вас зареєстровано|Ви у списку очікування/ })).toBeFocused()
}

/** By the newest letter of a kind to an address, on the mailbox page. */
const openLetter = async (page: Page, subject: string, address: string): Promise<void> => {
  await page.goto(`${demo()}/mailbox`)
  const letter = page.getByRole('listitem').filter({ hasText: subject }).filter({ hasText: address }).first()
  await letter.getByRole('link').click()
}

const standing = async () => (await registrations(forum)).map(({ name, status }) => `${name} ${status}`)

test('one’s own registration: seen by the letter’s link, changed, cancelled; the next in line has the place; the first waits', async ({
  page,
}) => {
  await register(page, { name: 'Перша Особа', email: 'own-first@example.com' })
  await register(page, { name: 'Друга Особа', email: 'own-second@example.com' })

  await openLetter(page, 'Вас зареєстровано', 'own-first@example.com')
  const own = page.locator('kyiv-forums-registration')
  await expect(own.getByRole('heading', { name: /Місце за вами/ })).toBeVisible()
  await expect(own.getByText('Зала громади')).toBeVisible()
  await isAccessible(page, 'kyiv-forums-registration')
  await own.getByLabel(/Телефон/).fill('067 000 00 00')
  await own.getByRole('button', { name: /^Зберегти/ }).click()
  await expect(own.getByRole('status').filter({ hasText: /збережено/i })).toBeVisible()
  expect(await registrations(forum)).toContainEqual(
    expect.objectContaining({ name: 'Перша Особа', phone: '+380670000000' }),
  )

  await own.getByRole('button', { name: 'Скасувати реєстрацію' }).click()
  await isAccessible(page, 'kyiv-forums-registration')
  expect(await standing()).toEqual(['Перша Особа confirmed', 'Друга Особа waitlisted'])
  await own
    .getByRole('dialog')
    .getByRole('button', { name: /Скасувати реєстрацію|Так/ })
    .click()
  await expect(own.getByRole('heading', { name: /скасовано/i })).toBeVisible()
  expect(await standing()).toEqual(['Перша Особа cancelled', 'Друга Особа confirmed'])

  await openLetter(page, 'Місце звільнилося', 'own-second@example.com')
  await expect(own.getByRole('heading', { name: /Місце за вами/ })).toBeVisible()

  await register(page, { name: 'Перша Особа', email: 'own-first@example.com' })
  expect(await standing()).toEqual(['Перша Особа cancelled', 'Друга Особа confirmed', 'Перша Особа waitlisted'])
  await openLetter(page, 'Ви у списку очікування', 'own-first@example.com')
  await expect(own.getByText(code(await registrations(forum)))).toBeVisible()
})

const code = (rows: { code: string }[]): string => rows.at(-1)?.code ?? ''

test('a link that leads nowhere is explained, and can be sent again without telling who is registered', async ({
  page,
}) => {
  await page.goto(`${worker()}/registration#${'a'.repeat(43)}`)
  const own = page.locator('kyiv-forums-registration')
  await own.getByLabel('Електронна пошта').fill('nobody@example.com')
  await own.getByRole('button', { name: /Надіслати/ }).click()
  await expect(own.getByRole('status').filter({ hasText: /надіслали|зареєстрован/i })).toBeVisible()
  await isAccessible(page, 'kyiv-forums-registration')
})
