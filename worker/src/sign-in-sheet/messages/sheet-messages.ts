import type { Locale, RegistrationStatus } from '#contract'
import { plural } from '#contract/messages/plurals'

/** What stands on the sheet for the door. */
export interface SheetMessages {
  readonly titles: Readonly<Record<RegistrationStatus, string>>
  readonly activity: (title: string) => string
  readonly number: string
  readonly name: string
  readonly organisation: string
  readonly code: string
  readonly signature: string
  readonly nobody: string
  readonly asOf: (when: string) => string
  readonly people: (count: number) => string
  readonly ofForum: (confirmed: number, waitlisted: number) => string
  readonly printHint: string
}

const uk: SheetMessages = {
  titles: {
    confirmed: 'Лист реєстрації учасників',
    waitlisted: 'Список очікування',
    cancelled: 'Скасовані реєстрації',
  },
  activity: title => `Захід програми: ${title}`,
  number: '№',
  name: 'Ім’я та прізвище',
  organisation: 'Організація',
  code: 'Код',
  signature: 'Підпис',
  nobody: 'У цьому списку поки нікого немає.',
  asOf: when => `Станом на ${when}`,
  people: count =>
    plural('uk', count, {
      one: 'У цьому списку # особа',
      few: 'У цьому списку # особи',
      many: 'У цьому списку # осіб',
      other: 'У цьому списку # особи',
    }),
  ofForum: (confirmed, waitlisted) => `На форумі: підтверджено ${confirmed}, у списку очікування ${waitlisted}`,
  printHint: 'Аркуш готовий до друку на папері А4: Ctrl + P або меню «Друк».',
}

const en: SheetMessages = {
  titles: {
    confirmed: 'Sign-in sheet',
    waitlisted: 'Waiting list',
    cancelled: 'Cancelled registrations',
  },
  activity: title => `Activity: ${title}`,
  number: 'No.',
  name: 'Full name',
  organisation: 'Organisation',
  code: 'Code',
  signature: 'Signature',
  nobody: 'There is nobody in this list yet.',
  asOf: when => `As of ${when}`,
  people: count => plural('en', count, { one: '# person in this list', other: '# people in this list' }),
  ofForum: (confirmed, waitlisted) => `At the forum: ${confirmed} confirmed, ${waitlisted} on the waiting list`,
  printHint: 'Ready to be printed on A4 paper: Ctrl + P, or “Print” in the menu.',
}

export const sheetMessages: Readonly<Record<Locale, SheetMessages>> = { uk, en }
