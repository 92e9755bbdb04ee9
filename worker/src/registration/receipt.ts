import type { Receipt, Words } from '#contract'
import { calendarLinks } from '../calendar/calendar-links.ts'
import { kyivTime } from '../schedule/kyiv-time.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { Answer } from './register.ts'
import type { Answered } from './registration-rules.ts'

const next: Record<Answered['status'], readonly Words[]> = {
  confirmed: [{ uk: 'Збережіть код: назвіть його на вході.', en: 'Keep the code and name it at the door.' }],
  waitlisted: [
    {
      uk: 'Вільних місць зараз немає, ви у списку очікування.',
      en: 'There is no free place now; you are on the waiting list.',
    },
    {
      uk: 'Щойно місце звільниться, його отримає той, хто чекає найдовше. Збережіть код.',
      en: 'As soon as a place is free, it goes to whoever has waited longest. Keep the code.',
    },
  ],
}

const letterComes: Words = {
  uk: 'Ми надіслали лист із посиланням, за яким реєстрацію можна змінити чи скасувати. Якщо час чи місце зміняться, напишемо ще.',
  en: 'We have sent a letter with the link by which you change or cancel. If the time or the place changes, we write again.',
}

const oneStepMore: Words = { uk: 'Залишився один крок', en: 'One step is left' }

/** `time`: by the clocks of Kyiv. */
const held: Record<Answered['status'], (time: string) => readonly Words[]> = {
  confirmed: time => [
    {
      uk: `Місце тримаємо до ${time}: підтвердьте адресу за посиланням у листі.`,
      en: `We hold the place until ${time}: confirm your address by the link in the letter.`,
    },
    {
      uk: 'Якщо не підтвердите, місце отримає хтось інший. Листа немає? Погляньте у «Спам».',
      en: 'Unless you confirm, the place goes to somebody else. No letter? Look among the spam.',
    },
  ],
  waitlisted: time => [
    {
      uk: `Вільних місць зараз немає. Місце у списку очікування тримаємо до ${time}: підтвердьте адресу за посиланням у листі.`,
      en: `There is no free place now. We hold your place on the waiting list until ${time}: confirm your address by the link in the letter.`,
    },
    {
      uk: 'Якщо не підтвердите, його отримає хтось інший. Листа немає? Погляньте у «Спам».',
      en: 'Unless you confirm, it goes to somebody else. No letter? Look among the spam.',
    },
  ],
}

/** What the person is told: the same for a new and for a repeated address. */
export const receiptOf = ({ status, code, confirmBy }: Answered, forum: string): Receipt => ({
  status,
  code,
  forum,
  ...(confirmBy === null
    ? { next: [...next[status]] }
    : {
        next: [...held[status](kyivTime(confirmBy))],
        confirmBy: new Date(confirmBy).toISOString(),
        title: oneStepMore,
      }),
})

/** Of the form, which asks for an address; with the ways into a calendar. `origin` is the worker's, as its links need it. */
export const wholeReceiptOf = (answer: Answer, origin: string, now: number): Receipt => {
  const calendar = calendarLinks(presentForum(answer.row, now), origin)
  const receipt = receiptOf(answer, answer.row.forum.slug)
  const letter = answer.confirmBy === null ? [letterComes] : []
  return { ...receipt, next: [...receipt.next, ...letter], ...(calendar && { calendar }) }
}
