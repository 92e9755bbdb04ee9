import type { Words } from '#contract'
import type { Subscribed } from './subscribe.ts'

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
