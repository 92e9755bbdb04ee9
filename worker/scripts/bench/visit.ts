import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from '@playwright/test'
import type { CaseName } from './cases.ts'
import { type Seen, visibleMark, watch, type Watched, type WholeSchedule } from './in-the-page.ts'
import { recordRequests } from './requests.ts'
import type { ShapedPath } from './shaped-path.ts'

declare const watched: Watched

/** A phone as Lighthouse takes one. */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: 'uk-UA',
}

export interface Visiting {
  readonly browser: Browser
  readonly path: ShapedPath
  /** Of the host's site, and of the worker at the end of the shaped path. */
  readonly site: string
  readonly origin: string
  readonly whole: WholeSchedule
}

/** Times in milliseconds. */
export interface Visit {
  /** From the end of the host's HTML to the first frame with the whole schedule. */
  readonly visible: number
  /** Until then: what arrived on the wire, requests, and connections. */
  readonly bytes: number
  readonly requests: number
  readonly connections: number
  readonly shifted: number
  /** What long tasks took beyond 50 ms each until then. */
  readonly blocked: number
  /** What a loop takes that is always the same: it shows how slow the CPU really was. */
  readonly loop: number
  readonly opening?: Opening
}

/** From the click on the button to a usable field. */
export interface Opening {
  readonly time: number
  /** Requests that began meanwhile, and those of them whose answer came meanwhile: only they can have been waited for. */
  readonly begun: number
  readonly awaited: number
}

/** Milliseconds in which layout comes to rest, and in which a person reads before pressing the button. */
const rest = 400
const reading = 3000
const most = 30_000

/** A first visit, with nothing in any cache. */
export const visit = async (name: CaseName, slowdown: number, visiting: Visiting): Promise<Visit> => {
  const { browser, path, site, origin, whole } = visiting
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    await page.addInitScript(watch, { whole, mark: visibleMark })
    const session = await context.newCDPSession(page)
    const requests = await recordRequests(session, origin)
    // The process of the site is there before the measuring.
    await page.goto(`${site}/empty`)
    const stop = slowDown(session, slowdown)
    const traffic = path.newVisit()
    const visible = page.waitForEvent('console', {
      predicate: message => message.text() === visibleMark,
      timeout: most,
    })
    await Promise.all([visible, page.goto(`${site}/${name}`, { waitUntil: 'commit' })]).finally(stop)
    await sleep(rest)

    const host = await clockOf(page)
    const at = await visibleAt(page)
    const seen = await page.evaluate(() => watched.seen)
    const { bytes, connections } = traffic.until(at)
    return {
      visible: at - host.started - host.received,
      bytes,
      connections,
      requests: requests.between(host.started, at).length,
      shifted: seen.shifted,
      blocked: blockedUntil(at - host.started, seen),
      loop: await page.evaluate(aLoop),
      ...(name === 'snippet' && { opening: await open(page, requests) }),
    }
  } finally {
    await context.close()
  }
}

/** A page that goes away sometimes takes the slowness with it: it is asked for again and again, until told to stop. */
const slowDown = (session: CDPSession, rate: number): (() => void) => {
  const ask = () => void session.send('Emulation.setCPUThrottlingRate', { rate }).catch(() => {})
  ask()
  const timer = setInterval(ask, 100)
  return () => clearInterval(timer)
}

/** When the page began, in milliseconds since 1970, and when all of its HTML was there, by its own clock. */
const clockOf = (page: Page) =>
  page.evaluate(() => ({
    started: performance.timeOrigin,
    received: (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.responseEnd ?? 0,
  }))

/** In milliseconds since 1970, of whichever frame shows the schedule. */
const visibleAt = async (page: Page): Promise<number> => {
  const moments = await Promise.all(
    page
      .frames()
      .map(frame => frame.evaluate(() => (watched.seen.visible ? performance.timeOrigin + watched.seen.visible : 0))),
  )
  return Math.max(...moments)
}

/** The median of a few. */
const aLoop = (): number => {
  const times = Array.from({ length: 15 }, () => {
    const before = performance.now()
    for (let sum = 0, step = 0; step < 1_000_000; step += 1) sum += step % 7
    return performance.now() - before
  })
  return times.toSorted((one, other) => one - other)[7] ?? 0
}

const blockedUntil = (moment: number, { longTasks }: Seen): number =>
  longTasks.filter(({ start }) => start < moment).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)

const open = async (page: Page, requests: Awaited<ReturnType<typeof recordRequests>>): Promise<Opening> => {
  await sleep(reading)
  await page
    .locator('kyiv-forums')
    .getByRole('button', { name: /Зареєструватися/ })
    .first()
    .tap()
  await page.waitForFunction(() => watched.seen.usable > 0, undefined, { polling: 200, timeout: most })
  await sleep(rest)
  const { started, seen, takesFocus } = await page.evaluate(() => {
    const field = watched.field()
    field?.focus()
    return {
      started: performance.timeOrigin,
      seen: watched.seen,
      takesFocus: field !== undefined && (field.getRootNode() as ShadowRoot).activeElement === field,
    }
  })
  if (!takesFocus) throw new Error('The field that looked usable does not take the focus')
  const usable = started + seen.usable
  const begun = requests.between(started + seen.clicked, usable)
  const awaited = begun.filter(({ answered }) => answered <= usable).length
  return { time: seen.usable - seen.clicked, begun: begun.length, awaited }
}
