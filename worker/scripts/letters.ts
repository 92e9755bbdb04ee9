import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { codePng } from '../src/email/letters/code-picture.ts'
import { codePicture } from '../src/email/letters/letter-html.ts'
import { subscriptionKinds } from '../src/email/letters/letter-kinds.ts'
import { letter } from '../src/email/letters/letter.ts'
import { subscriptionLetter } from '../src/email/letters/subscription-letter.ts'
import { sampleFacts, sampleKinds, subscriptionFacts } from '../test/sample-letters.ts'
import { findBrowser } from './find-browser.ts'
import { root } from './wrangler.ts'

/** `npm run letters`: every letter in both languages, light and dark, on a phone and on a screen, as pictures on one page. */
const folder = join(root, '.screens/letters')
const widths = [320, 640]
const themes = ['light', 'dark'] as const
const locales = ['uk', 'en'] as const

/** Letters to which an entry for a calendar that stands is attached. */
const withEntry = (kind: string): boolean => !/cancelled|thanks|paused|organisers|confirm-address/.test(kind)

type Sheet = { readonly name: string; readonly subject: string; readonly text: string; readonly pictures: string[] }

type Sample = { readonly name: string; readonly subject: string; readonly text: string; readonly html: string }

const samples = (): Sample[] =>
  locales.flatMap(locale => [
    ...sampleKinds.map(kind => ({
      name: `${kind}-${locale}`,
      ...letter(kind, sampleFacts(kind), locale, withEntry(kind)),
    })),
    ...subscriptionKinds.map(kind => ({
      name: `${kind}-${locale}`,
      ...subscriptionLetter(kind, subscriptionFacts(kind), locale),
    })),
  ])

const picture = Buffer.from(codePng(sampleFacts('confirmed').code)).toString('base64')

const sheetOf = async (browser: Browser, { name, subject, text, html }: Sample): Promise<Sheet> => {
  const page = await browser.newPage()
  const pictures: string[] = []
  await page.setContent(html.replace(`cid:${codePicture}`, `data:image/png;base64,${picture}`))
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 600 })
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      if (Number(wide) > width) throw new Error(`${name} is ${String(wide)} wide at ${width}`)
      const file = `${name}-${colorScheme}-${width}.png`
      await page.screenshot({ path: join(folder, file), fullPage: true })
      pictures.push(file)
    }
  }
  await page.close()
  return { name, subject, text, pictures }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const page = (sheets: readonly Sheet[]): string => `<!doctype html>
<html lang="uk">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Kyiv Forums: every letter</title>
  <style>
    body { margin: clamp(8px, 3vw, 24px); background: #4a4f57; color: #fff; font: 16px/1.5 system-ui, sans-serif }
    nav { columns: 12em; margin-bottom: 2em }
    nav a { display: block; padding: 4px 0; color: inherit }
    div { display: flex; flex-wrap: wrap; align-items: start; gap: 12px }
    img { max-width: 100% }
    pre { box-sizing: border-box; max-width: min(640px, 100%); margin: 0; padding: 12px; background: #24282e; white-space: pre-wrap; overflow-wrap: anywhere }
  </style>
  <h1>Kyiv Forums: every letter</h1>
  <nav>${sheets.map(({ name }) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${sheets
  .map(
    ({ name, subject, text, pictures }) => `  <h2 id="${name}">${name}</h2>
  <p>${escaped(subject)}</p>
  <div>${pictures.map(file => `<img loading="lazy" src="${file}" alt="${file}">`).join('')}<pre>${escaped(text)}</pre></div>`,
  )
  .join('\n')}
</html>
`

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const sheets: Sheet[] = []
  for (const sample of samples()) sheets.push(await sheetOf(browser, sample))
  writeFileSync(join(folder, 'index.html'), page(sheets))
  console.log(`${join('.screens/letters', 'index.html')} shows them all`)
} finally {
  await browser.close()
}
