import { html } from 'hono/html'
import { page } from './page.ts'

/** For whoever opens the worker's address: what it is, the tag, and the widget itself. */
export const homePage = (origin: string) =>
  page(
    'uk',
    'Форуми Києва: віджет розкладу та реєстрації',
    html`<main class="text">
      <h1>Форуми Києва</h1>
      <p>Розклад форумів організацій громадянського суспільства та реєстрація на будь-якому сайті — одним тегом:</p>
      <pre><code>&lt;script async src="${origin}/v1/widget.js"&gt;&lt;/script&gt;</code></pre>
      <p>
        Щоб показати лише свій район, додайте, наприклад, <code>data-district="darnytskyi"</code>.
        <a href="/embed">Обрати вигляд і скопіювати тег</a>
      </p>
      <p>
        <a href="/schedule">Розклад окремою сторінкою</a> · <a href="/accessibility">Доступність</a> ·
        <a href="/docs">Опис API</a> · <a href="/docs/recipes">Рецепти для організаторів</a>
      </p>
      <script async src="/v1/widget.js"></script>
    </main>`,
  )
