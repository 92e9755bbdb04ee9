import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexPage } from './index-page.ts'
import { hostilePages } from './pages.ts'

export interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly content: string
}

/** The worker by another name: for a page that takes the script from two addresses. */
const second = (origin: string) => origin.replace('localhost', '127.0.0.1')

const rudeScript = async (file: string): Promise<Answer | undefined> => {
  const content = await readFile(join(import.meta.dirname, 'rude', file), 'utf8').catch(() => undefined)
  return content === undefined ? undefined : { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, content }
}

const template = async (path: string): Promise<Answer | undefined> => {
  const [, rude] = /^\/hostile\/rude\/([a-z-]+\.js)$/.exec(path) ?? []
  if (rude) return rudeScript(rude)
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  if (path === '/hostile') return { headers: html, content: indexPage(hostilePages) }
  const page = hostilePages.find(({ name }) => path === `/hostile/${name}`)
  return page && { headers: { ...html, ...page.headers }, content: page.html }
}

/** What stands at an address under `/hostile`; undefined when nothing does. */
export const hostileAnswer = async (path: string, widgetOrigin: string): Promise<Answer | undefined> => {
  const found = await template(path)
  if (!found) return undefined
  const nonce = randomBytes(16).toString('base64')
  const filled = (text: string) =>
    text
      .replaceAll('https://HOST', widgetOrigin)
      .replaceAll('https://SECOND', second(widgetOrigin))
      .replaceAll('NONCE', nonce)
  const headers = Object.fromEntries(Object.entries(found.headers).map(([name, value]) => [name, filled(value)]))
  return { headers, content: filled(found.content) }
}
