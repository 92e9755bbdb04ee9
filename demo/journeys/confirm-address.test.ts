import { expect, type Page, test } from '@playwright/test'
import { knock } from '../../worker/scripts/local-cron.ts'
import {
  beAnybody,
  demo,
  endHolds,
  fill,
  isAccessible,
  openHost,
  organise,
  type Person,
  registrations,
  submit,
  tagOf,
  worker,
} from './steps.ts'

const slug = 'journeys-confirmed-first'

/** A forum with one place, made and switched by the API alone. */
const open = async () => {
  const drafted = await organise('POST', '/forums', {
    body: {
      slug,
      series: 'journeys',
      district: 'podilskyi',
      title: { uk: 'Форум із підтвердженням', en: 'A forum with confirmation' },
      date: '2019-06-21',
      startTime: '10:00',
      capacity: 1,
      waitlistCapacity: 5,
    },
  })
  expect(drafted.status).toBe(201)
  const switched = await organise('PATCH', `/forums/${slug}`, {
    body: { confirmAddress: true },
    etag: drafted.headers.get('ETag') ?? '',
  })
  expect(await switched.json()).toMatchObject({ forum: { confirmAddress: true } })
  const announced = await organise('POST', `/forums/${slug}/moves`, {
    body: { move: 'announce' },
    etag: switched.headers.get('ETag') ?? '',
  })
  expect(announced.status).toBe(200)
}

const register = async (page: Page, person: Person): Promise<void> => {
  await beAnybody(page)
  const widget = await openHost(page, tagOf(`data-forum="${slug}"`))
  await widget.getByRole('button', { name: /Зареєструватися|Стати в список очікування/ }).click()
  await fill(widget, person)
  await page.waitForTimeout(3_100)
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Залишився один крок' })).toBeFocused()
  await expect(widget.getByText(/тримаємо до \d\d:\d\d: підтвердьте адресу/)).toBeVisible()
}

const letter = (page: Page, subject: string, address: string) =>
  page.getByRole('listitem').filter({ hasText: subject }).filter({ hasText: address })

/** Follows the link of the newest letter of a kind to an address. */
const openLetter = async (page: Page, subject: string, address: string): Promise<void> => {
  await expect(async () => {
    await page.goto(`${demo()}/mailbox`)
    await expect(letter(page, subject, address)).not.toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  await letter(page, subject, address).first().getByRole('link').click()
}

const standing = async () => (await registrations(slug)).map(({ name, status }) => `${name} ${status}`)

test('a place is held until the address is confirmed; what nobody confirms goes to who waits', async ({ page }) => {
  test.setTimeout(120_000)
  await open()
  const own = page.locator('kyiv-forums-registration')
  const press = () => own.getByRole('button', { name: 'Підтвердити' }).click()

  await test.step('two people register, and the one who waits confirms', async () => {
    await register(page, { name: 'Особа Забудькувата', email: 'forgets@example.com' })
    await register(page, { name: 'Особа Уважна', email: 'confirms@example.com' })
    await openLetter(page, 'Підтвердьте адресу', 'confirms@example.com')
    await expect(own.getByRole('heading', { name: 'Підтвердьте адресу' })).toBeVisible()
    await isAccessible(page, 'kyiv-forums-registration')
    await press()
    await expect(own.getByRole('heading', { name: /списку очікування/ })).toBeFocused()
    await openLetter(page, 'Ви у списку очікування', 'confirms@example.com')
  })

  await test.step('opening the letter alone confirms nothing', async () => {
    await openLetter(page, 'Підтвердьте адресу', 'forgets@example.com')
    await expect(own.getByRole('heading', { name: 'Підтвердьте адресу' })).toBeVisible()
    expect(await standing()).toEqual(['Особа Забудькувата confirmed', 'Особа Уважна waitlisted'])
  })

  await test.step('after the hour the place is the other’s', async () => {
    endHolds(slug)
    expect(await knock(worker())).toBe(true)
    expect(await standing()).toEqual(['Особа Забудькувата cancelled', 'Особа Уважна confirmed'])
    await press()
    await expect(own.getByRole('heading', { name: 'Час на підтвердження минув' })).toBeFocused()
    await isAccessible(page, 'kyiv-forums-registration')
    await openLetter(page, 'Місце звільнилося', 'confirms@example.com')
    await expect(own.getByRole('heading', { name: 'Місце за вами' })).toBeVisible()
    expect(await letter(page, 'Реєстрацію скасовано', 'forgets@example.com').count()).toBe(0)
  })
})
