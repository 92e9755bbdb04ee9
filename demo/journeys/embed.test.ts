import { expect, type Page, test } from '@playwright/test'
import jsQR from 'jsqr'
import { isAccessible, openHost, worker } from './steps.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

/** Waits for heights that were measured in the preview, not estimated. */
const isMeasured = (page: Page) => expect(page.getByText(/^Виміряна висота/)).toBeVisible()

const chooseDistrict = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('radio', { name: 'Обраних районів' }).check()
  await page.getByRole('checkbox', { name }).check()
}

test('an editor chooses a district and a variant, copies the tag, and the site shows that district', async ({
  page,
}) => {
  await page.goto(`${worker()}/embed`)
  await chooseDistrict(page, 'Святошинський район')
  await page.getByRole('radio', { name: 'Стислий список' }).check()
  const tag = page.getByLabel('Тег із зарезервованим місцем', { exact: true })
  await expect(tag).toHaveValue(/ district="sviatoshynskyi" variant="list"/)
  await isMeasured(page)
  await page.getByRole('button', { name: 'Копіювати: Тег із зарезервованим місцем' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Скопійовано: Тег' })).toBeAttached()
  const snippet = await copied(page)
  expect(snippet).toBe(await tag.inputValue())

  const widget = await openHost(page, snippet)
  await expect(widget.getByText('Святошинський район').filter({ visible: true }).first()).toBeVisible()
  await expect(widget.getByText('Дніпровський район')).toHaveCount(0)
})

test('the page keeps the choice in its address, for a colleague and for the other language', async ({ page }) => {
  await page.goto(`${worker()}/embed`)
  await chooseDistrict(page, 'Подільський район')
  await expect(page).toHaveURL(/district=podilskyi/)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('checkbox', { name: 'Podilskyi District' })).toBeChecked()
  await expect(page.getByLabel('Tag with a reserved place', { exact: true })).toHaveValue(/district="podilskyi"/)
})

test('with the copied tag nothing on the site shifts', async ({ page }) => {
  await page.goto(`${worker()}/embed`)
  await chooseDistrict(page, 'Святошинський район')
  await expect(page.getByLabel('Тег із зарезервованим місцем', { exact: true })).toHaveValue(/sviatoshynskyi/)
  await isMeasured(page)
  const snippet = await page.getByLabel('Тег із зарезервованим місцем', { exact: true }).inputValue()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.addInitScript(() => {
      const seen = { shift: 0 }
      Object.assign(globalThis, { seen })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const widget = await openHost(page, `<style>body{font:16px/1.5 system-ui}</style>${snippet}<p>Далі за текстом.</p>`)
    await expect(widget.getByRole('heading', { name: 'Святошинський район' })).toBeVisible()
    await page.evaluate(() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))))
    expect(await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift)).toBe(0)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form is sent by its button and comes back with the code', async ({ page }) => {
    await page.goto(`${worker()}/embed`)
    await chooseDistrict(page, 'Подільський район')
    await page.getByRole('button', { name: 'Оновити' }).click()
    await expect(page.getByLabel('Тег із зарезервованим місцем', { exact: true })).toHaveValue(/district="podilskyi"/)
    await expect(page.getByLabel('Посилання', { exact: true })).toHaveValue(`${worker()}/schedule?district=podilskyi`)
    await expect(page.getByRole('button', { name: /Копіювати/ })).toHaveCount(0)
  })

  test('the frame shows a link to the schedule', async ({ page }) => {
    await page.goto(`${worker()}/embed/frame?district=podilskyi`)
    await expect(page.getByRole('link', { name: /Розклад форумів/ })).toHaveAttribute(
      'href',
      '/schedule?district=podilskyi',
    )
  })
})

test.describe('the iframe', () => {
  const snippets = async (page: Page): Promise<string> => {
    await page.goto(`${worker()}/embed?district=sviatoshynskyi`)
    const value = (name: string) => page.getByLabel(name, { exact: true }).inputValue()
    return (await value('Рамка (iframe)')) + (await value('Скрипт для рамки'))
  }

  test('grows and shrinks with its content', async ({ page }) => {
    await openHost(page, await snippets(page))
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('heading', { name: 'Святошинський район' })).toBeVisible()
    const isAsHighAsItsContent = async () => {
      const content = await frame.locator('body').evaluate(body => Math.ceil(body.getBoundingClientRect().height))
      const { height = 0 } = (await page.locator('iframe').boundingBox()) ?? {}
      return Math.abs(height - content)
    }
    await expect.poll(isAsHighAsItsContent).toBeLessThanOrEqual(1)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(isAsHighAsItsContent).toBeLessThanOrEqual(1)
  })

  test('believes nobody else’s heights, and no absurd ones', async ({ page }) => {
    const stranger = `<iframe id="stranger" srcdoc="<script>parent.postMessage({ type: 'kyiv-forums-height', height: 77 }, '*')</script>" style="height:111px"></iframe>`
    await openHost(page, (await snippets(page)) + stranger)
    const ours = page.frame({ url: /\/embed\/frame/ })
    await expect(page.frameLocator('iframe[src]').getByRole('heading', { name: 'Святошинський район' })).toBeVisible()
    await ours?.evaluate(() => {
      for (const height of [-5, 0, 1e9, Number.NaN, '300', null])
        parent.postMessage({ type: 'kyiv-forums-height', height }, '*')
      parent.postMessage({ type: 'other', height: 55 }, '*')
      parent.postMessage({ type: 'kyiv-forums-height', height: 432 }, '*')
    })
    await expect(page.locator('iframe[src]')).toHaveCSS('height', '432px')
    await expect(page.locator('#stranger')).toHaveCSS('height', '111px')
  })
})

test('a poster fits its sheet, and its code leads to the forum', async ({ page }) => {
  await page.goto(`${worker()}/embed/poster?forum=2019-sviatoshynskyi`)
  await page.emulateMedia({ media: 'print' })
  const spilt = await page.locator('main').evaluate(sheet => sheet.scrollHeight - sheet.clientHeight)
  expect(spilt).toBe(0)
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(1)
  const side = 500
  const dark = await page.getByRole('img').evaluate((image: HTMLImageElement, pixels) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = pixels
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(image, 0, 0, pixels, pixels)
    const { data = [] } = drawing?.getImageData(0, 0, pixels, pixels) ?? {}
    return Array.from({ length: pixels * pixels }, (_, place) => ((data[place * 4] ?? 255) < 128 ? '1' : '0')).join('')
  }, side)
  const picture = Uint8ClampedArray.from({ length: side * side * 4 }, (_, place) =>
    place % 4 < 3 && dark[place >> 2] === '1' ? 0 : 255,
  )
  expect(jsQR(picture, side, side)?.data).toBe(`${worker()}/forums/2019-sviatoshynskyi`)
})

for (const path of ['/embed', '/embed?lang=en', '/embed/poster?forum=2019-sviatoshynskyi', '/accessibility'])
  test(`${path} is accessible, asks nobody else and breaks none of its own rules`, async ({ page }) => {
    const said: string[] = []
    page.on('console', message => said.push(message.text()))
    const asked = new Set<string>()
    page.on('request', request => asked.add(new URL(request.url()).origin))
    await page.goto(worker() + path)
    await isAccessible(page, 'body')
    expect([...asked].filter(origin => origin !== 'null')).toEqual([worker()])
    expect(said).toEqual([])
  })
