import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { freePort } from '../../worker/scripts/free-port.ts'
import { knock } from '../../worker/scripts/local-cron.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../../worker/scripts/local-state.ts'
import { localNow, startLocalWorker } from '../../worker/scripts/local-worker.ts'
import { startDemo } from '../server.ts'

/** A world of its own: the real forum that gets a date here has none in the other journeys. */
const startWorld = async () => {
  const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-waiting-'))
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  const worker = await startLocalWorker({ port: await freePort(), state, now: localNow() })
  const demo = await startDemo(await freePort(), worker.origin)
  return {
    worker: worker.origin,
    demo: demo.origin,
    organiserToken: secrets(state).organiserToken,
    stop: async () => {
      await Promise.all([worker.stop(), demo.stop()])
      rmSync(state, { recursive: true, force: true })
    },
  }
}

let product: Awaited<ReturnType<typeof startWorld>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  product = await startWorld()
})

test.afterAll(() => product.stop())

const slug = '2019-obolonskyi'
const address = 'waits@example.com'

const organise = (method: string, path: string, body?: unknown, etag?: string) =>
  fetch(`${product.worker}/api/v1/admin/forums/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${product.organiserToken}`,
      'Content-Type': 'application/json',
      ...(etag !== undefined && { 'If-Match': etag }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const etagOf = async (answer: Promise<Response>): Promise<string> => {
  const { status, headers } = await answer
  expect(status).toBe(200)
  return headers.get('ETag') ?? ''
}

/** Where the newest letter of a kind leads. */
const openLetter = async (page: Page, subject: string): Promise<void> => {
  const letter = page.getByRole('listitem').filter({ hasText: subject }).filter({ hasText: address })
  await expect(async () => {
    await page.goto(`${product.demo}/mailbox`)
    await expect(letter).not.toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  await page.goto((await letter.first().getByRole('link').first().getAttribute('href')) ?? '')
}

test('somebody leaves an address, hears of the date, registers, and the calendar says the day', async ({ page }) => {
  test.setTimeout(120_000)

  await test.step('on the page of the district', async () => {
    await page.goto(product.demo)
    const widget = page.locator('kyiv-forums')
    await widget.getByRole('button', { name: /Повідомити про дату.*Оболонський/ }).click()
    const dialog = widget.getByRole('dialog')
    await expect(dialog.getByText('Зберігаємо лише цю адресу')).toBeVisible()
    await dialog.getByLabel('Електронна пошта').fill('waits@')
    await dialog.getByRole('button', { name: 'Повідомити про дату' }).click()
    await expect(dialog.getByText('Перевірте адресу').first()).toBeVisible()
    await dialog.getByLabel('Електронна пошта').fill(address)
    await dialog.getByRole('button', { name: 'Повідомити про дату' }).click()
    await expect(widget.getByRole('heading', { name: 'Майже готово' })).toBeFocused()
  })

  await test.step('confirms it by the button behind the letter', async () => {
    await openLetter(page, 'Підтвердьте адресу')
    await page.getByRole('button', { name: 'Так, напишіть мені' }).click()
    await expect(page.getByRole('heading', { name: 'Адресу підтверджено' })).toBeVisible()
  })

  await test.step('the organiser, who sees that somebody waits, sets a date', async () => {
    const seen = await organise('GET', slug)
    expect(await seen.json()).toMatchObject({ counts: { subscribed: 1 } })
    const changed = organise('PATCH', slug, { capacity: 30 }, seen.headers.get('ETag') ?? '')
    const move = { move: 'schedule', date: '2019-06-25', startTime: '11:00', endTime: '17:00' }
    await etagOf(organise('POST', `${slug}/moves`, move, await etagOf(changed)))
    expect(await knock(product.worker)).toBe(true)
  })

  await test.step('the letter leads to the form', async () => {
    await openLetter(page, 'Реєстрацію відкрито')
    const widget = page.locator('kyiv-forums')
    // The widget's own, which takes the place of the page's form.
    await widget.locator('button[data-forum]').click()
    const form = widget.getByRole('dialog')
    await form.getByLabel(/Ім’я та прізвище/).fill('Особа Терпляча')
    await form.getByLabel('Електронна пошта').fill(address)
    await form.getByLabel('Не представляю організацію').check()
    await form.getByLabel(/Погоджуюся/).check()
    await page.waitForTimeout(3_100)
    await form.getByRole('button', { name: 'Зареєструватися' }).click()
    await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused()
    const file = await form.getByRole('link', { name: /\.ics/ }).getAttribute('href')
    expect(await (await fetch(file ?? '')).text()).toMatch(/DTSTART;TZID=Europe\/Kyiv:20190625T110000/)
  })

  await test.step('and so does the letter’s own calendar entry', async () => {
    const letters = (await (await fetch(`${product.demo}/mailbox.json`)).json()) as {
      subject: string
      attachments: { filename: string; content: string }[]
    }[]
    const confirmed = letters.find(({ subject }) => subject.startsWith('Вас зареєстровано'))
    const entry = confirmed?.attachments.find(({ filename }) => filename.endsWith('.ics'))
    expect(Buffer.from(entry?.content ?? '', 'base64').toString()).toContain('20190625T110000')
  })
})
