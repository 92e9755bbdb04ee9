import type { Locator, Page } from '@playwright/test'
import { worker } from '../journeys/steps.ts'
import { answer, answerMore, hold, lose } from './answers.ts'
import { privateLink } from './private-link.ts'
import type { State } from './state.ts'

/** How a state of the page of one's own registration is reached. */
type Way = {
  readonly name: string
  /** The address after the page's own; by default no link. */
  readonly link?: () => Promise<string> | string
  readonly meet?: (page: Page) => Promise<unknown>
  readonly reach?: (own: Locator) => Promise<unknown>
  readonly uk: string
  readonly en: string
}

const page = () => `${worker()}/registration`
const noRegistration = () => `${page()}#${'a'.repeat(43)}`
const confirmed = () => privateLink('states-open')
const held = () => privateLink('states-confirm')
const press = (name: RegExp) => (own: Locator) => own.getByRole('button', { name }).click()

const writeAddress = (address: string) => async (own: Locator) => {
  await own.locator('#email').fill(address)
  await press(/Надіслати/)(own)
}

/** The second step of what cannot be undone. */
const confirm = (name: RegExp) => async (own: Locator) => {
  await press(name)(own)
  await press(/^Так/)(own.getByRole('dialog'))
}

const ways: readonly Way[] = [
  { name: 'own-without-link', link: page, uk: 'відкрийте посилання', en: 'open the link in our letter' },
  { name: 'own-wrong-link', link: noRegistration, uk: 'Це посилання не діє', en: 'This link does not work' },
  {
    name: 'own-wrong-address',
    link: noRegistration,
    reach: writeAddress('olena'),
    uk: 'Перевірте адресу',
    en: 'Check the address',
  },
  {
    name: 'own-link-sent',
    link: noRegistration,
    reach: writeAddress('nobody@example.com'),
    uk: 'ми надіслали на неї лист',
    en: 'we have sent it a letter',
  },
  {
    name: 'own-loading',
    link: noRegistration,
    meet: at => hold(at, '/registration'),
    uk: 'Завантажуємо вашу реєстрацію…',
    en: 'Loading your registration…',
  },
  {
    name: 'own-failed',
    link: noRegistration,
    meet: at => lose(at, '/registration'),
    uk: 'Немає зв’язку',
    en: 'No connection',
  },
  { name: 'own-confirmed', link: confirmed, uk: 'Місце за вами', en: 'Your place is reserved' },
  { name: 'own-held', link: held, uk: 'Підтвердьте адресу', en: 'Confirm your address' },
  {
    name: 'own-held-too-late',
    link: held,
    meet: at => answerMore(at, '/registration', { status: 'cancelled', mayChange: false }),
    uk: 'Час на підтвердження минув',
    en: 'The time to confirm is over',
  },
  {
    name: 'own-held-failed',
    link: held,
    reach: async own => {
      await lose(own.page(), '/registration/confirmation')
      await press(/^Підтвердити/)(own)
    },
    uk: 'Немає зв’язку',
    en: 'No connection',
  },
  {
    name: 'own-held-confirmed',
    link: held,
    reach: press(/^Підтвердити/),
    uk: 'Адресу підтверджено',
    en: 'The address is confirmed',
  },
  {
    name: 'own-waitlisted',
    link: () => privateLink('states-waitlist'),
    uk: 'Ваш номер у черзі',
    en: 'Your number in the list',
  },
  {
    name: 'own-with-complaint',
    link: confirmed,
    reach: async own => {
      await own.locator('#name').fill('')
      await press(/^Зберегти/)(own)
    },
    uk: 'Заповніть, будь ласка',
    en: 'Please fill in',
  },
  {
    name: 'own-refused',
    link: confirmed,
    reach: async own => {
      await answer(own.page(), '/registration', 409, 'too-late')
      await press(/^Зберегти/)(own)
    },
    uk: 'Уже запізно щось змінювати',
    en: 'It is too late to change',
  },
  {
    name: 'own-saved',
    link: confirmed,
    reach: press(/^Зберегти/),
    uk: 'Зміни збережено.',
    en: 'The changes are saved.',
  },
  {
    name: 'own-cancel-question',
    link: confirmed,
    reach: press(/^Скасувати/),
    uk: 'Скасувати реєстрацію?',
    en: 'Cancel the registration?',
  },
  {
    name: 'own-cancelled',
    link: confirmed,
    reach: confirm(/^Скасувати/),
    uk: 'Реєстрацію скасовано',
    en: 'The registration is cancelled',
  },
  {
    name: 'own-erase-question',
    link: confirmed,
    reach: press(/^Вилучити/),
    uk: 'Вилучити ваші дані?',
    en: 'Erase your data?',
  },
  {
    name: 'own-erased',
    link: confirmed,
    reach: confirm(/^Вилучити/),
    uk: 'Ваші дані вилучено',
    en: 'Your data has been erased',
  },
]

/** The page of one's own registration, in each of its states. */
export const ownStates: readonly State[] = ways.map(({ name, link = page, meet, reach, uk, en }) => ({
  name,
  shows: { uk, en },
  element: 'html',
  open: async at => {
    await meet?.(at)
    await at.goto(await link())
    await reach?.(at.locator('kyiv-forums-registration'))
  },
  // A click of a program: under an open question the button is out of a person's reach.
  speak: async (at, language) => {
    const other = at.locator('kyiv-forums-registration button.link')
    if ((await other.getAttribute('lang')) === language) await other.dispatchEvent('click')
  },
}))
