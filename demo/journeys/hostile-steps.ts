import { expect, type Locator, type Page, test as plain } from '@playwright/test'
import type { HostPage } from '../hostile/host-page.ts'
import { demo, worker } from './steps.ts'

/** The demo server under another name: a page without TLS, as browsers treat every name but localhost. */
const plainSite = (): string => demo().replace('localhost', 'rayon.test')

/** A page of the demo server without TLS, or on localhost, which browsers treat as they treat https. */
export const addressOf = (name: string, site: 'http' | 'as-https' = 'http'): string =>
  `${site === 'http' ? plainSite() : demo()}/hostile/${name}`

type Heard = {
  /** Errors whose source is the worker’s script. */
  readonly ours: string[]
  /** Errors of the page itself. */
  readonly hosts: string[]
  /** Directives of its policy that the page has reported as broken. */
  readonly reports: string[]
}

const isOurs = (source: string) =>
  source.includes(worker()) || source.includes(worker().replace('localhost', '127.0.0.1'))

/** What a browser writes about the network, and about what it reports as a breach of the page’s policy. */
const saidOtherwise = /^Failed to load resource|Content Security Policy|^This document requires 'Trusted/i

/** Notes every error from now on, by whose it is. */
const listen = async (page: Page): Promise<Heard> => {
  const heard: Heard = { ours: [], hosts: [], reports: [] }
  page.on('pageerror', ({ message, stack = '' }) => heard[isOurs(stack) ? 'ours' : 'hosts'].push(message))
  page.on('console', message => {
    const isError = message.type() === 'error' && !saidOtherwise.test(message.text())
    if (isError && isOurs(message.location().url)) heard.ours.push(message.text())
  })
  await page.exposeFunction('noteReport', (directive: string) => heard.reports.push(directive))
  await page.addInitScript(() => {
    const { noteReport } = globalThis as unknown as { noteReport: (directive: string) => void }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => noteReport(effectiveDirective))
  })
  return heard
}

type World = { heard: Heard }

/** On no page may an error of ours be heard, or a cookie be set. */
export const test = plain.extend<World>({
  heard: [
    async ({ page, context }, use) => {
      const heard = await listen(page)
      await use(heard)
      expect(heard.ours).toEqual([])
      expect(await context.cookies()).toEqual([])
    },
    { auto: true },
  ],
})

/** What is global on a page. Asked from outside, because some of these pages break whatever runs in them. */
export const globalsOf = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  const expression = 'Object.getOwnPropertyNames(window).join(" ")'
  const { result } = await session.send('Runtime.evaluate', { expression })
  await session.detach()
  // zone.js and jQuery keep a name there for what listens.
  return String(result.value)
    .split(' ')
    .filter(name => !/^(__zone_symbol__|jQuery\d)/.test(name))
}

/** The first widget of a page, or of the frame in it. */
export const widgetOf = (page: Page, framed = false): Locator =>
  (framed ? page.frameLocator('iframe') : page).locator('kyiv-forums').first()

const forum = (widget: Locator) => widget.getByRole('heading', { name: 'Святошинський район' })
const link = (widget: Locator) => widget.getByRole('link', { name: 'Розклад форумів', exact: true })

/** Within five seconds there is what the page is described to show. */
export const shows = async (widget: Locator, outcome: HostPage['shows']): Promise<void> => {
  const atLast = { timeout: 5_000 }
  switch (outcome) {
    case 'forums':
      return expect(forum(widget)).toBeVisible(atLast)
    case 'link':
      return expect(link(widget)).toBeVisible(atLast)
    case 'forums-or-link':
      return expect(forum(widget).or(link(widget))).toBeVisible(atLast)
    case 'nothing':
      return expect(widget).toBeHidden()
  }
}

/** What opens the form. */
export const opener = (widget: Locator): Locator => widget.getByRole('button', { name: /Зареєструватися/ }).first()

/** Opens the form and types a name as a person does, key by key; it stays. */
export const typeName = async (page: Page, widget: Locator, name = 'Олена j/k Приклад'): Promise<Locator> => {
  await opener(widget).click()
  const field = widget.getByLabel('Ім’я та прізвище')
  await field.click()
  await page.keyboard.type(name)
  await expect(field).toHaveValue(name)
  return field
}
