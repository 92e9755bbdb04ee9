import { expect, type Locator, type Page, test } from '@playwright/test'
import { stateNamed } from '../states/states.ts'
import { beAnybody, fill, openHost, registrations, submit, tagOf } from './steps.ts'

const openForm = async (page: Page, forum = 'states-open'): Promise<Locator> => {
  await beAnybody(page)
  const widget = await openHost(page, tagOf(`data-forum="${forum}"`))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await widget.locator('#consent:enabled').waitFor()
  return widget
}

/** What a finger has to hit, with its size: of a tick its label, which belongs to it. Links inside a sentence are as high as it. */
const targets = (page: Page) =>
  page.locator('kyiv-forums :is(button, summary, input, textarea, a):visible').evaluateAll(elements =>
    elements
      .filter(element => element.closest('.vh') === null)
      .map(element => {
        const target = element.matches('[type=checkbox]') ? (element.closest('label') ?? element) : element
        const { width, height } = target.getBoundingClientRect()
        const least = element.matches('button:not(ul button)') ? 44 : 24
        const inSentence = element.localName === 'a' && getComputedStyle(element).display === 'inline'
        return { name: element.textContent?.trim() || element.id, width, height, least, inSentence }
      }),
  )

for (const name of ['schedule-in-every-state', 'form-with-complaints', 'form-refused', 'failed-connection'])
  test(`fingers hit everything on a narrow phone: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await stateNamed(name).open(page)
    const all = await targets(page)
    expect(all).not.toEqual([])
    expect(
      all.filter(({ width, height, least, inSentence }) => !inSentence && Math.min(width, height) < least),
    ).toEqual([])
  })

test('the browser knows what each field wants, and can fill it in', async ({ page }) => {
  const widget = await openForm(page)
  for (const [label, type, autocomplete] of [
    ['Ім’я та прізвище', 'text', 'name'],
    ['Електронна пошта', 'email', 'email'],
    ['Телефон', 'tel', 'tel'],
    ['Назва організації', 'text', 'organization'],
    ['Ваша роль в організації', 'text', 'organization-title'],
  ] as const) {
    const field = widget.getByLabel(label)
    await expect(field).toHaveAttribute('type', type)
    await expect(field).toHaveAttribute('autocomplete', autocomplete)
  }
})

/** What a person reads on a control, or on its label. What only the ear gets is a pixel wide. */
const written = (control: Locator): Promise<string> =>
  control.evaluate(element => {
    const labelled = element as HTMLInputElement
    const root = labelled.labels?.[0] ?? element
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let read = ''
    while (texts.nextNode()) {
      const { parentElement } = texts.currentNode
      if (parentElement && parentElement.getBoundingClientRect().width > 1) read += texts.currentNode.textContent
    }
    return read.trim().replace(/\s+/g, ' ')
  })

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

for (const name of ['schedule-in-every-state', 'form-with-complaints', 'form-refused', 'receipt-confirmed'])
  test(`who speaks to the machine says what is written: ${name}`, async ({ page }) => {
    await stateNamed(name).open(page)
    const controls = await page
      .locator('kyiv-forums')
      .locator('button, a, summary, input:not([tabindex="-1"]), textarea')
      .filter({ visible: true })
      .all()
    expect(controls.length).toBeGreaterThan(3)
    for (const control of controls)
      await expect(control).toHaveAccessibleName(new RegExp(`^${literally(await written(control))}`))
  })

test('nobody is hurried: a form that was left open for three hours is sent, and nobody notices that it had expired', async ({
  page,
}) => {
  await page.clock.install()
  const widget = await openForm(page)
  await fill(widget, { name: 'Олена Приклад', email: 'patient@example.com' })
  await page.clock.fastForward('03:00:00')
  const stamps: string[] = []
  // The worker's own clock cannot be moved: the first time its answer is the one that it would give then.
  await page.route('**/registrations', route => {
    const { stamp } = route.request().postDataJSON() as { stamp: string }
    stamps.push(stamp)
    if (stamps.length > 1) return route.fallback()
    return route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: JSON.stringify({ code: 'form-expired', status: 422 }),
    })
  })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused({ timeout: 20_000 })
  expect(new Set(stamps).size).toBe(2)
  expect((await registrations('states-open')).map(({ email }) => email)).toContain('patient@example.com')
})

test('nothing is asked twice: what was typed is there after a complaint, after closing, and at the next forum', async ({
  page,
}) => {
  await beAnybody(page)
  const widget = await openHost(page, tagOf('data-series="states"'))
  const open = (district: string) =>
    widget
      .getByRole('button', { name: new RegExp(`Зареєструватися.*${district}`) })
      .first()
      .click()
  const typed = async () => {
    await expect(widget.getByLabel('Ім’я та прізвище')).toHaveValue('Олена Приклад')
    await expect(widget.getByLabel('Електронна пошта')).toHaveValue('twice@example.com')
    await expect(widget.getByLabel('Назва організації')).toHaveValue('ГО «Приклад»')
  }
  await open('Дніпровський')
  await widget.getByLabel('Ім’я та прізвище').fill('Олена Приклад')
  await widget.getByLabel('Електронна пошта').fill('twice@example.com')
  await widget.getByLabel('Назва організації').fill('ГО «Приклад»')
  await widget.locator('#consent:enabled').waitFor()
  await submit(widget).click()
  await expect(widget.getByRole('group', { name: /треба виправити/ })).toBeFocused()
  await typed()
  await page.keyboard.press('Escape')
  await open('Подільський')
  await typed()
  await widget.getByLabel(/Погоджуюся/).check()
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeFocused()
  await page.keyboard.press('Escape')
  await open('Дніпровський')
  await typed()
})
