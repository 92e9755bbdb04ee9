import { html } from 'hono/html'
import type { Locale } from '#contract'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Content = HtmlEscapedString | Promise<HtmlEscapedString>

/** None, said so that no browser asks for one. */
export const favicon = html`<link rel="icon" href="data:," />`

type Document = {
  readonly lang: Locale
  readonly title: string
  /** Addresses of a style sheet and a script of this origin. */
  readonly sheet: string
  readonly script?: string
  readonly content: Content
}

/** A page of the worker's own: one sheet and at most one script, both files of this origin. */
export const document = ({ lang, title, sheet, script, content }: Document): Content => html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    ${favicon}
    <link rel="stylesheet" href="${sheet}" />
    ${script && html`<script type="module" src="${script}"></script>`}
  </head>
  <body>
    ${content}
  </body>
</html>`

/** A page about the product itself. */
export const page = (lang: Locale, title: string, content: Content): Content =>
  document({ lang, title, sheet: '/docs/page.css', content })
