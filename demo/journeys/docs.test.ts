import { expect, test } from '@playwright/test'
import { bringAxe, violations } from './axe.ts'
import { worker } from './steps.ts'

const token = process.env['ORGANISER_TOKEN'] ?? ''

test('the API is read and tried with a token, which is kept nowhere, and nobody else is asked for anything', async ({
  page,
}) => {
  // Swagger UI draws some eighty operations; a busy machine takes its time.
  test.setTimeout(120_000)
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith('data:') && new URL(request.url()).origin !== worker()) foreign.push(request.url())
  })
  page.on('console', message => complaints.push(message.text()))
  await page.goto(`${worker()}/docs`)
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  const door = page.locator('.auth-container').filter({ hasText: 'kf_' })
  await door.getByRole('textbox').fill(token)
  await door.getByRole('button', { name: 'Apply credentials' }).click()
  await page.getByRole('button', { name: 'Close' }).last().click()

  const operation = page.locator('#operations-Organisers-getMe')
  await operation.locator('.opblock-summary').click()
  await operation.getByRole('button', { name: 'Try it out' }).click()
  await operation.getByRole('button', { name: 'Execute' }).click()
  const answer = operation.locator('.live-responses-table')
  await expect(answer).toContainText('200')
  await expect(answer).toContainText('"role": "city"')

  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
  await page.reload()
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  await expect(door.getByRole('textbox')).toHaveValue('')
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
})

for (const [lang, copy, copied] of [
  ['uk', 'Копіювати', 'Скопійовано'],
  ['en', 'Copy', 'Copied'],
] as const)
  test(`the recipes are read and copied in ${lang}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: worker() })
    await page.goto(`${worker()}/docs/recipes?lang=${lang}`)
    await page.getByRole('button', { name: copy }).first().click()
    await expect(page.getByRole('button', { name: copied })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`export API='${worker()}/api/v1'\n`)
    await bringAxe(page)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await violations(page, 'body')).toEqual([])
    }
  })
