import { html } from 'hono/html'
import { page } from './page.ts'

/** One's own registration. The private link's token stands in the fragment, which no server is told. */
export const registrationPage = () =>
  page(
    'uk',
    'Моя реєстрація на форум',
    html`<kyiv-forums-registration></kyiv-forums-registration>
      <noscript>
        <p class="text">Щоб побачити свою реєстрацію, увімкніть, будь ласка, JavaScript.</p>
      </noscript>
      <script type="module" src="/pages/registration-page.js"></script>`,
  )
