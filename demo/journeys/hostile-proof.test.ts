import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import { addressOf, opener, test, widgetOf } from './hostile-steps.ts'
import { fill, submit } from './steps.ts'

const salt = 'salt?expires=1&'
const challenge = {
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update(`${salt}42`).digest('hex'),
  salt,
  signature: 'signature',
  maxNumber: 100,
}

for (const name of ['csp-documented', 'types-documented'])
  test(`${name}: a page that lets no worker run solves what it is asked all the same`, async ({ page }) => {
    await page.route('**/form', async route => {
      const response = await route.fetch()
      return route.fulfill({ response, json: { ...(await response.json()), challenge } })
    })
    await page.goto(addressOf(name))
    const widget = widgetOf(page)
    await opener(widget).click()
    await fill(widget, { name: 'Олена Приклад', email: `hostile-proof-${name}@example.com` })
    const posted = page.waitForRequest(request => request.method() === 'POST')
    await submit(widget).click()
    const { solution } = (await posted).postDataJSON() as { solution: string }
    expect(JSON.parse(atob(solution))).toMatchObject({ number: 42, salt })
  })
