import { sentences } from '#contract/messages/sentences'
import { forumWords } from '#contract/wording'
import type { CalendarLinks, District, Forum, Schedule, Series, Words } from '#contract'

/** Builders: a believable forum, of which a test states only what matters. */

const districts = {
  darnytskyi: ['Дарницький район', 'Darnytskyi District'],
  sviatoshynskyi: ['Святошинський район', 'Sviatoshynskyi District'],
  dniprovskyi: ['Дніпровський район', 'Dniprovskyi District'],
  holosiivskyi: ['Голосіївський район', 'Holosiivskyi District'],
  solomianskyi: ['Солом’янський район', 'Solomianskyi District'],
  desnianskyi: ['Деснянський район', 'Desnianskyi District'],
  obolonskyi: ['Оболонський район', 'Obolonskyi District'],
  pecherskyi: ['Печерський район', 'Pecherskyi District'],
  podilskyi: ['Подільський район', 'Podilskyi District'],
  shevchenkivskyi: ['Шевченківський район', 'Shevchenkivskyi District'],
} as const satisfies Record<string, readonly [string, string]>

export type DistrictSlug = keyof typeof districts

export const words = (uk: string, en: string): Words => ({ uk, en })

const district = (slug: DistrictSlug): District => ({ slug, name: words(districts[slug][0], districts[slug][1]) })

/** With the words that the API would tell. */
export const inWords = (facts: Omit<Forum, 'words'>): Forum => ({
  ...facts,
  words: { uk: forumWords('uk', facts), en: forumWords('en', facts) },
})

export const forum = (slug: DistrictSlug, given: Partial<Forum> = {}): Forum =>
  inWords({
    slug: `2019-${slug}`,
    series: '2019',
    district: district(slug),
    title: words('Форум організацій громадянського суспільства', 'Forum of civil-society organisations'),
    date: '2019-06-06',
    startTime: null,
    endTime: null,
    timeZone: 'Europe/Kyiv',
    venue: venue('готель «Road»', 'Hotel Road', 'вул. Велика кільцева, 70', '70 Velyka Kiltseva St'),
    state: 'scheduled',
    movedFrom: null,
    registration: registration(),
    activities: [],
    outcome: null,
    ...given,
  })

export const venue = (uk: string, en: string, addressUk: string, addressEn: string): NonNullable<Forum['venue']> => ({
  name: words(uk, en),
  address: words(addressUk, addressEn),
  shelter: null,
  access: null,
  mapUrl: null,
})

export const registration = (given: Partial<Forum['registration']> = {}): Forum['registration'] => ({
  state: 'open',
  opensAt: null,
  closesAt: '2019-06-05T15:00:00.000Z',
  capacity: 150,
  seatsLeft: 120,
  ...given,
})

const closing = (date: string) => registration({ closesAt: `${date}T15:00:00.000Z` })
const notOpen = registration({ state: 'not-open', closesAt: null, capacity: null, seatsLeft: null })

/** Nothing but the district is known. */
export const undated = (slug: DistrictSlug, given: Partial<Forum> = {}): Forum =>
  forum(slug, { date: null, venue: null, state: 'announced', registration: notOpen, ...given })

export const heldForum = (slug: DistrictSlug, given: Partial<Forum> = {}): Forum =>
  forum(slug, {
    date: '2019-05-30',
    venue: null,
    state: 'held',
    registration: registration({ state: 'closed', seatsLeft: null, capacity: null }),
    outcome: { attendance: { count: 70, precision: 'more-than' }, summary: null },
    ...given,
  })

export const cityForum = (given: Partial<Forum> = {}): Forum =>
  inWords({
    ...undated('darnytskyi'),
    slug: '2019-city',
    district: null,
    title: words(
      'Третій Київський форум організацій громадянського суспільства',
      'Third Kyiv Forum of Civil-Society Organisations',
    ),
    ...given,
  })

/** So many district forums of so many have been held. */
const progressOf = (held: number, total: number): Series['progress'] => ({
  held,
  total,
  words: words(sentences.uk.progress(held, total), sentences.en.progress(held, total)),
})

export const series = (given: Partial<Series> = {}): Series => ({
  slug: '2019',
  title: words('Київ – столиця діалогу', 'Kyiv, the capital of dialogue'),
  about: words(
    'Громадські організації кожного району разом із містом працюють над концепцією його розвитку.',
    'Civil-society organisations of each district work with the city on the concept of its development.',
  ),
  progress: progressOf(1, 10),
  source: { name: words('КМДА', 'KMDA'), url: 'https://kyivcity.gov.ua' },
  ...given,
})

/** The programme as it stood on 3 June 2019. */
export const programme = (): Schedule => ({
  series: series(),
  forums: [
    heldForum('darnytskyi'),
    forum('sviatoshynskyi'),
    forum('dniprovskyi', {
      date: '2019-06-13',
      venue: venue('готель «Турист»', 'Hotel Tourist', 'вул. Раїси Окіпної, 2', '2 Raisy Okipnoi St'),
      registration: closing('2019-06-12'),
    }),
    forum('holosiivskyi', {
      date: '2019-06-20',
      venue: venue('готель «Мир»', 'Hotel Myr', 'просп. Голосіївський, 70', '70 Holosiivskyi Ave'),
      registration: closing('2019-06-19'),
    }),
    forum('solomianskyi', {
      date: '2019-06-27',
      venue: venue('готель «Ibis»', 'Hotel Ibis', 'вул. Ползунова, 6', '6 Polzunova St'),
      registration: closing('2019-06-26'),
    }),
    undated('desnianskyi'),
    undated('obolonskyi'),
    undated('pecherskyi'),
    undated('podilskyi'),
    undated('shevchenkivskyi'),
    cityForum(),
  ],
})

const file = 'https://forums.example.org/api/v1/forums/2019-sviatoshynskyi.ics'
const google = 'https://calendar.google.com/calendar/render?action=TEMPLATE&text='

export const calendar = (given: Partial<CalendarLinks> = {}): CalendarLinks => ({
  title: words('Додати до календаря', 'Add to calendar'),
  links: [
    { name: words('Google Календар', 'Google Calendar'), address: words(`${google}%D0%A4`, `${google}F`) },
    { name: words('Файл для будь-якого календаря (.ics)', 'A file'), address: words(file, `${file}?lang=en`) },
  ],
  ...given,
})
