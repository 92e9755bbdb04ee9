import type { Forum } from '#contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { KyivForums } from '../kyiv-forums.ts'
import { type Asked, never, openForm, problem, receipt, stubApi } from '../testing/api.ts'
import { easyChallenge } from '../testing/challenge.ts'
import { calendar, inWords, programme, registration, words } from '../testing/forums.ts'
import { find, findAll, focused, isSeen, rootOf, show, textOf } from '../testing/screen.ts'

// A stamp has to be three seconds old: the waiting is skipped, unless it is what a test is about.
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 10_000))
  // Pauses between attempts are as short as they can be.
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
let clock = 0

const input = (element: KyivForums, name: string) => find<HTMLInputElement>(element, `#${name}`)
const dialog = (element: KyivForums) => find<HTMLDialogElement>(element, 'dialog')
const send = (element: KyivForums) => find(element, 'form .button').click()
const title = (element: KyivForums) => textOf(element, 'dialog h2')

const opened = async (attributes: Record<string, string> = {}): Promise<KyivForums> => {
  const element = await show(attributes)
  find(element, '.button').click()
  await expect.poll(() => rootOf(element).querySelector('#consent:enabled, .body')).toBeTruthy()
  return element
}

const type = (element: KyivForums, typed: Record<string, string>) => {
  for (const [name, value] of Object.entries(typed)) {
    input(element, name).value = value
    input(element, name).dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const filled = async (attributes?: Record<string, string>): Promise<KyivForums> => {
  const element = await opened(attributes)
  type(element, { name: 'Олена Приклад', email: 'olena@example.com', organisation: 'ГО «Приклад»' })
  input(element, 'consent').click()
  return element
}

const numberIn = (asked: Asked | undefined): unknown => JSON.parse(atob(String(asked?.body['solution']))).number

const posts = (asked: ReturnType<typeof stubApi>['asked']) => asked.filter(({ method }) => method === 'POST')

describe('opening', () => {
  test('shows the fields before anything has come, and the consent when it has', async () => {
    stubApi({ form: () => never })
    const element = await show()
    find(element, '.button').click()
    await expect.poll(() => isSeen(rootOf(element).querySelector('#name'))).toBe(true)
    expect(input(element, 'consent').disabled).toBe(true)
    expect(textOf(element, '#which')).toBe('Святошинський район · четвер, 6 червня 2019 р. · готель «Road»')
  })

  test('tells the page which forum, and nothing else', async () => {
    stubApi()
    const told = vi.fn()
    document.body.addEventListener('kyiv-forums-opened', event => told(event.detail), { once: true })
    await opened()
    expect(told).toHaveBeenCalledWith({ forum: '2019-sviatoshynskyi' })
  })

  test.each([
    [{ form: () => 'lost' as const }, 'Немає зв’язку'],
    [{ form: () => [200, openForm({ registration: registration({ state: 'full' }) })] as const }, 'Останнє місце'],
    [{ form: () => problem('registration-closed', 409) }, 'Реєстрацію завершено'],
  ])('says why it cannot be (%#)', async (replies, sentence) => {
    stubApi(replies)
    const element = await opened()
    await expect.poll(() => focused(element)?.textContent).toContain(sentence)
    expect(isSeen(find(element, 'form'))).toBe(false)
  })

  test('offers another attempt when the form part itself does not come', async () => {
    stubApi()
    const loadForm = vi.spyOn(KyivForums.loadForm, 'uk').mockRejectedValue(new TypeError('Failed to fetch'))
    const element = await show()
    find(element, '.button').click()
    await expect.poll(() => textOf(element, '.card .complaint')).toContain('Немає зв’язку')
    loadForm.mockRestore()
    find(element, '.button').click()
    await expect.poll(() => isSeen(rootOf(element).querySelector('dialog'))).toBe(true)
    expect(textOf(element, '.card .complaint')).toBe('')
  })
})

describe('filling in', () => {
  test('leads to what is missing: a summary takes the focus, each line leads to its field', async () => {
    const { asked } = stubApi()
    const element = await opened()
    send(element)
    await expect.poll(() => focused(element)?.textContent).toContain('Полів, які треба виправити: 4')
    expect(findAll(element, '[aria-invalid]').map(({ id }) => id)).toEqual(['name', 'email', 'organisation', 'consent'])
    findAll(element, '.link')[2]?.click()
    expect(focused(element)?.id).toBe('organisation')
    expect(textOf(element, '#consent-error')).toContain('Без згоди')
    expect(posts(asked)).toEqual([])
  })

  test('takes a complaint back as soon as there is no reason for it', async () => {
    stubApi()
    const element = await opened()
    send(element)
    await expect.poll(() => findAll(element, '.link').length).toBe(4)
    type(element, { name: 'Олена' })
    await expect.poll(() => findAll(element, '.link').length).toBe(3)
    expect(input(element, 'name').hasAttribute('aria-invalid')).toBe(false)
  })

  test.each([
    ['email', 'олена@example.com', 'кирилиця'],
    ['email', 'olena@example', 'Перевірте адресу'],
    ['phone', '12', 'Перевірте номер'],
  ])('recognises a wrong %s: %s', async (field, value, sentence) => {
    stubApi()
    const element = await filled()
    type(element, { [field]: value })
    send(element)
    await expect.poll(() => rootOf(element).querySelector(`#${field}-error`)?.textContent).toContain(sentence)
  })

  test('asks who represents nobody for no organisation', async () => {
    const { asked } = stubApi()
    const element = await filled()
    find(element, '.tick input').click()
    await expect.poll(() => isSeen(input(element, 'organisation'))).toBe(false)
    expect(isSeen(input(element, 'role'))).toBe(false)
    send(element)
    await expect.poll(() => posts(asked).length).toBe(1)
    expect(posts(asked)[0]?.body).not.toHaveProperty('organisation')
  })

  test('keeps what was typed when it is closed with Esc, and gives the focus back', async () => {
    stubApi()
    const element = await filled()
    input(element, 'name').focus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialog(element).open).toBe(false)
    await expect.poll(() => focused(element)?.getAttribute('data-forum')).toBe('2019-sviatoshynskyi')
    find(element, '.button').click()
    await expect.poll(() => dialog(element).open).toBe(true)
    expect(input(element, 'name').value).toBe('Олена Приклад')
  })

  test('keeps a proposal for its own district, and the person for all', async () => {
    stubApi()
    const element = await filled()
    type(element, { proposal: 'Велодоріжка' })
    find(element, '.close').click()
    findAll(element, '.row .button')[0]?.click()
    await expect.poll(() => textOf(element, '#which')).toContain('Дніпровський район')
    expect(input(element, 'proposal').value).toBe('')
    expect(input(element, 'name').value).toBe('Олена Приклад')
    find(element, '.close').click()
    find(element, '.card .button').click()
    await expect.poll(() => input(element, 'proposal').value).toBe('Велодоріжка')
  })

  test('does not let shortcuts of the page eat what is typed', async () => {
    stubApi()
    const shortcut = vi.fn()
    document.addEventListener('keydown', shortcut)
    const element = await opened()
    input(element, 'name').focus()
    await userEvent.keyboard('k')
    document.removeEventListener('keydown', shortcut)
    expect(input(element, 'name').value).toBe('k')
    expect(shortcut).not.toHaveBeenCalled()
  })
})

describe('sending', () => {
  test('says what the contract wants, and nothing that was left empty', async () => {
    const { asked } = stubApi()
    const element = await filled({ district: 'sviatoshynskyi' })
    type(element, { role: 'координаторка', proposal: 'Велодоріжка' })
    send(element)
    await expect.poll(() => posts(asked).length).toBe(1)
    expect(posts(asked)[0]?.url.pathname).toBe('/api/v1/forums/2019-sviatoshynskyi/registrations')
    expect(posts(asked)[0]?.key).toMatch(/^[\w-]{22,64}$/)
    expect(posts(asked)[0]?.body).toEqual({
      name: 'Олена Приклад',
      email: 'olena@example.com',
      organisation: { name: 'ГО «Приклад»', role: 'координаторка' },
      proposal: { text: 'Велодоріжка' },
      locale: 'uk',
      consent: { given: true, version: '2019-1' },
      stamp: 'stamp-1',
    })
  })

  test('gives the code, takes the focus to it, tells the page no personal data, and looks for seats again', async () => {
    const { asked } = stubApi()
    const told = vi.fn()
    document.body.addEventListener('kyiv-forums-registered', event => told(event.detail), { once: true })
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    await expect.poll(() => focused(element)?.id).toBe('title')
    expect(textOf(element, '.code')).toBe('7H3M-2Q9X')
    expect(textOf(element, '.next')).toBe('Ми надіслали вам лист.')
    expect(told).toHaveBeenCalledWith({ forum: '2019-sviatoshynskyi', status: 'confirmed' })
    expect(asked.filter(({ url }) => url.pathname.endsWith('/schedule'))).toHaveLength(2)
  })

  const registered = async (calendarOf: ReturnType<typeof calendar> | undefined, attributes = {}) => {
    const { calendar: _, ...without } = receipt()
    stubApi({ registration: () => [201, { ...without, ...(calendarOf && { calendar: calendarOf }) }] })
    const element = await filled(attributes)
    send(element)
    await expect.poll(() => rootOf(element).querySelector('.code')).toBeTruthy()
    return element
  }
  const calendarLinks = (element: KyivForums) =>
    findAll(element, 'dialog ul[aria-labelledby="calendar"] li').map(it => it.querySelector('a') ?? it)

  test.each([
    ['uk', 'Додати до календаря', ' (у новій вкладці)'],
    ['en', 'Add to calendar', ' (in a new tab)'],
  ] as const)('offers the ways into a calendar by plain links (%s)', async (lang, heading, newTab) => {
    const element = await registered(calendar(), { lang })
    expect(textOf(element, '#calendar')).toBe(heading)
    const links = calendarLinks(element) as HTMLAnchorElement[]
    expect(links.map(link => [link.textContent, link.href])).toEqual(
      calendar().links.map(({ name, address }) => [name[lang] + newTab, address[lang]]),
    )
    for (const link of links) {
      expect([link.target, link.rel, link.hasAttribute('download')]).toEqual(['_blank', 'noopener', false])
      expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(24)
    }
  })

  test('leads nowhere but to the web, and takes no words for markup', async () => {
    const element = await registered(
      calendar({
        links: [
          { name: words('<b>Один</b>', 'One'), address: words('javascript:alert(1)', 'javascript:alert(1)') },
          { name: words('"><img src=x>', 'Two'), address: words('https://a.example.org/?"><b>=1', 'https://a/') },
        ],
      }),
    )
    const [one, two] = calendarLinks(element)
    expect([one?.localName, one?.textContent]).toEqual(['li', '<b>Один</b>'])
    expect([two?.localName, two?.getAttribute('href')]).toEqual(['a', 'https://a.example.org/?"><b>=1'])
    expect(findAll(element, 'dialog img, dialog ul b')).toEqual([])
  })

  test('says nothing of calendars when the API does not', async () => {
    expect(textOf(await registered(undefined), 'dialog')).not.toContain('календар')
  })

  test('says when it is the waiting list', async () => {
    stubApi({
      form: () => [200, openForm({ registration: registration({ state: 'waitlist' }) })],
      registration: () => [201, receipt('waitlisted')],
    })
    const element = await filled()
    expect(textOf(element, 'form .button')).toBe('Стати в список очікування')
    send(element)
    await expect.poll(() => title(element)).toBe('Ви у списку очікування')
  })

  test('says in the words of the server what is left to do', async () => {
    const left = words('Залишився один крок', 'One step is left')
    stubApi({ registration: () => [201, { ...receipt(), title: left }] })
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Залишився один крок')
  })

  test('begins anew for another person', async () => {
    stubApi()
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    findAll(element, '.body .quiet').at(-1)?.click()
    await expect.poll(() => isSeen(find(element, 'form'))).toBe(true)
    expect(input(element, 'name').value).toBe('')
    expect(input(element, 'consent').checked).toBe(false)
  })

  test('comes by one request, however often it is pressed', async () => {
    const { asked } = stubApi({ registration: () => never })
    const element = await filled()
    send(element)
    send(element)
    input(element, 'name').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => posts(asked).length).toBe(1)
    send(element)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(posts(asked)).toHaveLength(1)
    expect(textOf(element, 'form .button')).toBe('Надсилаємо…')
  })

  test('waits until the stamp is three seconds old', async () => {
    vi.mocked(performance.now).mockRestore()
    const { asked } = stubApi()
    const element = await filled()
    const from = performance.now()
    send(element)
    await expect.poll(() => posts(asked).length, { timeout: 4000 }).toBe(1)
    expect(performance.now() - from).toBeGreaterThan(2000)
  })

  test('after a lost connection the same is sent with the same key, something else with another', async () => {
    const { asked, replies } = stubApi({ registration: () => 'lost' })
    const element = await filled()
    send(element)
    await expect.poll(() => focused(element)?.textContent).toContain('Усе, що ви ввели, збережено')
    expect(input(element, 'name').value).toBe('Олена Приклад')
    expect(textOf(element, 'form .button')).toBe('Спробувати ще раз')
    send(element)
    await expect.poll(() => posts(asked).length).toBe(8)
    await expect.poll(() => textOf(element, 'form .button')).toBe('Спробувати ще раз')
    type(element, { name: 'Олена Інша' })
    replies.registration = () => [201, receipt()]
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    const keys = posts(asked).map(({ key }) => key)
    expect(new Set(keys.slice(0, 8)).size).toBe(1)
    expect(keys[8]).not.toBe(keys[0])
  })

  test('tries again by itself what may pass: the same body with the same key, said to be on its way once', async () => {
    const { asked } = stubApi({
      registration: () =>
        [() => 'lost' as const, () => problem('overloaded', 503)][posts(asked).length - 1]?.() ?? [201, receipt()],
    })
    const element = await filled()
    const said: string[] = []
    new MutationObserver(() => said.push(textOf(element, 'dialog [role=status]'))).observe(
      find(element, 'dialog [role=status]'),
      { childList: true, characterData: true, subtree: true },
    )
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(posts(asked)).toHaveLength(3)
    expect(new Set(posts(asked).map(({ key, body }) => JSON.stringify([key, body]))).size).toBe(1)
    expect(said.filter(Boolean)).toEqual(['Надсилаємо…'])
  })

  test.each([
    ['registration-closed', 409, undefined],
    ['body-too-large', 413, 'Спробувати ще раз'],
    ['unsupported-media-type', 415, 'Спробувати ще раз'],
    ['malformed-json', 400, 'Спробувати ще раз'],
  ])('does not try again by itself what will not pass: %s', async (code, status, again) => {
    const { asked } = stubApi({ registration: () => problem(code, status) })
    const element = await filled()
    send(element)
    await expect.poll(() => isSeen(rootOf(element).querySelector('form .banner'))).toBe(true)
    expect(rootOf(element).querySelector('form .button')?.textContent).toBe(again)
    expect(posts(asked)).toHaveLength(1)
  })

  test('solves the challenge that came with the form', async () => {
    const { asked } = stubApi({ form: () => [200, openForm({ challenge: easyChallenge })] })
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(numberIn(posts(asked)[0])).toBe(42)
  })

  test('when too much was sent from its network, gets a challenge, solves it and sends again with the same key', async () => {
    const { asked, replies } = stubApi({
      registration: ({ body }) => (body['solution'] ? [201, receipt()] : problem('too-many-requests', 429)),
    })
    const element = await filled()
    replies.form = () => [200, openForm({ stamp: 'stamp-2', challenge: easyChallenge })]
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(posts(asked).map(({ body }) => body['stamp'])).toEqual(['stamp-1', 'stamp-2'])
    expect(new Set(posts(asked).map(({ key }) => key)).size).toBe(1)
  })

  test('solves another challenge when the API does not take the solution, once', async () => {
    const { asked } = stubApi({
      form: () => [200, openForm({ challenge: easyChallenge })],
      registration: () => problem('invalid-request', 422, [{ pointer: '/solution', code: 'invalid-solution' }]),
    })
    const element = await filled()
    send(element)
    await expect.poll(() => textOf(element, 'form .button')).toBe('Спробувати ще раз')
    expect(posts(asked).map(numberIn)).toEqual([42, 42])
  })

  test('says that too much came from the network when it was not helped by a challenge', async () => {
    const { asked } = stubApi({ registration: () => problem('too-many-requests', 429) })
    const element = await filled()
    send(element)
    await expect.poll(() => focused(element)?.textContent).toContain('Забагато спроб із цієї мережі')
    expect(posts(asked)).toHaveLength(4)
  })

  test('sends without a solution when what solves challenges does not come', async () => {
    vi.spyOn(KyivForums, 'loadChallenge').mockRejectedValue(new TypeError('Failed to fetch'))
    const { asked } = stubApi({ form: () => [200, openForm({ challenge: easyChallenge })] })
    const element = await filled()
    send(element)
    await expect.poll(() => posts(asked).length).toBe(1)
    expect(posts(asked)[0]?.body).not.toHaveProperty('solution')
  })

  test('puts complaints of the API beside their fields', async () => {
    const errors = [
      { pointer: '/email', code: 'invalid-email' },
      { pointer: '/organisation/name', code: 'contains-link' },
      { pointer: '/of-tomorrow', code: 'too-many' },
    ]
    stubApi({ registration: () => problem('invalid-request', 422, errors) })
    const element = await filled()
    send(element)
    await expect.poll(() => focused(element)?.textContent).toContain('Полів, які треба виправити: 2')
    expect(textOf(element, '#organisation-error')).toContain('без посилань')
    expect(input(element, 'email').value).toBe('olena@example.com')
  })

  test.each([
    ['form-expired', undefined],
    ['invalid-request', [{ pointer: '/stamp', code: 'invalid-stamp' }]],
  ])('gets a fresh form by itself and sends again with the same key (%s)', async (code, errors) => {
    let stamp = 0
    const { asked } = stubApi({
      form: () => [200, openForm({ stamp: `stamp-${(stamp += 1)}` })],
      registration: ({ body }) => (body['stamp'] === 'stamp-1' ? problem(code, 422, errors) : [201, receipt()]),
    })
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(posts(asked).map(({ body }) => body['stamp'])).toEqual(['stamp-1', 'stamp-2'])
    expect(new Set(posts(asked).map(({ key }) => key)).size).toBe(1)
  })

  test('takes another key when the API knows the first from something else', async () => {
    const { asked } = stubApi({
      registration: () => (posts(asked).length > 1 ? [201, receipt()] : problem('key-reused', 422)),
    })
    const element = await filled()
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(new Set(posts(asked).map(({ key }) => key)).size).toBe(2)
  })

  test('gives up what it cannot put right: once each', async () => {
    const { asked } = stubApi({ registration: () => problem('form-expired', 422) })
    const element = await filled()
    send(element)
    await expect.poll(() => textOf(element, 'form .button')).toBe('Спробувати ще раз')
    expect(posts(asked)).toHaveLength(2)
  })

  test('asks again for the consent when its text has changed', async () => {
    let version = 0
    const { asked } = stubApi({
      form: () => [200, openForm({ consent: { ...openForm().consent, version: `${(version += 1)}` } })],
      registration: () =>
        problem('invalid-request', 422, [{ pointer: '/consent/version', code: 'unknown-consent-version' }]),
    })
    const element = await filled()
    send(element)
    await expect
      .poll(() => rootOf(element).querySelector('#consent-error')?.textContent)
      .toContain('Текст згоди змінився')
    expect(input(element, 'consent').checked).toBe(false)
    expect(posts(asked)).toHaveLength(1)
  })

  test('explains that the last place has gone, and shows the schedule as it is now', async () => {
    const full = (): Forum[] =>
      programme().forums.map(it => inWords({ ...it, registration: registration({ state: 'full', seatsLeft: 0 }) }))
    const { replies } = stubApi({ registration: () => problem('forum-full', 409) })
    const element = await filled()
    replies.schedule = () => [200, { ...programme(), forums: full() }]
    send(element)
    await expect.poll(() => focused(element)?.textContent).toContain('Останнє місце щойно зайняли')
    await expect.poll(() => textOf(element, '.card')).toContain('Усі місця зайнято')
    find(element, '.close').click()
    await expect.poll(() => focused(element)?.localName).toBe('h2')
  })

  test('says nothing of the trap, and sends what a robot wrote into it', async () => {
    const { asked } = stubApi()
    const element = await filled()
    find<HTMLInputElement>(element, '[name=website]').value = 'https://spam.example'
    send(element)
    await expect.poll(() => posts(asked)[0]?.body['website']).toBe('https://spam.example')
  })
})

describe('keeping what is typed on this device', () => {
  const remember = (element: KyivForums) => find<HTMLInputElement>(element, '[name=remember]')
  const reload = async (element: KyivForums): Promise<KyivForums> => {
    element.remove()
    return opened()
  }
  const kept = () => localStorage.getItem('kyiv-forums draft')

  test('is the person’s choice: nothing is kept unless they want it', async () => {
    stubApi()
    const element = await filled()
    expect(kept()).toBeNull()
    expect(input(await reload(element), 'name').value).toBe('')
  })

  test('lets it survive a reload, but for the consent', async () => {
    stubApi()
    const element = await filled()
    remember(element).click()
    find<HTMLInputElement>(element, '[name=nobody]').click()
    const again = await reload(element)
    expect([input(again, 'name').value, input(again, 'email').value]).toEqual(['Олена Приклад', 'olena@example.com'])
    expect(find<HTMLInputElement>(again, '[name=nobody]').checked).toBe(true)
    expect(remember(again).checked).toBe(true)
    expect(input(again, 'consent').checked).toBe(false)
  })

  test('ends when it is unticked, and when the person is registered', async () => {
    stubApi()
    const element = await filled()
    remember(element).click()
    remember(element).click()
    expect(kept()).toBeNull()
    remember(element).click()
    expect(kept()).toContain('Олена Приклад')
    send(element)
    await expect.poll(() => title(element)).toBe('Вас зареєстровано')
    expect(kept()).toBeNull()
  })

  test('is not offered where the page forbids it', async () => {
    stubApi()
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const element = await opened()
    expect(rootOf(element).querySelector('[name=remember]')).toBeNull()
  })
})

describe('the page around it', () => {
  test('that is of no registered site leads to the forum’s own page', async () => {
    stubApi({ form: () => [200, openForm({ elsewhere: true })] })
    const element = await opened()
    await expect.poll(() => focused(element)?.textContent).toContain('можна на сторінці форуму')
    expect(find<HTMLAnchorElement>(element, 'dialog a.button').href).toBe(
      'https://api.example.org/forums/2019-sviatoshynskyi',
    )
    expect(isSeen(find(element, 'form'))).toBe(false)
  })

  test('that moves it leaves the form open, before everything else, with what was typed', async () => {
    stubApi()
    const element = await filled()
    const elsewhere = document.createElement('section')
    document.body.append(elsewhere)
    elsewhere.append(element)
    expect(dialog(element).matches(':modal')).toBe(true)
    expect(input(element, 'name').value).toBe('Олена Приклад')
  })

  test('that changes its language changes the form’s, with what was typed', async () => {
    stubApi()
    const element = await filled()
    element.lang = 'en'
    await expect.poll(() => title(element)).toBe('Register for the forum')
    expect(input(element, 'name').value).toBe('Олена Приклад')
  })
})
