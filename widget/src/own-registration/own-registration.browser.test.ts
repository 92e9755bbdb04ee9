import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { calendar, forum } from '../testing/forums.ts'
import { ownRegistration, personalData } from '../testing/own-registration.ts'
import { KyivForumsRegistration } from './own-registration.ts'

if (!customElements.get('kyiv-forums-registration'))
  customElements.define('kyiv-forums-registration', KyivForumsRegistration)

const token = 'a'.repeat(43)

interface Asked {
  readonly method: string
  readonly path: string
  readonly authorization: string | null
  readonly body: unknown
}

type Reply = readonly [status: number, body: unknown]

/** An API in place of `fetch`; everything goes well unless a test says otherwise, by method and what follows `/registration`. */
const stubApi = (given: Record<string, () => Reply | Promise<Reply>> = {}): Asked[] => {
  const replies: Record<string, () => Reply | Promise<Reply>> = {
    'GET ': () => [200, ownRegistration()],
    'PATCH ': () => [200, ownRegistration({ name: 'Олена Інша' })],
    'DELETE ': () => [200, ownRegistration({ status: 'cancelled', mayChange: false })],
    'POST /confirmation': () => [200, ownRegistration()],
    'GET /data': () => [200, personalData()],
    'POST /erasure': () => [204, null],
    'POST /link': () => [202, { sent: 'if-known' }],
    ...given,
  }
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const path = new URL(address).pathname.replace('/api/v1/registration', '')
    const authorization = new Headers(headers).get('authorization')
    asked.push({ method, path, authorization, body: typeof body === 'string' ? JSON.parse(body) : undefined })
    const reply = replies[`${method} ${path}`]
    if (!reply) throw new TypeError('Failed to fetch')
    const [status, answer] = await reply()
    return new Response(answer === null ? null : JSON.stringify(answer), { status })
  })
  return asked
}

const root = (page: KyivForumsRegistration) => page.shadowRoot as ShadowRoot
const find = <Found extends HTMLElement = HTMLElement>(page: KyivForumsRegistration, selector: string): Found =>
  root(page).querySelector<Found>(selector) ?? expect.unreachable(`There is no ${selector}`)
const textOf = (page: KyivForumsRegistration, selector = 'main') =>
  root(page).querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim()
const focused = (page: KyivForumsRegistration) => root(page).activeElement
const button = (page: KyivForumsRegistration, words: string) =>
  [...root(page).querySelectorAll('button')].find(it => it.textContent.trim() === words) ??
  expect.unreachable(`There is no button «${words}»`)

const opened = async (hash = `#${token}`, lang = ''): Promise<KyivForumsRegistration> => {
  history.replaceState(null, '', location.pathname + location.search + hash)
  const page = document.createElement('kyiv-forums-registration')
  if (lang) page.lang = lang
  document.body.append(page)
  await expect.poll(() => page.state.kind).not.toBe('loading')
  await page.updateComplete
  return page
}

const type = (page: KyivForumsRegistration, field: string, value: string) => {
  const input = find<HTMLInputElement>(page, `#${field}`)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

beforeEach(() => document.body.replaceChildren())
afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', location.pathname + location.search)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a place that is held', () => {
  const confirmBy = '2019-06-03T10:42:00+03:00'
  const held = (given: Parameters<typeof ownRegistration>[0] = {}): Reply => [
    200,
    ownRegistration({ confirmBy, ...given }),
  ]

  test('says until when, has one thing to press, and shows no code yet', async () => {
    const asked = stubApi({ 'GET ': () => held() })
    const page = await opened()
    expect(textOf(page, '.state h2')).toBe('Підтвердьте адресу')
    expect(textOf(page, '.state')).toContain('Місце тримаємо для вас до 10:42.')
    expect(root(page).querySelectorAll('.state button')).toHaveLength(1)
    expect(textOf(page)).not.toContain('7H3M-2Q9X')
    expect(asked.map(({ method }) => method)).toEqual(['GET'])
  })

  test.each([
    [17.5, 'Залишилося 17 хвилин.'],
    [1.5, 'Залишилася 1 хвилина.'],
    [-3, ''],
    [4_000, ''],
  ])('of which %f minutes are left by the clock of the device', async (minutes, told) => {
    const until = new Date(Date.now() + minutes * 60_000).toISOString()
    stubApi({ 'GET ': () => held({ confirmBy: until }) })
    const left = /Залишил\S+ \d+ \S+/.exec(textOf(await opened(), '.state') ?? '')?.[0] ?? ''
    expect(left).toBe(told)
  })

  test('is told from one on the waiting list', async () => {
    stubApi({ 'GET ': () => held({ status: 'waitlisted', waitlistPlace: 3, locale: 'en' }) })
    const page = await opened()
    expect(textOf(page, '.state')).toContain('We hold your place on the waiting list until 10:42.')
    expect(textOf(page, '.state')).toContain('3')
  })

  test('is confirmed by the button, and keeps what was typed below', async () => {
    const asked = stubApi({ 'GET ': () => held() })
    const page = await opened()
    type(page, 'name', 'Олена Ще-Не-Збережена')
    button(page, 'Підтвердити').click()
    await expect.poll(() => focused(page)?.textContent).toBe('Місце за вами')
    expect(textOf(page, '.state')).toContain('Адресу підтверджено.')
    expect(textOf(page, '.code')).toBe('7H3M-2Q9X')
    expect(find<HTMLInputElement>(page, '#name').value).toBe('Олена Ще-Не-Збережена')
    expect(asked.at(-1)).toEqual({
      method: 'POST',
      path: '/confirmation',
      authorization: `Bearer ${token}`,
      body: undefined,
    })
  })

  test('is confirmed once, however often one presses', async () => {
    const asked = stubApi({ 'GET ': () => held() })
    const page = await opened()
    const press = button(page, 'Підтвердити')
    press.click()
    press.click()
    await expect.poll(() => textOf(page, '.code')).toBe('7H3M-2Q9X')
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('stays held when the connection is lost, and may be confirmed again', async () => {
    let fails = true
    stubApi({
      'GET ': () => held(),
      'POST /confirmation': () => {
        if (fails) throw new TypeError('Failed to fetch')
        return [200, ownRegistration()]
      },
    })
    const page = await opened()
    button(page, 'Підтвердити').click()
    await expect.poll(() => focused(page)?.className).toContain('banner')
    expect(textOf(page, '.state')).toContain('Немає зв’язку')
    fails = false
    button(page, 'Підтвердити').click()
    await expect.poll(() => textOf(page, '.code')).toBe('7H3M-2Q9X')
  })

  const lapsed = (given: Parameters<typeof ownRegistration>[0] = {}) =>
    held({ status: 'cancelled', mayChange: false, ...given })

  test('that was lost to the clock says so when one presses too late, and shows the way to another', async () => {
    let isLate = false
    stubApi({
      'GET ': () => (isLate ? lapsed() : held()),
      'POST /confirmation': () => [409, { code: 'not-confirmed-in-time' }],
    })
    const page = await opened()
    isLate = true
    button(page, 'Підтвердити').click()
    await expect.poll(() => focused(page)?.textContent).toBe('Час на підтвердження минув')
    expect(textOf(page, '.state')).toContain('Адресу не підтвердили до 10:42')
    expect(find<HTMLAnchorElement>(page, '.state a').getAttribute('href')).toBe(
      '/forums/2019-sviatoshynskyi#registration',
    )
  })

  test('that was lost leads to no form that is closed', async () => {
    const { forum: open } = ownRegistration()
    const closed = { ...open, registration: { ...open.registration, state: 'closed' as const } }
    stubApi({ 'GET ': () => lapsed({ forum: closed, locale: 'en' }) })
    const page = await opened()
    expect(textOf(page, '.state h2')).toBe('The time to confirm is over')
    expect(root(page).querySelector('.state a')).toBeNull()
    expect(textOf(page, '.state')).toContain(open.words.en.registration)
  })
})

describe('opening the private link', () => {
  test('shows the forum, the state in words and the code, and changes nothing', async () => {
    const asked = stubApi()
    const page = await opened()
    expect(textOf(page)).toContain('Місце за вами')
    expect(textOf(page)).toContain('10:00–16:00')
    expect(textOf(page, '.code')).toBe('7H3M-2Q9X')
    expect(asked).toEqual([{ method: 'GET', path: '', authorization: `Bearer ${token}`, body: undefined }])
  })

  test('offers the ways into a calendar by plain links, as long as the API tells them', async () => {
    stubApi()
    const page = await opened()
    const links = [...root(page).querySelectorAll<HTMLAnchorElement>('[aria-labelledby="calendar"] a')]
    expect(links.map(link => [link.textContent, link.href, link.target, link.rel])).toEqual(
      calendar().links.map(({ name, address }) => [`${name.uk} (у новій вкладці)`, address.uk, '_blank', 'noopener']),
    )
  })

  test('keeps the token in the address alone', async () => {
    stubApi()
    const page = await opened()
    expect(location.hash).toBe(`#${token}`)
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
    expect(page.outerHTML + textOf(page)).not.toContain(token)
  })

  test('tells who waits their number', async () => {
    stubApi({ 'GET ': () => [200, ownRegistration({ status: 'waitlisted', waitlistPlace: 3 })] })
    expect(textOf(await opened(), '.state')).toContain('Ваш номер у черзі: 3.')
  })

  test('speaks the language of the registration, or the one that is chosen, and tells the page which', async () => {
    stubApi({ 'GET ': () => [200, ownRegistration({ locale: 'en' })] })
    const page = await opened(`#${token}`, 'uk')
    expect(textOf(page, 'h1')).toBe('Your registration')
    expect(document.documentElement.lang).toBe('en')
    button(page, 'Українська').click()
    await expect.poll(() => textOf(page, 'h1')).toBe('Ваша реєстрація')
    expect(document.documentElement.lang).toBe('uk')
  })

  test('after the forum there is nothing to change, but the data is still one’s own', async () => {
    stubApi({ 'GET ': () => [200, ownRegistration({ mayChange: false })] })
    const page = await opened()
    expect(textOf(page)).toContain('Форум уже минув')
    expect(root(page).querySelector('#name')).toBeNull()
    button(page, 'Завантажити все, що про мене зберігається')
  })

  test('offers another attempt after a failure', async () => {
    let fails = true
    stubApi({ 'GET ': () => (fails ? [503, { code: 'overloaded' }] : [200, ownRegistration()]) })
    const page = await opened()
    expect(textOf(page)).toContain('На сервері помилка')
    fails = false
    button(page, 'Спробувати ще раз').click()
    await expect.poll(() => focused(page)?.textContent).toContain('Місце за вами')
  })

  test('another link in the same window shows another registration', async () => {
    const asked = stubApi()
    await opened()
    location.hash = 'b'.repeat(43)
    await expect.poll(() => asked.at(-1)?.authorization).toBe(`Bearer ${'b'.repeat(43)}`)
  })
})

describe('without a link that works', () => {
  test.each([
    ['', 'відкрийте посилання з нашого листа'],
    ['#short', 'Це посилання не діє'],
  ])('nothing is asked of the API (%j)', async (hash, sentence) => {
    const asked = stubApi()
    expect(textOf(await opened(hash))).toContain(sentence)
    expect(asked).toEqual([])
  })

  test('an old link is explained, and the link can be had again: the answer is always the same', async () => {
    const asked = stubApi({ 'GET ': () => [404, { code: 'not-found' }] })
    const page = await opened()
    expect(textOf(page)).toContain('Це посилання не діє')
    type(page, 'email', 'olena@example.com')
    button(page, 'Надіслати посилання').click()
    await expect.poll(() => textOf(page, '[role=status]')).toContain('Якщо ця адреса зареєстрована')
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/link', body: { email: 'olena@example.com' } })
  })

  test('an address that is none is told before it is sent', async () => {
    const asked = stubApi()
    const page = await opened('')
    type(page, 'email', 'олена@example.com')
    button(page, 'Надіслати посилання').click()
    await expect.poll(() => focused(page)?.id).toBe('email')
    expect(textOf(page, '#email-error')).toContain('кирилиця')
    expect(asked).toEqual([])
  })
})

describe('changing', () => {
  test('sends what the form says, and keeps what it does not ask', async () => {
    const asked = stubApi()
    const page = await opened()
    type(page, 'name', 'Олена Інша')
    type(page, 'phone', '')
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => textOf(page, 'form [role=status]')).toBe('Зміни збережено.')
    expect(asked.at(-1)).toMatchObject({ method: 'PATCH', path: '' })
    expect(asked.at(-1)?.body).toEqual({
      name: 'Олена Інша',
      phone: null,
      organisation: { name: 'ГО «Приклад»', edrpou: '00000000', role: 'координаторка' },
      proposal: { text: 'Велодоріжка', topic: 'Транспорт' },
      needs: null,
    })
  })

  test('who stops representing an organisation takes it away', async () => {
    const asked = stubApi()
    const page = await opened()
    find(page, '.tick input').click()
    await expect.poll(() => find(page, '#organisation').checkVisibility()).toBe(false)
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => asked.at(-1)?.body).toMatchObject({ organisation: null })
  })

  test.each([
    ['the browser', {}, { name: '' }, 'Заповніть, будь ласка, це поле'],
    [
      'the API',
      { 'PATCH ': (): Reply => [422, { code: 'invalid-request', errors: [{ pointer: '/name', code: 'no-letters' }] }] },
      { name: '123' },
      'Має бути хоча б одна літера',
    ],
  ])('what %s finds wrong stands beside its field, which takes the focus', async (_, replies, { name }, sentence) => {
    stubApi(replies)
    const page = await opened()
    type(page, 'name', name)
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => focused(page)?.id).toBe('name')
    expect(textOf(page, '#name-error')).toContain(sentence)
    expect(find<HTMLInputElement>(page, '#name').value).toBe(name)
    type(page, 'name', 'Олена')
    await expect.poll(() => root(page).querySelector('#name-error')).toBeNull()
  })

  test('says that it is too late', async () => {
    stubApi({ 'PATCH ': () => [409, { code: 'too-late' }] })
    const page = await opened()
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => focused(page)?.textContent).toContain('Уже запізно щось змінювати')
  })

  test('comes by one request, however often it is pressed', async () => {
    const asked = stubApi({ 'PATCH ': () => new Promise<never>(() => {}) })
    const page = await opened()
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => page.doing).toBe('save')
    button(page, 'Зберігаємо…').click()
    expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })
})

describe('cancelling', () => {
  test('takes a second step; then the state has the focus', async () => {
    const asked = stubApi()
    const page = await opened()
    button(page, 'Скасувати реєстрацію').click()
    await expect.poll(() => find<HTMLDialogElement>(page, 'dialog').open).toBe(true)
    expect(focused(page)?.textContent).toBe('Ні, залишити')
    expect(asked).toHaveLength(1)
    button(page, 'Так, скасувати').click()
    await expect.poll(() => focused(page)?.textContent).toBe('Реєстрацію скасовано')
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '', authorization: `Bearer ${token}` })
    expect(textOf(page)).toContain('зареєструйтеся ще раз')
  })

  test('Esc leaves everything as it is, and gives the focus back', async () => {
    const asked = stubApi()
    const page = await opened()
    button(page, 'Скасувати реєстрацію').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => find<HTMLDialogElement>(page, 'dialog').open).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => focused(page)?.textContent).toBe('Скасувати реєстрацію')
    expect(asked).toHaveLength(1)
  })
})

describe('one’s own data', () => {
  test('comes as a file that bears the code', async () => {
    stubApi()
    const page = await opened()
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const made = vi.spyOn(URL, 'createObjectURL')
    button(page, 'Завантажити все, що про мене зберігається').click()
    await expect
      .poll(() => (clicked.mock.contexts[0] as HTMLAnchorElement | undefined)?.download)
      .toBe('kyiv-forums-7H3M-2Q9X.json')
    const [file] = made.mock.lastCall ?? []
    expect(file && JSON.parse(await (file as Blob).text())).toEqual(personalData())
  })

  test('is erased by a second step, after which nothing of it is shown', async () => {
    const asked = stubApi()
    const page = await opened()
    button(page, 'Вилучити мої дані').click()
    await expect.poll(() => find<HTMLDialogElement>(page, 'dialog').open).toBe(true)
    button(page, 'Так, вилучити').click()
    await expect.poll(() => focused(page)?.textContent).toBe('Ваші дані вилучено')
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/erasure' })
    expect(textOf(page)).not.toContain('olena@example.com')
  })
})

describe('WCAG 2.2 AA, as far as a machine can tell', () => {
  const violations = async (page: KyivForumsRegistration): Promise<string[]> => {
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const found = await axe.run(page, { runOnly: { type: 'tag', values } })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary}`))
  }

  test.each([
    ['confirmed', ownRegistration()],
    ['waitlisted', ownRegistration({ status: 'waitlisted', waitlistPlace: 2, locale: 'en' })],
    ['cancelled', ownRegistration({ status: 'cancelled', mayChange: false })],
    ['held', ownRegistration({ confirmBy: '2019-06-03T10:42:00+03:00' })],
    [
      'not confirmed in time',
      ownRegistration({ confirmBy: '2019-06-03T10:42:00+03:00', status: 'cancelled', mayChange: false, locale: 'en' }),
    ],
    ['of a forum without a date', ownRegistration({ forum: forum('podilskyi', { date: null, venue: null }) })],
  ])('%s', async (_, registration) => {
    stubApi({ 'GET ': () => [200, registration] })
    expect(await violations(await opened())).toEqual([])
  })

  test('complaints, the question, and without a link', async () => {
    stubApi()
    const page = await opened()
    type(page, 'name', '')
    button(page, 'Зберегти зміни').click()
    await expect.poll(() => root(page).querySelector('#name-error')).toBeTruthy()
    expect(await violations(page)).toEqual([])
    button(page, 'Вилучити мої дані').click()
    await expect.poll(() => find<HTMLDialogElement>(page, 'dialog').open).toBe(true)
    expect(await violations(page)).toEqual([])
    document.body.replaceChildren()
    expect(await violations(await opened(''))).toEqual([])
  })
})
