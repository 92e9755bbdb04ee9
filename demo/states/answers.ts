import type { Page } from '@playwright/test'

/** What can become of a request to the API whose path ends so, instead of its answer. */
const ending = (end: string) => (url: URL) => url.pathname.startsWith('/api/v1/') && url.pathname.endsWith(end)

/** It stays on its way, and whoever waits for it does not lose patience. */
export const hold = async (page: Page, end: string): Promise<void> => {
  await page.addInitScript(() => {
    const natural = globalThis.setTimeout
    const endless = (work: () => void, pause?: number) => (pause && pause > 5_000 ? 0 : natural(work, pause))
    Object.assign(globalThis, { setTimeout: endless })
  })
  await page.route(ending(end), () => {})
}

/** The connection is lost. */
export const lose = (page: Page, end: string) => page.route(ending(end), route => route.abort('internetdisconnected'))

/** The API refuses. */
export const answer = (page: Page, end: string, status: number, code: string) =>
  page.route(ending(end), route =>
    route.request().method() === 'OPTIONS'
      ? route.continue()
      : route.fulfill({
          status,
          contentType: 'application/problem+json',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: JSON.stringify({ code, status }),
        }),
  )

/** The API answers, and says something besides. */
export const answerMore = (page: Page, end: string, more: Readonly<Record<string, unknown>>) =>
  page.route(ending(end), async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), ...more } })
  })
