import { createServer } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { freePort } from '../../worker/scripts/free-port.ts'
import { executeSql, locally } from '../../worker/scripts/local-state.ts'

const given = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`The world has not said ${name}`)
  return value
}

export const worker = (): string => given('WORKER')
export const demo = (): string => given('DEMO')

let pages: Promise<{ show: (html: string) => string }> | undefined

/** A host site of this test's own, on an origin of its own: real HTTP, as a browser treats a page by where it came from. */
const hostSite = () =>
  (pages ??= (async () => {
    const shown: string[] = []
    const port = await freePort()
    const server = createServer((request, response) => {
      const html = shown[Number(request.url?.slice(1))]
      response.writeHead(html === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
    })
    await new Promise<void>(resolve => server.listen(port, resolve))
    server.unref()
    return { show: html => `http://localhost:${port}/${shown.push(html) - 1}` }
  })())

/** Opens a page that embeds the widget with the given tag. */
export const openHost = async (page: Page, tag: string, lang = 'uk'): Promise<Locator> => {
  const { show } = await hostSite()
  await page.goto(
    show(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,"></head><body><main><h1>Host</h1>${tag}</main></body></html>`,
    ),
  )
  return page.locator('kyiv-forums')
}

export const tagOf = (attributes = ''): string => `<script async src="${worker()}/v1/widget.js" ${attributes}></script>`

/** An address that is nobody's: https://www.rfc-editor.org/rfc/rfc5737 */
export const anySource = (): string => `198.51.100.${Math.floor(Math.random() * 256)}`

/** Sends from another address than everybody else here, who together might be taken for a flood. */
export const beAnybody = (page: Page): Promise<unknown> => {
  const source = anySource()
  return page.route('**/api/v1/forums/*/registrations', route =>
    route.continue({ headers: { ...route.request().headers(), 'cf-connecting-ip': source } }),
  )
}

type Registered = {
  name: string
  email: string
  phone: string | null
  status: string
  code: string
  organisation: { name: string } | null
}

type Asking = { body?: unknown; token?: string; etag?: string }

/** Asks something of the organisers' API; as an organiser of the whole city unless another token is given. */
export const organise = (method: string, path: string, { body, token, etag }: Asking = {}): Promise<Response> =>
  fetch(`${worker()}/api/v1/admin${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token ?? given('ORGANISER_TOKEN')}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(etag !== undefined && { 'If-Match': etag }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** The list of a forum, as an organiser gets it. */
export const registrations = async (forum: string): Promise<Registered[]> => {
  const answer = await organise('GET', `/forums/${forum}/registrations`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { registrations: Registered[] }).registrations
}

/** The local clock cannot be moved while the worker runs: so the hour of what a forum holds is put back instead. */
export const endHolds = (forum: string): void =>
  executeSql(
    `UPDATE registrations SET confirm_by = confirm_by - 3600000
     WHERE confirm_by IS NOT NULL AND forum_id = (SELECT id FROM forums WHERE slug = '${forum}');`,
    locally(given('STATE')),
  )

export type Person = { name: string; email: string }

/** Fills what must be filled, for somebody who represents nobody. */
export const fill = async (widget: Locator, { name, email }: Person): Promise<void> => {
  await widget.getByLabel(/Ім’я та прізвище|name/i).fill(name)
  await widget.getByLabel(/Електронна пошта|e-?mail/i).fill(email)
  await widget.getByLabel(/Не представляю організацію|do not represent/i).check()
  await widget.getByLabel(/Погоджуюся|I agree/i).check()
}

export const submit = (widget: Locator) =>
  widget
    .getByRole('dialog')
    .getByRole('button', { name: /^(Зареєструватися|Стати в список очікування|Register|Join the waitlist)$/ })

/** axe finds nothing in the page, the widget's open shadow root included. */
export const isAccessible = async (page: Page, element = 'kyiv-forums'): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'])
    .include(element)
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
