import { html } from 'hono/html'
import { dayIn } from '#contract/wording'
import { forumName } from '#contract/forum-reading'
import { type Content, document } from '../pages/page.ts'
import { editorForm } from './editor-form.ts'
import type { Editor } from './editor.ts'
import { editorSnippets } from './editor-snippets.ts'
import { heightSentence } from './editor-words.ts'
import { framePath, posterPath, qrPath } from './link-rules.ts'
import { type EmbedMessages, embedMessages } from './messages/embed-messages.ts'

/** `/embed`: an editor chooses, sees, copies and prints. */
export const editorPage = (editor: Editor): Content => {
  const { lang } = editor
  const words = embedMessages[lang]
  const { steps } = words
  return document({
    lang,
    title: words.title,
    sheet: '/pages/embed.css',
    script: '/pages/embed.js',
    content: html`<header class="top">
        <div class="inside">
          ${otherLanguage(lang, words)}
          <h1>${words.title}</h1>
          <p>${words.lead}</p>
        </div>
      </header>
      <main
        class="inside"
        data-copied="${words.copied}"
        data-copy-failed="${words.copyFailed}"
        data-changed="${words.changed}"
        data-change-failed="${words.changeFailed}"
      >
        <div class="bench">
          <section aria-labelledby="choose">
            ${heading(1, 'choose', steps.choose)} ${editorForm(editor)}
          </section>
          <section aria-labelledby="look" class="look">
            ${heading(2, 'look', steps.look)} ${preview(editor, words)}
          </section>
        </div>
        <section aria-labelledby="copy">
          ${heading(3, 'copy', steps.copy)} ${editorSnippets(editor)}
        </section>
        <section aria-labelledby="print">
          ${heading(4, 'print', steps.print)} ${printing(editor, words)}
        </section>
        <p class="vh" role="status" id="said"></p>
      </main>
      <footer class="inside">
        <a href="/accessibility${lang === 'en' ? '?lang=en' : ''}">${words.accessibility}</a>
        <a href="/docs" hreflang="en">${words.api}</a>
      </footer>`,
  })
}

const otherLanguage = (lang: Editor['lang'], { otherLanguage: name }: EmbedMessages): Content => {
  const other = lang === 'uk' ? 'en' : 'uk'
  return html`<a class="language" href="/embed?lang=${other}" lang="${other}" hreflang="${other}">${name}</a>`
}

const heading = (number: number, id: string, text: string): Content =>
  html`<h2 id="${id}"><span class="number" aria-hidden="true">${number}</span> ${text}</h2>`

const widths = ['phone', 'column', 'wide'] as const

const preview = ({ choice, lang, height, isMeasured }: Editor, words: EmbedMessages): Content =>
  html`<div class="widths" role="group" aria-label="${words.widths}" hidden>
      ${widths.map(
        width =>
          html`<button type="button" data-width="${width}" aria-pressed="${width === 'wide' ? 'true' : 'false'}">
            ${words.widthNames[width]}
          </button>`,
      )}
    </div>
    <div class="stage" data-theme="${choice.theme}" role="group" aria-label="${words.preview}" tabindex="0">
      <iframe id="preview" title="${words.preview}" src="${framePath({ ...choice, language: choice.language ?? lang })}"></iframe>
    </div>
    <p class="hint" data-sentence="height">${heightSentence(height, isMeasured, words)}</p>`

const printing = ({ choice, forums, lang }: Editor, words: EmbedMessages): Content => {
  const { qr, posters } = words
  const code = qrPath(choice, choice.language ?? lang)
  return html`<div class="printing">
    <article class="panel code">
      <img data-picture="qr" src="${code}" width="180" height="180" alt="${qr.title}" />
      <div>
        <h3>${qr.title}</h3>
        <p class="hint">${qr.about}</p>
        <p><a class="button quiet" data-link="qr" href="${code}" download="forums-qr.svg">${qr.download}</a></p>
      </div>
    </article>
    <article class="panel">
      <h3>${posters.title}</h3>
      <p class="hint">${posters.about}</p>
      <ul class="posters">
        ${forums.map(forum => {
          const name = forumName(forum, lang)
          return html`<li>
            <span>${name} <span class="hint">${forum.date ? dayIn(lang, 'date', forum.date) : words.undated}</span></span>
            <a href="${posterPath(forum.slug, lang)}" aria-label="${posters.poster}: ${name}">${posters.poster}</a>
            <a
              href="${qrPath({ scope: 'all', districts: [], forum: forum.slug }, lang)}"
              aria-label="${posters.qr}: ${name}"
              >${posters.qr}</a
            >
          </li>`
        })}
      </ul>
    </article>
  </div>`
}
