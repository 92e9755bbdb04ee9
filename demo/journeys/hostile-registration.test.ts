import { expect } from '@playwright/test'
import { hostilePages } from '../hostile/pages.ts'
import { addressOf, opener, test, widgetOf } from './hostile-steps.ts'
import { fill, registrations, submit } from './steps.ts'

/** From the page to the receipt, where something between the two is likely to break. */
const pages = {
  prototype: 'http',
  zone: 'http',
  'csp-documented': 'as-https',
  'types-documented': 'as-https',
  'in-form': 'http',
  sandbox: 'http',
  translated: 'http',
} as const

for (const [name, site] of Object.entries(pages))
  test(`${name}, ${site}: a person registers, and stands in the organiser’s list`, async ({ page }) => {
    const described = hostilePages.find(hostPage => hostPage.name === name)
    await page.goto(addressOf(name, site))
    expect(await page.evaluate('isSecureContext')).toBe(site === 'as-https')
    const widget = widgetOf(page, described?.framed)
    await opener(widget).click()
    const email = `hostile-${name}@example.com`
    await fill(widget, { name: 'Олена Приклад', email })
    await widget.getByLabel(/Пропозиція для району/).fill('Більше дерев біля школи')
    await submit(widget).click()
    const receipt = widget.getByRole('dialog', { name: 'Вас зареєстровано' })
    await expect(receipt).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/, { timeout: 15_000 })
    const proposal = { topic: null, text: 'Більше дерев біля школи' }
    expect(await registrations('2019-sviatoshynskyi')).toContainEqual(expect.objectContaining({ email, proposal }))
  })
