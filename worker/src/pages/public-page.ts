import { html, raw } from 'hono/html'
import type { Locale } from '#contract'
import { messages } from '#contract/messages/messages'
import { addressIn } from './page-address.ts'
import { type Content, favicon } from './page.ts'
import { pageWords } from './page-words.ts'

export type PublicPage = {
  readonly locale: Locale
  readonly origin: string
  readonly title: string
  /** Path and query without the language. Absent: not a page to be kept, found or read in another language. */
  readonly path?: string
  readonly description?: string
  /** Linked data (JSON-LD), for machines that read the page. */
  readonly data?: unknown
  /** The widget takes over. */
  readonly script?: boolean
  readonly content: Content
}

/** Whoever shows KMDA's material links to it. */
const kmda = { uk: 'КМДА', en: 'KMDA', url: 'https://kyivcity.gov.ua' }

const other = { uk: 'en', en: 'uk' } as const

/** A page for everybody: its head for search and sharing, the site's name, both languages, and where it all comes from. */
export const publicPage = (page: PublicPage): Content => {
  const { locale, path, content } = page
  const words = pageWords[locale]
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${words.site}</title>
        ${favicon}
        <link rel="stylesheet" href="/pages/page.css" />
        ${path === undefined ? html`<meta name="robots" content="noindex" />` : sharing({ ...page, path })}
        ${page.data === undefined ? '' : linkedData(page.data)}
        ${page.script ? html`<script type="module" src="/pages/take-over.js"></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header class="site">
          <a class="name" href="${addressIn(locale, '/schedule')}">${mark}${words.site}</a>
          ${path === undefined ? '' : languageLink(locale, path)}
        </header>
        <main id="content">${content}</main>
        <footer class="site">
          <p>${messages[locale].source} <a href="${kmda.url}">${kmda[locale]}</a></p>
          <p><a href="${addressIn(locale, '/accessibility')}">${words.accessibility}</a></p>
        </footer>
      </body>
    </html>`
}

/** A leaf of a calendar. */
const mark = html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
  <rect width="32" height="32" rx="7" />
  <path d="M7 12h18M7 8h18v17H7z" />
</svg>`

const languageLink = (locale: Locale, path: string) =>
  html`<a href="${addressIn(other[locale], path)}" lang="${other[locale]}" hreflang="${other[locale]}" rel="alternate"
    >${pageWords[locale].otherLanguage}</a
  >`

const regions = { uk: 'uk_UA', en: 'en_GB' } as const

/** Open Graph (ogp.me), and one address for each language. */
const sharing = ({ locale, origin, title, path, description }: PublicPage & { path: string }) => {
  const address = (language: Locale) => origin + addressIn(language, path)
  return html`<meta name="description" content="${description}" />
    <link rel="canonical" href="${address(locale)}" />
    <link rel="alternate" hreflang="uk" href="${address('uk')}" />
    <link rel="alternate" hreflang="en" href="${address('en')}" />
    <link rel="alternate" hreflang="x-default" href="${address('uk')}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${pageWords[locale].site}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${address(locale)}" />
    <meta property="og:locale" content="${regions[locale]}" />
    <meta property="og:locale:alternate" content="${regions[other[locale]]}" />`
}

/** JSON in which no text can end the element or begin a comment of HTML. A block of data: no policy for scripts regards it. */
const linkedData = (data: unknown) =>
  html`<script type="application/ld+json">
    ${raw(JSON.stringify(data).replaceAll('<', String.raw`\u003c`))}
  </script>`
