import { html } from 'hono/html'
import type { Content } from '../pages/page.ts'
import type { Editor } from './editor.ts'
import { type EmbedMessages, embedMessages } from './messages/embed-messages.ts'
import type { Snippets } from './snippet-rules.ts'

/** What an editor copies; the best way first, what few need folded away. */
export const editorSnippets = ({ lang, snippets }: Editor): Content => {
  const words = embedMessages[lang]
  const box = (name: keyof Snippets) => snippetBox(name, snippets[name], words)
  return html`<div class="snippets">
    <div>
      <article class="panel best">
        <p class="badge">${words.best}</p>
        ${box('tag')}
      </article>
      <article class="panel">${box('iframe')} ${box('growing')} ${box('framePolicy')}</article>
    </div>
    <div>
      <article class="panel">${box('short')}</article>
      <article class="panel">${box('link')}</article>
      ${folded(words.more.policy, html`${box('policy')} ${box('trustedTypes')} ${box('sheet')}`)}
      ${folded(words.more.plain, box('plain'))} ${folded(words.more.pinned, box('pinned'))}
    </div>
  </div>`
}

const folded = (question: string, content: Content): Content =>
  html`<details class="panel">
    <summary>${question}</summary>
    ${content}
  </details>`

/** A text that can be selected by keyboard and finger alike; the button comes with the script. */
const snippetBox = (name: keyof Snippets, text: string, { snippets, copy }: EmbedMessages): Content => {
  const { label, hint } = snippets[name]
  return html`<div class="snippet">
    <div class="name">
      <label for="snippet-${name}">${label}</label>
      <button
        type="button"
        class="button quiet"
        data-copy="${name}"
        aria-label="${copy}: ${label}"
        hidden
      >
        ${copy}
      </button>
    </div>
    ${hint && html`<p class="hint" id="hint-${name}">${hint}</p>`}
    <textarea
      id="snippet-${name}"
      data-snippet="${name}"
      rows="${text.split('\n').length}"
      readonly
      spellcheck="false"
      translate="no"
      ${hint ? html`aria-describedby="hint-${name}"` : ''}
    >
${text}</textarea
    >
  </div>`
}
