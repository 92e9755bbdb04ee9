import type { Locator, Page } from '@playwright/test'
import { beAnybody, fill, openHost, submit, tagOf } from '../journeys/steps.ts'
import { answer, answerMore, hold, lose } from './answers.ts'
import type { State } from './state.ts'

/** How a state of the widget is reached on somebody's page. */
type Way = {
  readonly name: string
  /** What the editor wrote on the tag. */
  readonly tag?: string
  /** What becomes of its requests. */
  readonly meet?: (page: Page) => Promise<unknown>
  /** What the person does. */
  readonly reach?: (widget: Locator) => Promise<unknown>
  readonly uk: string
  readonly en: string
}

/** A series of its own, which is fetched; the current one may already be there with the script. */
const series = 'data-series="states"'
const forum = (state: string) => `data-forum="states-${state}"`

const open = async (widget: Locator) => {
  await widget
    .getByRole('button', { name: /Зареєструватися|Стати в список очікування/ })
    .first()
    .click()
  await widget.getByRole('dialog').waitFor()
}

const askToBeTold = async (widget: Locator) => {
  await widget
    .getByRole('button', { name: /Повідомити/ })
    .first()
    .click()
  await widget.getByRole('dialog').getByText('Зберігаємо лише цю адресу').waitFor()
}

const leaveAddress = async (widget: Locator, address: string) => {
  await askToBeTold(widget)
  await widget.locator('#email').fill(address)
  await widget
    .getByRole('dialog')
    .getByRole('button', { name: /Повідомити/ })
    .click()
}

const openReady = async (widget: Locator) => {
  await open(widget)
  await widget.locator('#consent:enabled').waitFor()
}

const send = async (widget: Locator) => {
  await openReady(widget)
  await fill(widget, { name: 'Олена Приклад', email: `state-${Date.now()}@example.com` })
  await submit(widget).click()
}

const receipt = async (widget: Locator) => {
  await beAnybody(widget.page())
  await send(widget)
  await widget.locator('.code').waitFor({ timeout: 20_000 })
}

const ways: readonly Way[] = [
  {
    name: 'loading',
    tag: series,
    meet: page => hold(page, '/schedule'),
    uk: 'Завантажуємо розклад…',
    en: 'Loading the schedule…',
  },
  { name: 'schedule', uk: 'Київ – столиця діалогу', en: 'Kyiv, the Capital of Dialogue' },
  {
    name: 'schedule-in-every-state',
    tag: series,
    reach: widget => widget.locator('summary').click(),
    uk: 'Форуми в усіх станах',
    en: 'Forums in Every State',
  },
  { name: 'district', tag: 'data-district="sviatoshynskyi"', uk: 'Готель «Road»', en: 'Road Hotel' },
  { name: 'list', tag: 'data-variant="list"', uk: 'Голосіївський район', en: 'Holosiivskyi District' },
  { name: 'button', tag: 'data-variant="button"', uk: 'червня 2019', en: 'June 2019' },
  {
    name: 'stale',
    tag: series,
    reach: async widget => {
      await widget.getByText('Форуми в усіх станах').waitFor()
      // It is kept when the page has had its own things.
      await widget.page().waitForFunction(() => localStorage.length > 0)
      await lose(widget.page(), '/schedule')
      await widget.page().reload()
    },
    uk: 'Розклад станом на',
    en: 'The schedule as of',
  },
  { name: 'forum-open', tag: forum('open'), uk: 'Дніпровський район', en: 'Dniprovskyi District' },
  { name: 'forum-scarce', tag: forum('scarce'), uk: 'Залишилося 3 місця', en: '3 places left' },
  { name: 'forum-waitlist', tag: forum('waitlist'), uk: 'Місця зайнято, діє', en: 'Places are taken, there is' },
  { name: 'forum-full', tag: forum('full'), uk: 'Усі місця зайнято', en: 'All places are taken' },
  { name: 'forum-closed', tag: forum('closed'), uk: 'Реєстрацію завершено', en: 'Registration is closed' },
  { name: 'forum-not-open', tag: forum('not-open'), uk: 'Реєстрація відкриється', en: 'Registration opens on' },
  { name: 'forum-paused', tag: forum('paused'), uk: 'Підготовку призупинено', en: 'On hold for now' },
  { name: 'forum-cancelled', tag: forum('cancelled'), uk: 'Форум скасовано', en: 'This forum is cancelled' },
  { name: 'forum-moved', tag: forum('moved'), uk: 'Перенесено з', en: 'Moved from' },
  { name: 'forum-held', tag: forum('held'), uk: 'Учасників: 73', en: '73 participants' },
  { name: 'forum-undated', tag: forum('undated'), uk: 'Дату буде оголошено', en: 'Date to be announced' },
  { name: 'empty', tag: `${series} data-district="city"`, uk: 'Форумів поки немає', en: 'No forums yet' },
  {
    name: 'failed-connection',
    tag: series,
    meet: page => lose(page, '/schedule'),
    uk: 'Немає зв’язку',
    en: 'No connection',
  },
  { name: 'failed-settings', tag: 'data-series="nowhere"', uk: 'налаштовано неправильно', en: 'is set up wrongly' },
  {
    name: 'failed-server',
    tag: series,
    meet: page => answer(page, '/schedule', 500, 'internal-error'),
    uk: 'На сервері помилка',
    en: 'The server has a problem',
  },
  {
    name: 'form-script-lost',
    tag: forum('open'),
    // Not the element's own script: the part that it loads.
    meet: page =>
      page.route(/\.js$/, route =>
        route.request().url().endsWith('/v1/widget.js') ? route.continue() : route.abort(),
      ),
    reach: widget => widget.getByRole('button').click(),
    uk: 'Немає зв’язку',
    en: 'No connection',
  },
  {
    name: 'form-opening',
    tag: forum('open'),
    meet: page => hold(page, '/form'),
    reach: open,
    uk: 'Реєстрація на форум',
    en: 'Register for the forum',
  },
  {
    name: 'form-failed-to-open',
    tag: forum('open'),
    meet: page => lose(page, '/form'),
    reach: open,
    uk: 'Немає зв’язку',
    en: 'No connection',
  },
  {
    name: 'form-elsewhere',
    tag: forum('open'),
    meet: page => answerMore(page, '/form', { elsewhere: true }),
    reach: open,
    uk: 'можна на сторінці форуму',
    en: 'one can on the forum’s own page',
  },
  {
    name: 'form',
    tag: forum('open'),
    reach: async widget => {
      await openReady(widget)
      await widget.locator('form summary').click()
    },
    uk: 'Реєстрація на форум',
    en: 'Register for the forum',
  },
  {
    name: 'form-waitlist',
    tag: forum('waitlist'),
    reach: openReady,
    uk: 'Коли одне звільниться',
    en: 'When one is free',
  },
  {
    name: 'form-with-complaints',
    tag: forum('open'),
    reach: async widget => {
      await openReady(widget)
      await submit(widget).click()
    },
    uk: 'Полів, які треба виправити',
    en: 'Fields to correct',
  },
  {
    name: 'form-refused',
    tag: forum('open'),
    meet: page => answer(page, '/registrations', 409, 'forum-full'),
    reach: async widget => {
      await send(widget)
      // Then there is no button any more that would send it.
      await widget.getByText('Останнє місце щойно зайняли').waitFor()
    },
    uk: 'Останнє місце щойно зайняли',
    en: 'The last place has just been taken',
  },
  {
    name: 'form-sending',
    tag: forum('open'),
    meet: page => hold(page, '/registrations'),
    reach: send,
    uk: 'Надсилаємо…',
    en: 'Sending…',
  },
  {
    name: 'tell-me',
    tag: forum('undated'),
    reach: askToBeTold,
    uk: 'Зберігаємо лише цю адресу',
    en: 'We keep this address alone',
  },
  {
    name: 'tell-me-with-complaint',
    tag: forum('undated'),
    reach: widget => leaveAddress(widget, 'олена@example.com'),
    uk: 'Полів, які треба виправити',
    en: 'Fields to correct',
  },
  {
    name: 'tell-me-sent',
    tag: forum('undated'),
    reach: async widget => {
      await leaveAddress(widget, `state-${Date.now()}@example.com`)
      await widget.getByText('Майже готово').waitFor({ timeout: 20_000 })
    },
    uk: 'Майже готово',
    en: 'Almost done',
  },
  {
    name: 'receipt-confirmed',
    tag: forum('open'),
    reach: receipt,
    uk: 'Вас зареєстровано',
    en: 'You are registered',
  },
  {
    name: 'receipt-waitlisted',
    tag: forum('waitlist'),
    reach: receipt,
    uk: 'Ви у списку очікування',
    en: 'You are on the waiting list',
  },
  {
    name: 'receipt-held',
    tag: forum('confirm'),
    reach: receipt,
    uk: 'Місце тримаємо до',
    en: 'We hold the place until',
  },
]

/** The widget on a page that is not ours, in each of its states. */
export const hostStates: readonly State[] = ways.map(({ name, tag, meet, reach, uk, en }) => ({
  name,
  shows: { uk, en },
  element: 'kyiv-forums',
  open: async page => {
    await meet?.(page)
    const widget = await openHost(page, tagOf(tag))
    await reach?.(widget)
  },
  speak: (page, language) =>
    page.locator('kyiv-forums').evaluate((element, lang) => element.setAttribute('lang', lang), language),
}))
