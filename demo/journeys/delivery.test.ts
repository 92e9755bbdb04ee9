import { expect, test } from '@playwright/test'
import { addressOf } from './hostile-steps.ts'
import { openHost, tagOf, worker } from './steps.ts'

type Release = { name: string; files: { file: string; integrity: string }[] }

const releases = async (): Promise<Release[]> => (await fetch(`${worker()}/r/releases.json`)).json()

const pinnedTag = ({ name, files }: Release, integrity = files.find(({ file }) => file === 'widget.js')?.integrity) =>
  `<kyiv-forums district="sviatoshynskyi"><a href="${worker()}/schedule">Розклад форумів</a></kyiv-forums>
   <script async src="${worker()}/r/${name}/widget.js" integrity="${integrity}" crossorigin="anonymous"></script>`

test('a release that a page has pinned shows the schedule, and its form opens', async ({ page }) => {
  const [release] = await releases()
  if (!release) throw new Error('There is no release')
  const widget = await openHost(page, pinnedTag(release))
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await expect(widget.getByLabel('Ім’я та прізвище')).toBeVisible()
  for (const { file } of release.files) {
    const { headers } = await fetch(`${worker()}/r/${release.name}/${file}`)
    expect(headers.get('cache-control')).toContain('immutable')
  }
})

test('one whose bytes are not the published ones is not run, and the page keeps its link', async ({ page }) => {
  const [release] = await releases()
  if (!release) throw new Error('There is no release')
  const widget = await openHost(page, pinnedTag(release, `sha384-${'A'.repeat(64)}`))
  await expect(widget.getByRole('link', { name: 'Розклад форумів' })).toBeVisible()
  expect(await widget.evaluate(element => element.shadowRoot)).toBeNull()
})

test.describe('the panel for editors', () => {
  const panel = '[data-kyiv-forums-check]'

  test('says what is in order, and goes with Escape', async ({ page }) => {
    await openHost(page, tagOf('data-district="sviatoshynskyi"'))
    await page.evaluate(() => {
      location.hash = 'kyiv-forums-check'
    })
    const shown = page.locator(panel).getByRole('dialog')
    await expect(shown).toContainText('район «sviatoshynskyi», указаний у тегу')
    await expect(shown).toContainText('«Київ – столиця діалогу»')
    await expect(shown).toContainText('просто на цій сторінці')
    await expect(shown.locator('.bad')).toHaveCount(0)
    await expect(shown.getByRole('textbox')).toHaveValue(
      new RegExp(`script-src ${worker()}\nconnect-src ${worker()}\ntrusted-types kyiv-forums`),
    )
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
  })

  test('names the rule of the page that stands in the way', async ({ page }) => {
    await page.goto(`${addressOf('csp-no-connect', 'as-https')}#kyiv-forums-check`)
    await expect(page.locator(panel).locator('.bad').first()).toContainText('connect-src')
  })
})
