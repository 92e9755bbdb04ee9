import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import startWorld from '../../demo/journeys/world.ts'
import { languagesOf, speak, type State, turnTo } from '../../demo/states/state.ts'
import { states } from '../../demo/states/states.ts'
import { findBrowser } from './find-browser.ts'
import { root } from './wrangler.ts'

/**
 * `npm run screens`: every state in each width, theme and language, as pictures to look at; `npm run screens -- form`
 * those with `form` in their name.
 */
const folder = join(root, '.screens')
const widths = [360, 768, 1280]
const themes = ['light', 'dark'] as const
const [only = ''] = process.argv.slice(2)

/** The whole page; of a window over it, what the screen shows. */
const picture = async (page: Page, name: string): Promise<string> => {
  const file = `${name}.png`
  const hasDialog = await page.locator('dialog[open]').count()
  await page.screenshot({ path: join(folder, file), fullPage: !hasDialog, animations: 'disabled' })
  return file
}

const picturesOf = async (browser: Browser, state: State): Promise<string[]> => {
  const page = await browser.newPage({ locale: 'uk-UA', timezoneId: 'America/New_York' })
  const files: string[] = []
  try {
    await state.open(page)
    for (const language of languagesOf(state)) {
      await speak(page, state, language)
      for (const theme of themes) {
        await turnTo(page, theme)
        for (const width of widths) {
          await page.setViewportSize({ width, height: width < 600 ? 740 : 900 })
          files.push(await picture(page, `${state.name}-${language}-${theme}-${width}`))
        }
      }
    }
  } finally {
    await page.close()
  }
  return files
}

const sheet = (pictures: ReadonlyMap<string, readonly string[]>): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Kyiv Forums: every state</title>
  <style>
    body { margin: 24px; background: #777; color: #fff; font: 16px system-ui, sans-serif }
    div { display: flex; flex-wrap: wrap; align-items: start; gap: 12px }
    img { width: auto; height: 320px; max-width: 480px; object-fit: contain; object-position: top }
    a { color: inherit }
  </style>
${[...pictures]
  .map(
    ([name, files]) => `  <h2 id="${name}"><a href="#${name}">${name}</a></h2>
  <div>${files.map(file => `<a href="${file}" title="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`).join('')}</div>`,
  )
  .join('\n')}
</html>
`

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const end = await startWorld()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const pictures = new Map<string, readonly string[]>()
  for (const state of states.filter(({ name }) => name.includes(only))) {
    pictures.set(state.name, await picturesOf(browser, state))
    console.log(state.name)
  }
  writeFileSync(join(folder, 'index.html'), sheet(pictures))
  console.log(`${join('.screens', 'index.html')} shows them all`)
} finally {
  await browser.close()
  await end()
}
