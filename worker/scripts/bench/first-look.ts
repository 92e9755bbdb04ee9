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

/** What the running widget shows, to be expected in every case: of the API's districts, each must be named. */
export const lookAtWidget = (browser: Browser, url: string, api: string): Promise<Shown & WholeSchedule> =>
  onPhone(browser, url, async page => {
    await page.locator('kyiv-forums').getByRole('button').first().waitFor()
    await sleep(rest)
    const shown = await shownBy(page)
    const districts = await districtsOf(api)
    const missing = districts.filter(name => !shown.markup.includes(name))
    if (missing.length > 0) throw new Error(`The widget does not name ${missing.join(', ')}`)
    return { ...shown, forums: await forumsShownBy(page), districts }
  })

const districtsOf = async (api: string): Promise<string[]> => {
  const { forums } = (await (await fetch(`${api}/api/v1/schedule`)).json()) as {
    forums: { district: { name: { uk: string } } | null }[]
  }
  return forums.flatMap(({ district }) => district?.name.uk ?? [])
}

const picture = (browser: Browser, url: string, element: string): Promise<Buffer> =>
  onPhone(browser, url, async page => {
    await page.locator(element).locator('[part~=card]').first().waitFor()
    await sleep(rest)
    return page.locator(element).screenshot()
  })

/** Whether the floor and the widget look alike on a phone, pixel for pixel. */
export const lookAlike = async (browser: Browser, site: string): Promise<boolean> => {
  const ours = await picture(browser, `${site}/snippet`, 'kyiv-forums')
  return ours.equals(await picture(browser, `${site}/floor`, 'forums-floor'))
}
