import { expect, test } from '@playwright/test'
import { fill, openHost, registrations, submit, tagOf, worker } from './steps.ts'

/** The limits count by the minutes of the clock: a flood that begins in one and ends in the next is counted in both. */
const untilTheMinuteIsYoung = async (): Promise<void> => {
  const left = 60_000 - (Date.now() % 60_000)
  if (left < 5_000) await new Promise(resolve => setTimeout(resolve, left))
}

/** Fills the limit of one source with real registrations, as a bot behind the same address would. */
const flood = async (forum: string, source: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/json', 'CF-Connecting-IP': source }
  const form = (await (await fetch(`${worker()}/api/v1/forums/${forum}/form`, { headers })).json()) as {
    stamp: string
    consent: { version: string }
  }
  await new Promise(resolve => setTimeout(resolve, 3_100))
  await untilTheMinuteIsYoung()
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async (_, bot) => {
      const answer = await fetch(`${worker()}/api/v1/forums/${forum}/registrations`, {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': `flood-of-the-journeys-number-${bot}` },
        body: JSON.stringify({
          name: 'Бот',
          email: `flood-${bot}@example.com`,
          locale: 'uk',
          consent: { given: true, version: form.consent.version },
          stamp: form.stamp,
        }),
      })
      return answer.status
    }),
  )
  return statuses.filter(status => status === 201).length
}

test('an honest person behind a flooded address registers by a proof of work that nobody sees', async ({ page }) => {
  const forum = 'journeys-flooded'
  const source = '203.0.113.77'
  expect(await flood(forum, source)).toBe(20)
  const widget = await openHost(page, tagOf(`data-forum="${forum}"`))
  let solution: unknown
  await page.route(`${worker()}/api/v1/forums/${forum}/**`, route => {
    const sent = route.request().postDataJSON() as { solution?: string } | null
    solution ??= sent?.solution
    return route.continue({ headers: { ...route.request().headers(), 'cf-connecting-ip': source } })
  })
  await widget.getByRole('button', { name: /Зареєструватися/ }).click()
  await fill(widget, { name: 'Олена Приклад', email: 'honest@example.com' })
  await submit(widget).click()
  await expect(widget.getByRole('heading', { name: 'Вас зареєстровано' })).toBeVisible({ timeout: 20_000 })
  expect(solution).toEqual(expect.any(String))
  expect((await registrations(forum)).map(({ email }) => email)).toContain('honest@example.com')
  expect(await registrations(forum)).toHaveLength(21)
})
