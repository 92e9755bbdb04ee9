import { html } from 'hono/html'
import { city } from '#contract/districts'
import { type Choice, places, scopes, themes, variants } from './choice.ts'
import { ownAccent } from './choice-rules.ts'
import type { Content } from '../pages/page.ts'
import type { Editor } from './editor.ts'
import { siteSentence } from './editor-words.ts'
import { type EmbedMessages, embedMessages } from './messages/embed-messages.ts'
import { dayIn } from '#contract/wording'
import { forumName } from '#contract/forum-reading'

/** What an editor chooses: a plain form, which the script sends by itself whenever something in it changes. */
export const editorForm = (editor: Editor): Content => {
  const { lang, choice } = editor
  const words = embedMessages[lang]
  return html`<form class="choices" action="/embed" method="get">
    <input type="hidden" name="lang" value="${lang}" />
    <fieldset class="whose">
      <legend>${words.whose}</legend>
      ${scopes.map(
        scope =>
          html`${option('scope', scope, choice.scope === scope, words.scopes[scope])}
          ${scope === 'site' ? siteField(editor, words) : ''}`,
      )}
      ${districtFields(editor, words)}
    </fieldset>
    <fieldset>
      <legend>${words.variant}</legend>
      <div class="cards">
        ${variants.map(variant => option('variant', variant, choice.variant === variant, words.variants[variant]))}
      </div>
      ${forumField(editor, words)}
    </fieldset>
    <fieldset class="row">
      <legend>${words.language}</legend>
      ${option('language', '', choice.language === null, { label: words.languages.page })}
      ${option('language', 'uk', choice.language === 'uk', { label: words.languages.uk, lang: 'uk' })}
      ${option('language', 'en', choice.language === 'en', { label: words.languages.en, lang: 'en' })}
    </fieldset>
    <fieldset class="row">
      <legend>${words.theme}</legend>
      ${themes.map(theme => option('theme', theme, choice.theme === theme, { label: words.themes[theme] }))}
    </fieldset>
    ${accentField(choice, words)}
    <fieldset class="row">
      <legend>${words.place.label} <span class="hint">${words.place.hint}</span></legend>
      ${places.map(place => option('place', place, choice.place === place, { label: words.places[place] }))}
    </fieldset>
    <button class="button" data-without-script>${words.apply}</button>
  </form>`
}

type Option = { readonly label: string; readonly hint?: string; readonly lang?: string }

const option = (name: string, value: string, checked: boolean, { label, hint, lang }: Option, type = 'radio') =>
  html`<label class="option"
    ><input type="${type}" name="${name}" value="${value}" ${checked ? 'checked' : ''} /><span
      ><span ${lang ? html`lang="${lang}"` : ''}>${label}</span>${hint && html` <span class="hint">${hint}</span>`}</span
    ></label
  >`

const siteField = ({ site, query, lang }: Editor, words: EmbedMessages): Content =>
  html`<div class="field site">
    <label for="site">${words.site.label}</label>
    <input
      id="site"
      name="site"
      value="${query.site}"
      inputmode="url"
      autocomplete="url"
      autocapitalize="none"
      spellcheck="false"
      maxlength="2000"
      placeholder="district.example.org"
      aria-describedby="site-hint site-found"
    />
    <p class="hint" id="site-hint">${words.site.hint}</p>
    <p class="found" id="site-found" data-sentence="site" role="status">${siteSentence(site, lang, words)}</p>
  </div>`

const districtFields = ({ districts, choice, query, lang }: Editor, words: EmbedMessages): Content => {
  const isTicked = (slug: string) => choice.scope === 'chosen' && choice.districts.includes(slug)
  const all = [
    ...districts.map(({ slug, name }) => ({ slug, label: name[lang] })),
    { slug: city, label: words.cityForum },
  ]
  return html`<div class="districts" role="group" aria-label="${words.districts}">
    ${all.map(({ slug, label }) => option('district', slug, isTicked(slug), { label }, 'checkbox'))}
    ${query.scope === 'chosen' && choice.scope !== 'chosen' ? html`<p class="found">${words.noneChosen}</p>` : ''}
  </div>`
}

const forumField = ({ forums, choice, lang }: Editor, words: EmbedMessages): Content =>
  html`<div class="field which">
    <label for="forum">${words.forum}</label>
    <select id="forum" name="forum">
      <option value="">${words.nextForum}</option>
      ${forums.map(
        forum =>
          html`<option value="${forum.slug}" ${choice.forum === forum.slug ? 'selected' : ''}>
            ${forumName(forum, lang)}, ${forum.date ? dayIn(lang, 'date', forum.date) : words.undated}
          </option>`,
      )}
    </select>
  </div>`

const accentField = ({ accent }: Choice, { accent: words }: EmbedMessages): Content =>
  html`<div class="field colour">
    <input type="color" id="accent" name="accent" value="${accent ?? ownAccent}" aria-describedby="accent-hint" />
    <label for="accent">${words.label}</label>
    <p class="hint" id="accent-hint">${words.hint}</p>
  </div>`
