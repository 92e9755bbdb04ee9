import { expect } from '@playwright/test'
import { addressOf, opener, shows, test, typeName, widgetOf } from './hostile-steps.ts'
import { fill, submit, worker } from './steps.ts'

test('moved: what was typed is there again after the page has carried the element elsewhere', async ({ page }) => {
  await page.goto(addressOf('moved'))
  const widget = widgetOf(page)
  await typeName(page, widget)
  await page.evaluate("document.querySelector('#second').append(document.querySelector('kyiv-forums'))")
  const dialog = widget.getByRole('dialog')
  if (await dialog.isHidden()) await opener(widget).click()
  await expect(widget.getByLabel('Ім’я та прізвище')).toHaveValue('Олена j/k Приклад')
  expect(await dialog.evaluate(element => element.matches(':modal'))).toBe(true)
})

test('rewritten: an element that was thrown away while it sent sends once, and its successor works', async ({
  page,
}) => {
  let sent = 0
  page.on('request', request => request.method() === 'POST' && (sent += 1))
  await page.goto(addressOf('rewritten'))
  const widget = widgetOf(page)
  await opener(widget).click()
  await fill(widget, { name: 'Олена Приклад', email: 'hostile-rewritten@example.com' })
  const posted = page.waitForRequest(request => request.method() === 'POST')
  await submit(widget).click()
  await page.evaluate("document.querySelector('#block').innerHTML += ' '")
  await posted
  await shows(widget, 'forums')
  await typeName(page, widget)
  expect(sent).toBe(1)
})

test('single-page: the widget goes and comes with its view, and does not stay anywhere', async ({ page }) => {
  await page.goto(addressOf('single-page'))
  const forums = page.getByRole('link', { name: 'Форуми', exact: true })
  for (let visits = 0; visits < 3; visits += 1) {
    await page.getByRole('link', { name: 'Новини' }).click()
    await expect(page.locator('kyiv-forums')).toHaveCount(0)
    await forums.click()
    await shows(widgetOf(page), 'forums')
  }
  await page.goBack()
  await expect(page.locator('kyiv-forums')).toHaveCount(0)
  await page.goForward()
  await typeName(page, widgetOf(page))
})

test('a page that comes out of the browser’s memory asks for the seats again, and shows the forums meanwhile', async ({
  page,
}) => {
  await page.goto(addressOf('framed'))
  await shows(widgetOf(page), 'forums')
  await page.evaluate("addEventListener('pageshow', event => (document.title = String(event.persisted)))")
  await page.goto(addressOf('csp-no-script'))
  const asked = page.waitForRequest(request => request.url().startsWith(`${worker()}/`))
  // Not `goBack`, which waits for a page that loads.
  await page.evaluate('void setTimeout(() => history.back())')
  await expect(page).toHaveTitle('true')
  await asked
  await typeName(page, widgetOf(page))
})

test('translated: whatever changes afterwards is seen, and nothing of before stays', async ({ page }) => {
  await page.goto(addressOf('translated'))
  const widget = widgetOf(page)
  const forum = widget.getByRole('heading', { name: 'Святошинський район' })
  await expect(forum.locator('font').first()).toBeAttached()
  await opener(widget).click()
  await submit(widget).click()
  await expect(widget.getByText(/треба виправити: 4/)).toBeVisible()
  await widget.getByLabel('Ім’я та прізвище').fill('Олена Приклад')
  await expect(widget.getByText(/треба виправити: 3/)).toBeVisible()
  await expect(widget.getByText(/треба виправити: 4/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await widget.evaluate(element => element.setAttribute('district', 'dniprovskyi'))
  await expect(widget.getByRole('heading', { name: 'Дніпровський район' })).toBeVisible()
  await expect(forum).toHaveCount(0)
})

test('translated: a page that changes its language has all of the widget in the new one', async ({ page }) => {
  await page.goto(addressOf('translated'))
  const widget = widgetOf(page)
  await expect(widget.locator('h3 font').first()).toBeAttached()
  await widget.evaluate(element => element.setAttribute('lang', 'en'))
  await expect(widget.getByRole('heading', { name: 'Sviatoshynskyi District' })).toBeVisible()
  expect(await widget.locator('[part=root]').innerText()).not.toMatch(/[а-яґєії]/i)
})
