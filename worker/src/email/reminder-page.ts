import { html } from 'hono/html'
import type { Locale } from '#contract'
import { addressIn } from '../pages/page-address.ts'
import type { Content } from '../pages/page.ts'
import { publicPage } from '../pages/public-page.ts'

type Words = { readonly title: string; readonly question: string; readonly button: string; readonly done: string }

const words: Readonly<Record<Locale, Words>> = {
  uk: {
    title: 'Нагадування про форум',
    question:
      'Більше не нагадувати вам про цей форум? Реєстрація залишиться, про зміни дати чи місця ми все одно напишемо.',
    button: 'Не нагадувати',
    done: 'Готово: ми більше не нагадуватимемо про цей форум. Ваша реєстрація діє.',
  },
  en: {
    title: 'Reminders of the forum',
    question:
      'No more reminders of this forum? You stay registered, and we still write when the date or the venue changes.',
    button: 'Do not remind me',
    done: 'Done: we do not remind you of this forum any more. Your registration is valid.',
  },
}

/** Shows a button and does nothing yet: programs that look at mail follow every link in it. */
export const reminderPage = (locale: Locale, origin: string, path: string, isDone: boolean): Content => {
  const { title, question, button, done } = words[locale]
  return publicPage({
    locale,
    origin,
    title,
    content: html`<div class="refusal">
      <h1>${title}</h1>
      ${
        isDone
          ? html`<p role="status">${done}</p>`
          : html`<p>${question}</p>
              <form method="post" action="${addressIn(locale, path)}">
                <button class="button" type="submit">${button}</button>
              </form>`
      }
    </div>`,
  })
}
