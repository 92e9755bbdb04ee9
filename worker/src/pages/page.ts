import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Content = HtmlEscapedString | Promise<HtmlEscapedString>

/** None, said so that no browser asks for one. */
export const favicon = html`<link rel="icon" href="data:," />`

/** A page of the worker's own, with its style sheet from the same origin. */
export const page = (lang: 'uk' | 'en', title: string, content: Content): Content => html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    ${favicon}
    <link rel="stylesheet" href="/docs/page.css" />
  </head>
  <body>
    ${content}
  </body>
</html>`
