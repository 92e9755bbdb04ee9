import type { Words } from '#contract'
import type { Subscribed } from './subscribe.ts'

export const asked: Words = { uk: 'Майже готово', en: 'Almost done' }

/** What is kept of an address, told before it is left. */
export const addressOnly: Words = {
  uk: 'Зберігаємо лише цю адресу: напишемо, щойно буде новина, а тоді вилучимо її.',
  en: 'We keep this address alone: we write as soon as there is news, and then remove it.',
}

/** What happens next: the same for a new and for a known address. */
export const nextOf: Readonly<Record<Subscribed['awaited'], readonly Words[]>> = {
  date: [
    {
      uk: 'Перевірте пошту: надіслали лист із кнопкою, яка підтверджує адресу.',
      en: 'Look into your mail: we have sent a letter with a button that confirms the address.',
    },
    {
      uk: 'Щойно дату оголосять, ми напишемо. Тоді ж можна буде зареєструватися.',
      en: 'As soon as the date is announced, we write. Then one can register, too.',
    },
  ],
  opening: [
    {
      uk: 'Перевірте пошту: надіслали лист із кнопкою, яка підтверджує адресу.',
      en: 'Look into your mail: we have sent a letter with a button that confirms the address.',
    },
    { uk: 'Щойно реєстрація відкриється, ми напишемо.', en: 'As soon as registration opens, we write.' },
  ],
}
