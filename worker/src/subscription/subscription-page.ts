import { html } from 'hono/html'
import type { Forum, Locale } from '#contract'
import { forumName } from '#contract/forum-reading'
import { addressIn, forumAddress } from '../pages/page-address.ts'
import type { Content } from '../pages/page.ts'
import { pageWords } from '../pages/page-words.ts'
import { publicPage } from '../pages/public-page.ts'

/** What the link of a letter may show. `gone`: the address was taken away, or time did it. */
export type Step = 'confirm' | 'confirmed' | 'leave' | 'gone'

type Words = {
  readonly title: string
  readonly text: string
  readonly button?: string
}

const words: Readonly<Record<Locale, Readonly<Record<Step, Words>>>> = {
  uk: {
    confirm: {
      title: 'Підтвердити адресу',
      text: 'Написати вам, щойно оголосять новини про цей форум?',
      button: 'Так, напишіть мені',
    },
    confirmed: {
      title: 'Адресу підтверджено',
      text: 'Щойно буде новина про цей форум, ми напишемо. Відмовитися можна в кожному листі.',
    },
    leave: {
      title: 'Більше не писати?',
      text: 'Ми вилучимо вашу адресу й більше не писатимемо про цей форум.',
      button: 'Не писати мені',
    },
    gone: { title: 'Готово', text: 'Вашої адреси в нас немає: про цей форум ми більше не напишемо.' },
  },
  en: {
    confirm: {
      title: 'Confirm the address',
      text: 'Shall we write to you as soon as there is news of this forum?',
      button: 'Yes, write to me',
    },
    confirmed: {
      title: 'The address is confirmed',
      text: 'As soon as there is news of this forum, we write. Each letter lets you stop them.',
    },
    leave: {
      title: 'No more letters?',
      text: 'We remove your address and write no more of this forum.',
      button: 'Do not write to me',
    },
    gone: { title: 'Done', text: 'We do not have your address: no more letters of this forum will come.' },
  },
}

/** A question with a button, or what has become of it. It changes nothing by being looked at: programs that read mail follow every link. */
export const subscriptionPage = (
  { locale, origin, path }: { readonly locale: Locale; readonly origin: string; readonly path: string },
  step: Step,
  forum: Forum | undefined,
): Content => {
  const { title, text, button } = words[locale][step]
  return publicPage({
    locale,
    origin,
    title,
    content: html`<div class="refusal">
      <h1>${title}</h1>
      ${forum ? html`<p><strong>${forumName(forum, locale)}</strong></p>` : ''}
      ${
        button === undefined
          ? html`<p role="status">${text}</p>`
          : html`<p>${text}</p>
              <form method="post" action="${addressIn(locale, path)}">
                <button class="button" type="submit">${button}</button>
              </form>`
      }
      ${forum ? html`<p><a href="${forumAddress(locale, forum.slug)}">${pageWords[locale].forumPage}</a></p>` : ''}
    </div>`,
  })
}
