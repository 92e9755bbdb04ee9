import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { KyivForums } from '../kyiv-forums.ts'
import { openForm, problem, stubApi } from '../testing/api.ts'
import { programme, registration, undated, words } from '../testing/forums.ts'
import { find, findAll, focused, isSeen, rootOf, show, textOf } from '../testing/screen.ts'

// A stamp has to be three seconds old: the waiting is skipped.
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 10_000))
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
let clock = 0

const forum = undated('obolonskyi')
const schedule = () => [200, { ...programme(), series: null, forums: [forum] }] as const
const notice = words('Зберігаємо лише адресу.', 'We keep the address alone.')
const form = () =>
  [200, openForm({ forum: forum.slug, registration: registration({ state: 'not-open' }), notice })] as const

const button = (element: KyivForums) => find(element, `[data-forum="${forum.slug}"]`)
const email = (element: KyivForums) => find<HTMLInputElement>(element, '#email')
const send = (element: KyivForums) => find(element, 'form .button').click()

const opened = async (attributes: Record<string, string> = {}): Promise<KyivForums> => {
  const element = await show({ forum: forum.slug, ...attributes })
  button(element).click()
  await expect.poll(() => textOf(element, 'form')).toContain('Зберігаємо лише адресу.')
  return element
}

describe('a forum without a date', () => {
  test('offers to tell, and asks for an address alone', async () => {
    stubApi({ schedule, form })
    const element = await opened()
    expect(button(element).textContent).toBe('Повідомити про дату: Оболонський район')
    expect(textOf(element, 'dialog h2')).toBe('Повідомити про дату')
    expect(
      findAll(element, 'form input[id], form textarea')
        .filter(isSeen)
        .map(({ id }) => id),
    ).toEqual(['email'])
    expect(focused(element)?.id).toBe('email')
  })

  test('sends the address, says what happens next, and tells the page that it was left', async () => {
    const { asked } = stubApi({ schedule, form })
    const told = vi.fn()
    document.body.addEventListener('kyiv-forums-subscribed', event => told(event.detail), { once: true })
    const element = await opened()
    email(element).value = ' olena@example.com '
    send(element)
    await expect.poll(() => focused(element)?.textContent).toBe('Майже готово')
    expect(textOf(element, '.next')).toContain('Перевірте пошту.')
    expect(rootOf(element).querySelector('.code')).toBeNull()
    const [sent, ...others] = asked.filter(({ method }) => method === 'POST')
    expect([sent?.url.pathname, others]).toEqual([`/api/v1/forums/${forum.slug}/subscriptions`, []])
    expect(sent?.body).toEqual({ email: 'olena@example.com', locale: 'uk', stamp: 'stamp-1' })
    expect(told).toHaveBeenCalledWith({ forum: forum.slug })
    find(element, '.body .button').click()
    await expect.poll(() => focused(element)).toBe(button(element))
  })

  test('says beside the field what is wrong, from here and from the API, and keeps what was typed', async () => {
    const { asked, replies } = stubApi({ schedule, form })
    const element = await opened()
    email(element).value = 'олена@example.com'
    send(element)
    await expect.poll(() => textOf(element, '#email-error')).toContain('кирилиця')
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
    replies.subscription = () => problem('invalid-request', 422, [{ pointer: '/email', code: 'invalid-email' }])
    await userEvent.fill(email(element), 'olena@example.com')
    send(element)
    await expect.poll(() => textOf(element, '#email-error')).toContain('Перевірте адресу')
    expect(email(element).value).toBe('olena@example.com')
  })

  test.each([
    ['nothing-awaited', 409, 'уже все оголошено', true],
    ['too-many-requests', 429, 'Забагато спроб', false],
    ['internal-error', 500, 'На сервері', false],
  ])('tells a refusal: %s', async (code, status, sentence, isFinal) => {
    stubApi({ schedule, form, subscription: () => problem(code, status) })
    const element = await opened()
    email(element).value = 'olena@example.com'
    send(element)
    await expect.poll(() => textOf(element, 'form .banner')).toContain(sentence)
    expect(rootOf(element).querySelector('form > .button') === null).toBe(isFinal)
    expect(email(element).value).toBe('olena@example.com')
  })

  test('leads to its own page where the page’s site is not registered, or wants that', async () => {
    stubApi({ schedule, form: () => [200, { ...form()[1], elsewhere: true }] })
    const element = await show({ forum: forum.slug })
    button(element).click()
    await expect.poll(() => textOf(element, 'dialog .body')).toContain('на сторінці форуму')
    stubApi({ schedule, form })
    const byPage = await show({ forum: forum.slug, registration: 'page' })
    expect(find(byPage, 'a.button').getAttribute('href')).toMatch(/\/forums\/2019-obolonskyi\?lang=uk$/)
  })

  test('leaves what was typed for another forum where it is', async () => {
    const open = programme().forums[1]
    stubApi({
      schedule: () => [200, { ...programme(), series: null, forums: [open, forum] }],
      form: ({ url }) => (url.pathname.includes(forum.slug) ? form() : [200, openForm()]),
    })
    const element = await show()
    find(element, '.button').click()
    await expect.poll(() => isSeen(rootOf(element).querySelector('#name'))).toBe(true)
    find<HTMLInputElement>(element, '#name').value = 'Олена Приклад'
    find(element, '.close').click()
    button(element).click()
    await expect.poll(() => isSeen(rootOf(element).querySelector('#name'))).toBe(false)
    find(element, '.close').click()
    find(element, '.button').click()
    await expect.poll(() => isSeen(rootOf(element).querySelector('#name'))).toBe(true)
    expect(find<HTMLInputElement>(element, '#name').value).toBe('Олена Приклад')
  })
})
