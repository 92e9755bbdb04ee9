import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Locale } from '#contract'

export type Content = HtmlEscapedString | Promise<HtmlEscapedString>

type Document = {
  readonly lang: Locale
  readonly title: string
  /** Names of style sheets and scripts of ours, without their endings. */
  readonly sheet: string
  readonly script?: string
  readonly content: Content
}

/** A page for editors, for a frame or for paper: one sheet and at most one script, both files of this origin. */
export const document = ({ lang, title, sheet, script, content }: Document): Content => html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/pages/${sheet}.css" />
    ${script && html`<script type="module" src="/pages/${script}.js"></script>`}
  </head>
  <body>
    ${content}
  </body>
</html>`
