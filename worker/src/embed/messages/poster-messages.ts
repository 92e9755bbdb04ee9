import type { Locale } from '#contract'

type Part = { readonly name: string; readonly about: string }

/** What a printed sheet says, beyond what is published of the forum itself. */
export interface PosterMessages {
  readonly invitation: string
  readonly held: string
  readonly paused: string
  readonly cancelled: string
  readonly undated: string
  readonly undatedAbout: string
  /** What happens on the day of a district's forum, and of the city's. */
  readonly happens: string
  readonly outcome: string
  readonly districtParts: readonly Part[]
  readonly cityParts: readonly Part[]
  readonly scan: Readonly<Record<'register' | 'follow' | 'results', string>>
  readonly free: string
  readonly code: string
  readonly print: string
  readonly printHint: string
}

const uk: PosterMessages = {
  invitation: 'Запрошуємо на форум',
  held: 'Форум відбувся',
  paused: 'Підготовку форуму призупинено',
  cancelled: 'Форум скасовано',
  undated: 'Дату буде оголошено',
  undatedAbout: 'Стежте за новинами на сторінці форуму: там з’являться день, година й місце.',
  happens: 'Що буде',
  outcome: 'Підсумки',
  districtParts: [
    { name: 'Міні-тренінги', about: 'короткі заняття на теми, важливі для громадських організацій' },
    { name: 'Семінари', about: 'розмова про те, що працює і чого бракує' },
    { name: 'Майстерня «Розвиток нашого району»', about: 'разом складаємо концепцію розвитку району' },
    { name: 'Виставка-ярмарок', about: 'увесь день організації району показують свої найкращі справи' },
  ],
  cityParts: [
    { name: 'Від малого до великого', about: 'підсумки десяти районних форумів стають основою міського' },
    { name: 'Розмова всього міста', about: 'громадські організації всіх районів за одним столом' },
  ],
  scan: {
    register: 'Наведіть камеру й зареєструйтеся',
    follow: 'Наведіть камеру: усе про форум',
    results: 'Наведіть камеру: що вирішили',
  },
  free: 'Для громадських організацій і небайдужих мешканців',
  code: 'QR-код сторінки форуму',
  print: 'Надрукувати',
  printHint: 'Аркуш А4. У вікні друку ввімкніть фонову графіку й вимкніть колонтитули.',
}

const en: PosterMessages = {
  invitation: 'Come to the forum',
  held: 'The forum has been held',
  paused: 'The forum is on hold',
  cancelled: 'The forum is cancelled',
  undated: 'Date to be announced',
  undatedAbout: 'Watch the page of the forum: the day, the hour and the venue will appear there.',
  happens: 'What happens',
  outcome: 'Results',
  districtParts: [
    { name: 'Short trainings', about: 'brief lessons on what matters to civil-society organisations' },
    { name: 'Seminars', about: 'a talk about what works and what is missing' },
    { name: 'Workshop “Our District’s Development”', about: 'together we draft how the district should develop' },
    { name: 'Fair of organisations', about: 'all day the district’s organisations show the best of their work' },
  ],
  cityParts: [
    { name: 'From small to great', about: 'the city forum builds on the results of the ten district forums' },
    { name: 'A talk of the whole city', about: 'civil-society organisations of all districts at one table' },
  ],
  scan: {
    register: 'Point your camera and register',
    follow: 'Point your camera: all about the forum',
    results: 'Point your camera: what was decided',
  },
  free: 'For civil-society organisations and active residents',
  code: 'QR code of the forum’s page',
  print: 'Print',
  printHint: 'An A4 sheet. In the print window, switch background graphics on and headers and footers off.',
}

export const posterMessages: Readonly<Record<Locale, PosterMessages>> = { uk, en }
