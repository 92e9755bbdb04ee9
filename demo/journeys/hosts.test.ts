import { expect, test } from '@playwright/test'
import { demo, isAccessible, worker } from './steps.ts'

/** The host sites as they are: each shows its forums, in its own language and width. */
test.describe('the city’s news', () => {
  test('shows the real schedule of 2019 in order', async ({ page }) => {
    await page.goto(demo())
    const widget = page.locator('kyiv-forums')
    await expect(widget.getByRole('heading', { name: 'Київ – столиця діалогу' })).toBeVisible()
    const districts = ['Святошинський', 'Дніпровський', 'Голосіївський', 'Солом’янський']
    await expect(widget.getByRole('heading', { level: 3 }).filter({ hasText: 'район' })).toContainText(districts)
    await expect(widget.getByRole('button', { name: /Зареєструватися/ })).toHaveCount(4)
    for (const district of ['Деснянський', 'Оболонський', 'Печерський', 'Подільський', 'Шевченківський'])
      await expect(widget.getByText(`${district} район`).first()).toBeVisible()
    await expect(widget.getByRole('heading', { name: 'Дату буде оголошено' })).toHaveCount(1)
    await expect(widget.getByText('Відбувся 1 із 10 районних форумів')).toBeVisible()
    await widget.getByText('Уже відбулися (1)').click()
    await expect(widget.getByText('Понад 70 учасників')).toBeVisible()
    await expect(widget.getByRole('link', { name: /КМДА/ })).toHaveAttribute('href', /^https:\/\/kyivcity\.gov\.ua/)
    await isAccessible(page)
  })

  test('tells Kyiv’s time in a browser that is far away', async ({ page }) => {
    await page.goto(demo())
    await expect(page.locator('kyiv-forums').getByText('Реєстрація до 5 червня, 18:00')).toBeVisible()
  })

  test('asks only the page’s own origin and the worker’s, sets no cookie and adds no global but the element', async ({
    page,
    context,
  }) => {
    const asked = new Set<string>()
    page.on('request', request => asked.add(new URL(request.url()).origin))
    const said: string[] = []
    page.on('console', message => said.push(message.text()))
    page.on('pageerror', error => said.push(error.message))
    await page.route('**/v1/widget.js', route => route.abort())
    await page.goto(demo())
    const before = await page.evaluate(() => Object.getOwnPropertyNames(globalThis))
    said.length = 0
    await page.unroute('**/v1/widget.js')
    await page.goto(demo())
    const widget = page.locator('kyiv-forums')
    await widget
      .getByRole('button', { name: /Зареєструватися/ })
      .first()
      .click()
    await expect(widget.getByRole('dialog')).toBeVisible()
    expect(
      await page.evaluate(
        names => Object.getOwnPropertyNames(globalThis).filter(name => !names.includes(name)),
        before,
      ),
    ).toEqual([])
    expect([...asked].filter(origin => origin !== 'null').toSorted()).toEqual([demo(), worker()].toSorted())
    expect(await context.cookies()).toEqual([])
    // What everybody may see, for a time without a connection; and nothing of a person.
    await page.waitForFunction(() => localStorage.length > 0)
    const stored = await page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }))
    expect(stored.map(([name]) => name)).toEqual([expect.stringMatching(/^kyiv-forums http/)])
    expect(stored.map(([, value]) => Object.keys(JSON.parse(String(value))))).toEqual([['series', 'forums', 'at']])
    expect(said).toEqual([])
  })

  test('is shown in English where the page is English', async ({ page }) => {
    await page.goto(`${demo()}/en`)
    const widget = page.locator('kyiv-forums')
    await expect(widget.getByRole('heading', { name: 'Kyiv, the Capital of Dialogue' })).toBeVisible()
    await expect(widget.getByRole('heading', { name: 'Sviatoshynskyi District' })).toBeVisible()
    await expect(widget.getByRole('button', { name: /Register/ })).toHaveCount(4)
    expect(await widget.locator('[part=root]').innerText()).not.toMatch(/[а-яґєії]/i)
    await isAccessible(page)
  })
})

test.describe('the district’s site', () => {
  test('shows its own forum in the text and the others in the sidebar', async ({ page }) => {
    await page.goto(`${demo()}/district`)
    const inText = page.locator('article kyiv-forums')
    await expect(inText.getByRole('heading', { name: 'Святошинський район' })).toBeVisible()
    await expect(inText.getByRole('button', { name: /Зареєструватися/ })).toHaveCount(1)
    const inSidebar = page.locator('aside kyiv-forums')
    await expect(inSidebar.getByRole('button', { name: /Зареєструватися/ })).toHaveCount(3)
    await expect(inSidebar.getByText('Розклад форумів на порталі міста')).toBeHidden()
    await isAccessible(page)
  })

  test('is wide enough in the sidebar: nothing is cut off or runs over', async ({ page }) => {
    await page.goto(`${demo()}/district`)
    const sidebar = page.locator('aside kyiv-forums')
    await expect(sidebar.getByRole('button', { name: /Зареєструватися/ }).first()).toBeVisible()
    const overflows = await sidebar.evaluate(element => element.scrollWidth > element.clientWidth + 1)
    expect(overflows).toBe(false)
  })

  test('keeps its own ways: the menu of Bootstrap still opens', async ({ page }) => {
    await page.goto(`${demo()}/district`)
    await expect(
      page.locator('article kyiv-forums').getByRole('heading', { name: 'Святошинський район' }),
    ).toBeVisible()
    await page.getByText('Громаді').click()
    await expect(page.getByRole('link', { name: 'Громадська рада' })).toBeVisible()
  })
})

test('the barest page, one tag and nothing else, shows the widget', async ({ page }) => {
  await page.goto(`${demo()}/bare`)
  await expect(page.locator('body > kyiv-forums').getByRole('button', { name: /Зареєструватися/ })).toHaveCount(4)
})

test('the worker’s own pages ask nobody else and break none of their own rules', async ({ page }) => {
  const asked = new Set<string>()
  page.on('request', request => asked.add(new URL(request.url()).origin))
  const broken: string[] = []
  page.on('console', message => message.type() === 'error' && broken.push(message.text()))
  await page.goto(`${worker()}/docs`)
  await expect(page.getByText('/api/v1/forums/{forum}/registrations', { exact: true }).first()).toBeVisible()
  await page.goto(`${worker()}/docs/problems`)
  await expect(page.getByRole('rowheader', { name: 'forum-full' })).toBeVisible()
  await page.goto(worker())
  await expect(page.locator('kyiv-forums').getByRole('button', { name: /Зареєструватися/ })).toHaveCount(4)
  expect([...asked].filter(origin => origin !== 'null')).toEqual([worker()])
  expect(broken).toEqual([])
})
