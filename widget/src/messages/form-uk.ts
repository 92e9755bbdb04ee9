import { plural } from '../plurals.ts'
import type { FormMessages } from './form-messages.ts'
import { messages } from './messages.ts'

const { registration } = messages.uk

export const formUk: FormMessages = {
  title: 'Реєстрація на форум',
  waitlistNotice: `${registration.full('')}. Коли одне звільниться, його отримає перший у списку.`,
  close: 'Закрити',
  labels: {
    name: 'Ім’я та прізвище',
    email: 'Електронна пошта',
    phone: 'Телефон',
    organisation: 'Назва організації',
    role: 'Ваша роль в організації',
    proposal: 'Пропозиція для району',
    needs: 'Що допоможе вам узяти участь',
    consent: 'Погоджуюся на обробку персональних даних',
  },
  hints: {
    email: 'Щоб організатори могли вам написати',
    proposal: 'Потреба, питання чи ініціатива для обговорення',
    needs: 'Вхід без сходів, переклад жестовою мовою, місце ближче до сцени…',
  },
  optional: 'необов’язково',
  nobody: 'Не представляю організацію',
  consentText: 'Прочитати текст згоди',
  sending: 'Надсилаємо…',
  kept: 'Усе, що ви ввели, збережено.',
  summary: count =>
    plural('uk', count, {
      one: 'Виправте, будь ласка, # поле',
      few: 'Виправте, будь ласка, # поля',
      many: 'Виправте, будь ласка, # полів',
      other: 'Виправте, будь ласка, # поля',
    }),
  fieldErrors: {
    required: 'Заповніть, будь ласка, це поле',
    'invalid-value': 'Перевірте, будь ласка, це поле',
    'too-long': 'Скоротіть, будь ласка, текст',
    'invalid-characters': 'Введіть, будь ласка, без особливих знаків',
    'no-letters': 'Має бути хоча б одна літера',
    'contains-link': 'Введіть, будь ласка, без посилань',
    'invalid-email': 'Перевірте адресу: наприклад, olena@example.com',
    'email-not-latin': 'В адресі є кирилиця: перевірте розкладку клавіатури',
    'invalid-phone': 'Перевірте номер: наприклад, 067 123 45 67',
    'consent-required': 'Без згоди ми не можемо вас зареєструвати',
    'unknown-consent-version': 'Текст згоди змінився: прочитайте його ще раз',
  },
  problems: {
    'not-open-yet': `${registration['not-open']('')}.`,
    'registration-closed': `${registration.closed('')}. Погляньте на форуми інших районів.`,
    'forum-full': 'Останнє місце щойно зайняли. Погляньте на форуми інших районів.',
    'too-many-requests': 'Забагато спроб із цієї мережі. Спробуйте за хвилину.',
  },
  done: { confirmed: 'Вас зареєстровано', waitlisted: 'Ви у списку очікування' },
  code: 'Ваш код',
  copy: 'Скопіювати',
  copied: 'Скопійовано',
  another: 'Зареєструвати ще одну особу',
}
