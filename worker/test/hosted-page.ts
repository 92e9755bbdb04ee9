import { createApp } from '../src/app.ts'
import { forgetSchedules } from '../src/schedule/schedule-cache.ts'
import { newKey, noon, type World } from './world.ts'

const second = 1000

export type Page = { readonly status: number; readonly headers: Headers; readonly html: string }

/** What a browser without JavaScript does with a worker's pages: it opens them and sends their forms. */
export const newVisitor = (world: World, bindings = world.bindings) => {
  let now = noon
  const app = createApp(() => now)
  const ask = async (path: string, init: RequestInit, moment: number): Promise<Page> => {
    forgetSchedules(bindings.DB)
    now = moment
    const answer = await app.request(`http://localhost${path}`, init, bindings)
    return { status: answer.status, headers: answer.headers, html: await answer.text() }
  }
  const open = (path: string, headers: HeadersInit = {}) => ask(path, { headers }, noon)
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}, after = 10 * second) =>
    ask(
      path,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: 'http://localhost',
          'CF-Connecting-IP': newKey(),
          ...headers,
        },
        body,
      },
      noon + after,
    )
  return {
    open,
    post,
    /** Opens a forum's page, types, and sends the form so many milliseconds later. */
    fill: async (path: string, typed: Record<string, string>, after = 10 * second): Promise<Page> =>
      post(path, new URLSearchParams({ ...hiddenOf((await open(path)).html), ...typed }).toString(), {}, after),
  }
}

/** What stands in a page's form unseen. */
export const hiddenOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** A page's text as a person reads it beside a field: the complaint that the field is described by, or none. */
export const complaintBeside = (html: string, field: string): string | undefined => {
  const control = new RegExp(`<(?:input|textarea)[^>]*id="${field}"[^>]*>`).exec(html)?.[0] ?? ''
  const isDescribed =
    /aria-invalid="true"/.test(control) && new RegExp(`aria-describedby="[^"]*${field}-error`).test(control)
  return isDescribed ? new RegExp(`id="${field}-error">([^<]*)<`).exec(html)?.[1] : undefined
}
