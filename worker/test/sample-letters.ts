import type { Forum } from '#contract'
import { forumWords } from '#contract/wording'
import type { LetterFacts, LetterKind } from '../src/email/letters/letter-facts.ts'
import type { SubscriptionLetterKind } from '../src/email/letters/letter-kinds.ts'
import type { SubscriptionFacts } from '../src/email/letters/subscription-letter.ts'

/** Of every kind of letter, in the order in which somebody may get them. */
export const sampleKinds = [
  'confirm-address',
  'confirmed',
  'waitlisted',
  'promoted',
  'already-registered',
  'link',
  'changed',
  'transferred',
  'forum-scheduled',
  'forum-moved',
  'forum-paused',
  'forum-resumed',
  'from-organisers',
  'reminder-3-days',
  'reminder-1-day',
  'cancelled',
  'forum-cancelled',
  'thanks',
] as const satisfies readonly LetterKind[]

const scheduled: Omit<Forum, 'words'> = {
  slug: '2019-sviatoshynskyi',
  series: '2019',
  district: { slug: 'sviatoshynskyi', name: { uk: 'Святошинський район', en: 'Sviatoshynskyi District' } },
  title: {
    uk: 'Форум організацій громадянського суспільства',
    en: 'Forum of civil-society organisations',
  },
  date: '2019-06-06',
  startTime: '10:00',
  endTime: '17:30',
  timeZone: 'Europe/Kyiv',
  venue: {
    name: { uk: 'Готель «Приклад»', en: 'Hotel Pryklad' },
    address: { uk: 'вул. Прикладна, 70', en: '70 Prykladna St' },
    shelter: { uk: 'На цокольному поверсі, вхід із двору', en: 'On the lower ground floor, entrance from the yard' },
    access: { uk: 'Вхід без сходів, ліфт', en: 'Step-free entrance, lift' },
    mapUrl: 'https://www.openstreetmap.org/search?query=Kyiv',
  },
  state: 'scheduled',
  movedFrom: null,
  registration: { state: 'open', opensAt: null, closesAt: '2019-06-06T07:00:00.000Z', capacity: 120, seatsLeft: 40 },
  activities: [],
  outcome: null,
}

const differing: Partial<Record<LetterKind, Partial<Omit<Forum, 'words'>>>> = {
  'forum-moved': { state: 'moved', movedFrom: '2019-06-04' },
  'forum-paused': { state: 'paused', date: null, startTime: null, endTime: null, venue: null },
  'forum-cancelled': { state: 'cancelled' },
  'forum-scheduled': {
    startTime: null,
    endTime: null,
    venue: { name: { uk: 'Бібліотека', en: 'Library' }, address: null, shelter: null, access: null, mapUrl: null },
  },
  thanks: {
    state: 'held',
    outcome: {
      attendance: { count: 70, precision: 'more-than' },
      summary: {
        uk: 'Учасники зібрали 24 пропозиції до концепції розвитку району.\nПерші п’ять обговорять на міському форумі.',
        en: 'The participants gathered 24 proposals for the district’s development.\nThe first five go to the city forum.',
      },
    },
  },
}

const told = (forum: Omit<Forum, 'words'>): Forum => ({
  ...forum,
  words: { uk: forumWords('uk', forum), en: forumWords('en', forum) },
})

const source = { name: { uk: 'КМДА', en: 'KMDA' }, url: 'https://kyivcity.gov.ua' }

const notOpen = { ...scheduled.registration, state: 'not-open', opensAt: '2019-05-20T06:00:00.000Z' } as const

const waitedFor: Readonly<Record<SubscriptionLetterKind, Partial<Omit<Forum, 'words'>>>> = {
  'subscription-confirm': { state: 'announced', date: null, startTime: null, endTime: null, venue: null },
  'subscription-date': { registration: notOpen },
  'subscription-open': {},
  'subscription-cancelled': { state: 'cancelled' },
}

/** The same for whoever waits for a forum. */
export const subscriptionFacts = (kind: SubscriptionLetterKind): SubscriptionFacts => {
  const address = `https://forums.example.org/subscriptions/7.${'q1W2e3R4t5'.repeat(5).slice(0, 43)}`
  return {
    forum: told({ ...scheduled, ...waitedFor[kind] }),
    page: 'https://forums.example.org/forums/2019-sviatoshynskyi',
    confirm: address,
    leave: `${address}/end`,
    source,
  }
}

/** Believable facts for a letter of a kind, invented throughout. */
export const sampleFacts = (kind: LetterKind): LetterFacts => {
  return {
    forum: told({ ...scheduled, ...differing[kind] }),
    status: statuses[kind] ?? 'confirmed',
    code: '7H3M-2Q9X',
    heldUntil: kind === 'confirm-address' ? '10:42' : null,
    link: `https://forums.example.org/registration#${'a1B2c3D4e5-_'.repeat(4).slice(0, 43)}`,
    page: 'https://forums.example.org/forums/2019-sviatoshynskyi',
    reminders: `https://forums.example.org/reminders/7.${'z9Y8x7W6v5'.repeat(5).slice(0, 43)}`,
    source,
    ...(kind === 'from-organisers' && {
      written: {
        subject: 'Як дістатися до форуму',
        text: 'Від метро ходить автобус № 37.\nЗупинка навпроти входу.\n\nРеєстрація на місці з 9:30 <у холі> & до початку.',
      },
    }),
  }
}

const statuses: Partial<Record<LetterKind, LetterFacts['status']>> = {
  waitlisted: 'waitlisted',
  cancelled: 'cancelled',
}
