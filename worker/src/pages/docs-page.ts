import { html } from 'hono/html'
import { page } from './page.ts'

/** The OpenAPI document, readable; script and style are this origin's. */
export const docsPage = () =>
  page(
    'en',
    'Kyiv Forums API',
    html`<link rel="stylesheet" href="/docs/swagger-ui.css" />
      <main id="docs"></main>
      <noscript>The document itself: <a href="/api/v1/openapi.json">openapi.json</a></noscript>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/docs.js"></script>`,
  )
