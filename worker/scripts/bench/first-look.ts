import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { WholeSchedule } from './in-the-page.ts'
import { forumsShownBy, type Shown, shownBy } from './floor.ts'
import { phone } from './visit.ts'

/** Milliseconds in which whatever follows the schedule is done too. */
const rest = 500

const onPhone = async <Seen>(browser: Browser, url: string, look: (page: Page) => Promise<Seen>): Promise<Seen> => {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await look(page)
  } finally {
    await context.close()
  }
}

/** What the running widget shows, to be expected in every case: whatever the API announces must be named. */
export const lookAtWidget = (browser: Browser, url: string, api: string): Promise<Shown & WholeSchedule> =>
  onPhone(browser, url, async page => {
    await page.locator('kyiv-forums').locator('[part~=card]').first().waitFor()
    await sleep(rest)
    const shown = await shownBy(page)
    const districts = await districtsOf(api)
    const missing = districts.filter(name => !shown.markup.includes(name))
    if (missing.length > 0) throw new Error(`The widget does not name ${missing.join(', ')}`)
    return { ...shown, forums: await forumsShownBy(page), districts }
  })

const districtsOf = async (api: string): Promise<string[]> => {
  const { forums } = (await (await fetch(`${api}/api/v1/schedule`)).json()) as {
    forums: { state: string; district: { name: { uk: string } } | null }[]
  }
  return forums.filter(({ state }) => state !== 'held').flatMap(({ district }) => district?.name.uk ?? [])
}

const picture = (browser: Browser, url: string, element: string): Promise<string> =>
  onPhone(browser, url, async page => {
    await page.locator(element).locator('[part~=card]').first().waitFor()
    await sleep(rest)
    return `data:image/png;base64,${(await page.locator(element).screenshot()).toString('base64')}`
  })

/** The share of pixels in which the floor and the widget differ on a phone: 0 when they look alike. */
export const differingPixels = async (browser: Browser, site: string): Promise<number> => {
  const pictures = [
    await picture(browser, `${site}/snippet`, 'kyiv-forums'),
    await picture(browser, `${site}/floor`, 'forums-floor'),
  ]
  return onPhone(browser, 'about:blank', page => page.evaluate(share, pictures))
}

/** Runs in a page. */
const share = async (pictures: string[]): Promise<number> => {
  const pixels = async (url: string) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(image, 0, 0)
    return new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer())
  }
  const [one = new Uint32Array(), other = new Uint32Array()] = await Promise.all(pictures.map(pixels))
  return one.length === other.length ? one.filter((pixel, place) => pixel !== other[place]).length / one.length : 1
}
