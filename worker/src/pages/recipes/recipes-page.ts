import { html } from 'hono/html'
import type { Locale } from '#contract'
import { addressIn } from '../page-address.ts'
import { type Content, page } from '../page.ts'
import { type Command, commands, type Place, type RecipeName, recipeNames } from './commands.ts'
import { recipeWords, type RecipeWords } from './recipe-words.ts'

/** What organisers do with the API, in commands to copy. */
export const recipesPage = (locale: Locale, place: Place): Content => {
  const words = recipeWords[locale]
  const other = locale === 'uk' ? 'en' : 'uk'
  const shown = commands(place)
  return page(
    locale,
    words.title,
    html`<main class="text">
        <p>
          <a href="/docs">${words.reference}</a> ·
          <a href="${addressIn(other, '/docs/recipes')}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
        </p>
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <nav aria-labelledby="contents">
          <h2 id="contents">${words.contents}</h2>
          <ol>
            ${recipeNames.map(name => html`<li><a href="#${name}">${words.recipes[name].title}</a></li>`)}
          </ol>
        </nav>
        ${recipeNames.map(name => recipe(name, shown[name], words))}
      </main>
      <script type="module" src="/docs/recipes.js"></script>`,
  )
}

const recipe = (name: RecipeName, { language, text }: Command, { recipes, copy, copied }: RecipeWords): Content => {
  const { title, before, after } = recipes[name]
  return html`<section>
    <h2 id="${name}">${title}</h2>
    <p>${before}</p>
    <div class="command">
      <button type="button" hidden data-copies="command-${name}" data-copied="${copied}">${copy}</button>
      <pre id="command-${name}" data-language="${language}" tabindex="0" translate="no"><code>${text}</code></pre>
    </div>
    ${after ? html`<div>${after}</div>` : ''}
  </section>`
}
