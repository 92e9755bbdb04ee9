import { plural } from './plurals.ts'
import type { Sentences } from './sentences.ts'

export const sentencesUk: Sentences = {
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
  tellMe: { date: 'Повідомити про дату', opening: 'Повідомити про початок реєстрації' },
  progress: (held, total) => {
    const of = `# із ${total} районних форумів`
    const others = { few: `Відбулися ${of}`, many: `Відбулося ${of}`, other: `Відбулося ${of}` }
    return plural('uk', held, { one: `Відбувся ${of}`, ...others })
  },
}
