import { html } from 'hono/html'
import type { Locale } from '#contract'
import { type Content, document } from '../pages/page.ts'
import { statements } from './statement.ts'

/** The accessibility statement, for people before it is for officials. */
export const accessibilityPage = (lang: Locale): Content => {
  const { title, lead, otherLanguage, standard, machine, hand, limits, report } = statements[lang]
  const other = lang === 'uk' ? 'en' : 'uk'
  return document({
    lang,
    title,
    sheet: '/pages/embed.css',
    content: html`<header class="top">
        <div class="inside text">
          <a class="language" href="/accessibility?lang=${other}" lang="${other}" hreflang="${other}">${otherLanguage}</a>
          <h1>${title}</h1>
          <p>${lead}</p>
        </div>
      </header>
      <main class="inside text">
        <h2>${standard.title}</h2>
        <p>${standard.text}</p>
        <p>${standard.law}</p>
        <p><b>${standard.level}</b></p>
        <h2>${machine.title}</h2>
        <p>${machine.text}</p>
        <ul class="checks">
          ${machine.checks.map(({ name, about }) => html`<li><b>${name}</b>: ${about}</li>`)}
        </ul>
        <h2>${hand.title}</h2>
        <p>${hand.text}</p>
        <ul class="checks">
          ${hand.checks.map(
            ({ name, about }) =>
              html`<li class="open"><b>${name}</b>: ${about} <span class="mark">${hand.notYet}</span></li>`,
          )}
        </ul>
        <h2>${limits.title}</h2>
        <ul>
          ${limits.known.map(limit => html`<li>${limit}</li>`)}
        </ul>
        <h2>${report.title}</h2>
        <p>${report.text} <a href="https://kyivcity.gov.ua">${report.link}</a>.</p>
        <p>${report.what}</p>
      </main>`,
  })
}
