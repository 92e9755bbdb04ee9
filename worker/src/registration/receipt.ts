import type { Receipt, Words } from '#contract'
import { calendarLinks } from '../calendar/calendar-links.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { Answer, Answered } from './register.ts'

const next: Record<Answer['status'], readonly Words[]> = {
  confirmed: [
    { uk: 'Збережіть код: назвіть його на вході.', en: 'Keep the code and name it at the door.' },
    {
      uk: 'Стежте за розкладом: якщо час чи місце зміняться, це буде видно тут.',
      en: 'Watch the schedule: if the time or the place changes, it is shown here.',
    },
  ],
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

/** What the person is told: the same for a new and for a repeated address. */
export const receiptOf = ({ status, code }: Answer, forum: string): Receipt => ({
  status,
  code,
  forum,
  next: [...next[status]],
})

/** With the ways into a calendar. `origin` is the worker's, as its links need it. */
export const wholeReceiptOf = (answer: Answered, origin: string, now: number): Receipt => {
  const calendar = calendarLinks(presentForum(answer.row, now), origin)
  return { ...receiptOf(answer, answer.row.forum.slug), ...(calendar && { calendar }) }
}
