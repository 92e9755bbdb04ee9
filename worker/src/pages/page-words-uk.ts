import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import type { PageWords } from './page-words.ts'

const outdated = 'Ця форма застаріла. Перевірте, будь ласка, введене й натисніть кнопку ще раз.'

export const pageWordsUk: PageWords = {
  site: 'Форуми Києва',
  about: 'Форуми організацій громадянського суспільства Києва: коли, де і як зареєструватися.',
  otherLanguage: 'English',
  skip: 'До основного вмісту',
  schedule: 'Розклад форумів',
  wholeSchedule: 'Увесь розклад',
  byDistrict: 'Форуми за районами',
  tellMe: 'Повідомити мене',
  forumPage: 'Сторінка форуму',
  accessibility: 'Доступність',
  organiser: 'Департамент суспільних комунікацій КМДА',
  city: 'Київ',
  error: 'Помилка',
  alone: 'Якщо ви не представляєте організацію, залиште поле порожнім',
  consentVersion: version => `Версія тексту: ${version}`,
  leaveEmpty: 'Не заповнюйте це поле',
  unsent: {
    'form-too-fast': 'Форму надіслано надто швидко. Зачекайте кілька секунд і натисніть кнопку ще раз.',
    'form-expired': outdated,
    'invalid-idempotency-key': outdated,
    'key-reused': 'Цю форму вже надіслано з іншими відповідями. Щоб надіслати й ці, натисніть кнопку ще раз.',
    'too-many-requests':
      'Забагато спроб із цієї мережі. Спробуйте за десять хвилин або ввімкніть у браузері JavaScript: із ним вийде одразу.',
  },
  refusals: {
    'invalid-query': {
      title: 'В адресі сторінки помилка',
      text: 'Перевірте адресу або відкрийте весь розклад.',
    },
    'foreign-origin': {
      title: 'Форму надіслано з іншого сайту',
      text: formMessages.uk.problems['foreign-origin'],
    },
    'not-found': {
      title: 'Такої сторінки немає',
      text: 'Можливо, в адресі помилка або форуму вже немає в розкладі.',
    },
    'method-not-allowed': {
      title: 'Так ця сторінка не відкривається',
      text: 'Відкрийте її, будь ласка, за посиланням із розкладу.',
    },
    'body-too-large': {
      title: 'Форма завелика',
      text: 'Поверніться на попередню сторінку, скоротіть текст і надішліть форму ще раз.',
    },
    'unsupported-media-type': {
      title: 'Форму не вдалося прочитати',
      text: 'Заповніть її, будь ласка, на сторінці форуму.',
    },
    'internal-error': { title: 'Щось зламалося', text: messages.uk.troubles.server },
    overloaded: { title: 'Сторінка тимчасово недоступна', text: messages.uk.troubles.server },
  },
  nothingLost:
    'Усе, що ви ввели, збережено на цій сторінці. Натисніть кнопку за хвилину: форму буде надіслано один раз.',
}
