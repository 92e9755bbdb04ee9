import type { Locale } from '#contract'

/** What only calendars say, and the ways into them; forums are told in the contract's words. */
export interface CalendarWords {
  /** Before the name of an entry that is no longer, or not yet, what it seems: many programs hide its status. */
  readonly cancelled: string
  readonly paused: string
  readonly waitlisted: string
  readonly endToCome: string
  /** In a person's own entry: their calendar can refuse it, which tells nobody. */
  readonly ownEntry: string
  readonly source: string
  /** Of a calendar to subscribe to; null: of all districts. */
  readonly feed: (whose: string | null) => string
  readonly add: string
  readonly google: string
  readonly outlook: string
  readonly office: string
  readonly file: string
  readonly subscribe: string
  readonly subscribeTo: (whose: string) => string
  readonly feedAddress: string
}

const uk: CalendarWords = {
  cancelled: 'Скасовано',
  paused: 'Призупинено',
  waitlisted: 'Список очікування',
  endToCome: 'Коли форум завершиться, ще не оголошено.',
  ownEntry: 'Якщо прибрати подію з календаря, реєстрація залишиться. Скасувати її можна за посиланням із листа.',
  source: 'За матеріалами КМДА: https://kyivcity.gov.ua',
  feed: whose => (whose === null ? 'Форуми Києва' : `Форуми Києва: ${whose}`),
  add: 'Додати до календаря',
  google: 'Google Календар',
  outlook: 'Outlook.com',
  office: 'Outlook на роботі чи в навчанні',
  file: 'Файл для будь-якого календаря (.ics)',
  subscribe: 'Підписатися на ці форуми у своєму календарі',
  subscribeTo: whose => `Підписатися на всі форуми: ${whose}`,
  feedAddress: 'Адреса для підписки (.ics)',
}

const en: CalendarWords = {
  cancelled: 'Cancelled',
  paused: 'On hold',
  waitlisted: 'Waiting list',
  endToCome: 'When the forum ends has not been announced yet.',
  ownEntry: 'Removing the event from the calendar keeps the registration. To cancel it, use the link in the letter.',
  source: 'Based on materials by KMDA: https://kyivcity.gov.ua',
  feed: whose => (whose === null ? 'Kyiv Forums' : `Kyiv Forums: ${whose}`),
  add: 'Add to calendar',
  google: 'Google Calendar',
  outlook: 'Outlook.com',
  office: 'Outlook at work or school',
  file: 'A file for any calendar (.ics)',
  subscribe: 'Subscribe to these forums in your calendar',
  subscribeTo: whose => `Subscribe to all forums: ${whose}`,
  feedAddress: 'Address to subscribe to (.ics)',
}

export const calendarWords: Readonly<Record<Locale, CalendarWords>> = { uk, en }
