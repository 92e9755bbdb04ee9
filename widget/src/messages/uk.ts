import { plural } from '../plurals.ts'
import type { Messages } from './messages.ts'

export const uk: Messages = {
  loading: 'Завантажуємо розклад…',
  laterForums: 'Далі за розкладом',
  undated: 'Дату буде оголошено',
  heldForums: count => `Уже відбулися (${count})`,
  hours: 'Час',
  hoursToCome: 'Годину ще не оголошено',
  place: 'Місце',
  placeToCome: 'Місце ще не оголошено',
  shelter: 'Укриття',
  access: 'Доступність',
  map: 'На мапі',
  newTab: 'у новій вкладці',
  register: 'Зареєструватися',
  joinWaitlist: 'Стати в список очікування',
  registration: {
    open: when => (when ? `Реєстрація до ${when}` : 'Реєстрацію відкрито'),
    'not-open': when => (when ? `Реєстрація відкриється ${when}` : 'Реєстрацію ще не відкрито'),
    waitlist: () => 'Місця зайнято, діє список очікування',
    full: () => 'Усі місця зайнято',
    closed: () => 'Реєстрацію завершено',
  },
  seatsLeft: count =>
    plural('uk', count, {
      one: 'Залишилося # місце',
      few: 'Залишилося # місця',
      many: 'Залишилося # місць',
      other: 'Залишилося # місця',
    }),
  movedFrom: date => `Перенесено з ${date}`,
  paused: 'Підготовку призупинено',
  cancelled: 'Форум скасовано',
  attended: ({ count, precision }) =>
    precision === 'exact'
      ? `Учасників: ${count}`
      : plural('uk', count, {
          one: 'Понад # учасника',
          few: 'Понад # учасників',
          many: 'Понад # учасників',
          other: 'Понад # учасника',
        }),
  goal: 'Від малого до великого',
  goalAbout: 'Підсумки районних форумів стають основою міського.',
  progress: (held, total) => {
    const of = `# із ${total} районних форумів`
    const others = { few: `Відбулися ${of}`, many: `Відбулося ${of}`, other: `Відбулося ${of}` }
    return plural('uk', held, { one: `Відбувся ${of}`, ...others })
  },
  source: 'За матеріалами',
  empty: 'Форумів поки немає. Щойно розклад оголосять, він з’явиться тут.',
  troubles: {
    connection: 'Немає зв’язку. Перевірте інтернет і спробуйте ще раз.',
    settings: 'Розклад тут налаштовано неправильно. Повідомте, будь ласка, редакцію сайту.',
    server: 'На сервері помилка. Спробуйте ще раз за хвилину.',
  },
  tryAgain: 'Спробувати ще раз',
  cityPortal: 'Портал Києва',
}
