import { html } from 'hono/html'
import { page } from './page.ts'

/** The OpenAPI document, readable; script and style are this origin's. */
export const docsPage = () =>
  page(
    'en',
    'Kyiv Forums API',
    html`<link rel="stylesheet" href="/docs/swagger-ui.css" />
      <header class="text">
        <p>
          <a href="/docs/recipes?lang=en">Recipes: from a token to a published forum</a> ·
          <a href="/docs/recipes" lang="uk" hreflang="uk">Рецепти українською</a> ·
          <a href="/docs/problems">Problem codes</a> · <a href="/api/v1/openapi.json">openapi.json</a>
        </p>
      </header>
      <main id="docs"></main>
      <noscript>The document itself: <a href="/api/v1/openapi.json">openapi.json</a></noscript>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/docs.js"></script>`,
  )
