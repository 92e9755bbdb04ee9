import { afterEach, describe, expect, test, vi } from 'vitest'
import { cityForum, forum, heldForum, registration, series, undated, venue, words } from '../testing/forums.ts'
import { never, problem, stubApi } from '../testing/api.ts'
import { find, findAll, focused, isSeen, put, rootOf, settled, show, textOf } from '../testing/screen.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (...forums: ReturnType<typeof forum>[]) =>
  stubApi({ schedule: () => [200, { series: series(), forums }] })

describe('the four faces', () => {
  test('loading: says so, and takes room', async () => {
    stubApi({ schedule: () => never })
    const element = put()
    await expect.poll(() => textOf(element)).toContain('Завантажуємо')
    expect(find(element, '.frame').getAttribute('aria-busy')).toBe('true')
    expect(element.offsetHeight).toBeGreaterThan(400)
  })

  test('content: the programme, and an event', async () => {
    stubApi()
    const loaded = vi.fn()
    document.body.addEventListener('kyiv-forums-loaded', loaded, { once: true })
    const element = await show()
    expect(textOf(element, 'h2')).toBe('Київ – столиця діалогу')
    expect(loaded).toHaveBeenCalledOnce()
  })

  test('empty: explained', async () => {
    answering()
    const element = await show()
    expect(textOf(element)).toContain('Форумів поки немає')
  })

  test.each([
    ['lost', 'Немає зв’язку'],
    [problem('internal-error', 500), 'На сервері помилка'],
    [problem('not-found', 404), 'налаштовано неправильно'],
    [problem('code-of-tomorrow', 418), 'На сервері помилка'],
  ])('failed: says why, shows the page’s own content and an event (%#)', async (reply, sentence) => {
    stubApi({ schedule: () => reply as 'lost' })
    const failed = vi.fn()
    document.body.addEventListener('kyiv-forums-failed', failed, { once: true })
    const element = await show({}, 'Розклад на сторінці району')
    expect(textOf(element)).toContain(sentence)
    const slot = find<HTMLSlotElement>(element, 'slot')
    expect(slot.assignedNodes()).toHaveLength(1)
    expect(failed).toHaveBeenCalledOnce()
  })

  test('failed, then tried again: the schedule comes, and the focus is not lost', async () => {
    const { replies } = stubApi({ schedule: () => 'lost' })
    const element = await show({}, 'Розклад')
    replies.schedule = stubApi().replies.schedule
    find(element, '.button').focus()
    find(element, '.button').click()
    await expect.poll(() => focused(element)?.localName).toBe('h2')
    expect(rootOf(element).querySelector('slot')).toBeNull()
  })

  test('an address of the API that is none of the web is a mistake of the page', async () => {
    const { asked } = stubApi()
    const element = await show({ api: 'javascript:alert(1)' })
    expect(textOf(element)).toContain('налаштовано неправильно')
    expect(asked).toEqual([])
  })
})

describe('the programme', () => {
  test('next forum large, the others in order, five without a date in one group, the held one folded', async () => {
    stubApi()
    const element = await show()
    expect(textOf(element, '.card h3')).toBe('Святошинський район')
    expect(findAll(element, 'section .row h3').map(row => row.textContent)).toEqual([
      'Дніпровський район',
      'Голосіївський район',
      'Солом’янський район',
    ])
    expect(findAll(element, '.undated')).toHaveLength(1)
    expect(findAll(element, '.undated li')).toHaveLength(5)
    expect(textOf(element, 'summary')).toBe('Уже відбулися (1)')
    expect(isSeen(find(element, 'details .row'))).toBe(false)
    expect(textOf(element, '.goal')).toContain('Відбувся 1 із 10 районних форумів')
    expect(textOf(element, '.goal')).toContain('Третій Київський форум')
  })

  test('tells date and deadline by Kyiv, though the machine is in New York', async () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/New_York')
    stubApi()
    const element = await show()
    expect(textOf(element, '.card time')).toContain('четвер, 6 червня 2019 р.')
    expect(textOf(element, '.card')).toContain('Реєстрація до 5 червня, 18:00')
    expect(textOf(element, '.card')).toContain('Годину ще не оголошено')
  })

  test('a held forum alone is unfolded', async () => {
    answering(heldForum('darnytskyi'))
    const element = await show({ district: 'darnytskyi' })
    expect(isSeen(find(element, 'details .row'))).toBe(true)
    expect(textOf(element, 'details .row')).toContain('Понад 70 учасників')
    expect(textOf(element, '.goal')).toContain('Відбувся 1 із 10')
  })

  test('says what it knows of the place, and links to a map of the web only', async () => {
    const known = {
      ...venue('готель', 'hotel', 'вул. Мала, 1', '1 Mala St'),
      shelter: words('у підвалі', 'in the basement'),
    }
    answering(
      forum('darnytskyi', { startTime: '10:00', endTime: '16:00', venue: { ...known, mapUrl: 'javascript:alert(1)' } }),
    )
    const element = await show()
    expect(textOf(element, '.card dl')).toContain('10:00–16:00')
    expect(textOf(element, '.card dl')).toMatch(/Укриття\s*у підвалі/)
    expect(findAll(element, '.card dl a')).toEqual([])
  })

  test('has a link to the file of each forum that is to come, large enough to be hit', async () => {
    answering(forum('darnytskyi'), forum('sviatoshynskyi', { state: 'moved', movedFrom: '2019-05-28' }))
    const element = await show({ lang: 'en', api: 'https://forums.example.org' })
    const links = findAll(element, '.card a, .row a') as HTMLAnchorElement[]
    expect(links.map(link => [link.textContent, link.href, link.target, link.rel])).toEqual(
      ['Darnytskyi District', 'Sviatoshynskyi District'].map((name, index) => [
        `Add to calendar: ${name} (in a new tab)`,
        `https://forums.example.org/api/v1/forums/2019-${['darnytskyi', 'sviatoshynskyi'][index]}.ics?lang=en`,
        '_blank',
        'noopener',
      ]),
    )
    for (const link of links) expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(24)
  })

  test.each([
    ['paused', forum('darnytskyi', { state: 'paused' }), {}],
    ['cancelled', forum('darnytskyi', { state: 'cancelled' }), {}],
    ['held', heldForum('darnytskyi'), {}],
    ['undated', undated('darnytskyi'), {}],
    ['in the short list', forum('darnytskyi'), { variant: 'list' }],
  ] as const)('has no such link of a forum that is %s', async (_, one, attributes) => {
    answering(one)
    expect(findAll(await show(attributes), '.card a, .row a')).toEqual([])
  })

  test.each([
    [{ registration: registration({ seatsLeft: 3 }) }, 'Залишилося 3 місця', 'Зареєструватися'],
    [{ registration: registration({ state: 'waitlist' }) }, 'список очікування', 'Стати в список очікування'],
    [{ registration: registration({ state: 'full' }) }, 'Усі місця зайнято', null],
    [{ registration: registration({ state: 'closed' }) }, 'Реєстрацію завершено', null],
    [
      { registration: registration({ state: 'not-open', opensAt: '2019-05-20T06:00:00Z' }) },
      'відкриється 20 травня, 09:00',
      'Повідомити про початок реєстрації',
    ],
    [{ state: 'moved', movedFrom: '2019-05-28' }, 'Перенесено з 28 травня', 'Зареєструватися'],
    [{ state: 'paused' }, 'Підготовку призупинено', 'Повідомити про початок реєстрації'],
    [{ state: 'cancelled' }, 'Форум скасовано', null],
  ] as const)('says in words how registration stands (%#)', async (given, sentence, button) => {
    answering(forum('darnytskyi', given))
    const element = await show()
    expect(textOf(element, '.card')).toContain(sentence)
    expect(findAll(element, '.button').map(it => it.textContent.trim())).toEqual(
      button ? [`${button}: Дарницький район`] : [],
    )
  })

  test('does not speak of places while there are many', async () => {
    stubApi()
    expect(textOf(await show())).not.toContain('Залишилося')
  })

  test('the city forum can be registered for once it has a date', async () => {
    answering(forum('darnytskyi'), cityForum({ date: '2019-09-06', state: 'scheduled', registration: registration() }))
    expect(textOf(await show(), '.goal .button')).toContain('Зареєструватися')
  })

  test('one forum that is asked for by name', async () => {
    const { asked } = stubApi({ schedule: () => [200, undated('podilskyi')] })
    const element = await show({ forum: '2019-podilskyi' })
    expect(asked[0]?.url.href).toBe('https://api.example.org/api/v1/forums/2019-podilskyi')
    expect(textOf(element, '.card')).toContain('Дату буде оголошено')
    expect(textOf(element, 'footer')).toContain('За матеріалами КМДА')
  })

  test('names its source, with a link', async () => {
    stubApi()
    const link = find<HTMLAnchorElement>(await show(), 'footer a')
    expect(link.href).toBe('https://kyivcity.gov.ua/')
    expect(link.rel).toBe('noopener')
  })
})

describe('as an element of the page', () => {
  test('asks again when an attribute changes, and shows the last that was asked for', async () => {
    const { asked } = stubApi()
    const element = await show()
    element.setAttribute('district', 'darnytskyi')
    element.district = 'podilskyi'
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1]?.url.search).toBe('?district=podilskyi')
    expect(element.getAttribute('district')).toBe('podilskyi')
  })

  test('is moved about without asking twice', async () => {
    const { asked } = stubApi()
    const element = await show()
    document.body.append(document.createElement('main'))
    document.querySelector('main')?.append(element)
    await settled(element)
    expect(asked).toHaveLength(1)
  })

  test('asks again when it was taken away too early', async () => {
    const { asked, replies } = stubApi({ schedule: () => never })
    const element = put()
    await expect.poll(() => asked.length).toBe(1)
    element.remove()
    replies.schedule = () => [200, { series: series(), forums: [] }]
    document.body.append(element)
    await settled(element)
    expect(textOf(element)).toContain('Форумів поки немає')
  })

  test('asks again quietly when the browser shows the page out of its memory', async () => {
    const { asked } = stubApi()
    const element = await show()
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await expect.poll(() => asked.length).toBe(2)
    expect(find(element, '.frame').getAttribute('aria-busy')).toBe('false')
  })

  test('speaks the language of its own lang, of the nearest one above, or Ukrainian', async () => {
    stubApi()
    document.documentElement.lang = 'en-GB'
    expect(textOf(await show(), 'h2')).toBe('Kyiv, the capital of dialogue')
    const own = await show({ lang: 'uk' })
    expect(textOf(own, 'h2')).toBe('Київ – столиця діалогу')
    own.lang = 'en'
    await expect.poll(() => textOf(own, 'h2')).toBe('Kyiv, the capital of dialogue')
    document.documentElement.lang = ''
    expect(textOf(await show(), 'h2')).toBe('Київ – столиця діалогу')
  })

  test('finds the language through the shadow roots of the page', async () => {
    stubApi()
    const island = document.createElement('div')
    island.lang = 'en'
    document.body.append(island)
    const element = await show()
    island.attachShadow({ mode: 'open' }).append(element)
    element.requestUpdate()
    await expect.poll(() => textOf(element, 'h2')).toBe('Kyiv, the capital of dialogue')
  })

  test('is light, or dark when asked', async () => {
    stubApi()
    const surface = (element: HTMLElement) => getComputedStyle(element).backgroundColor
    expect(surface(find(await show(), '.root'))).toBe('rgb(255, 255, 255)')
    expect(surface(find(await show({ theme: 'auto' }), '.root'))).toBe('rgb(255, 255, 255)')
    expect(surface(find(await show({ theme: 'dark' }), '.root'))).toBe('rgb(17, 26, 38)')
  })

  test('keeps its shape under a rude reset, and takes font and size from the page', async () => {
    stubApi()
    const rude = document.createElement('style')
    rude.textContent = `* { letter-spacing: 9px; line-height: 0; text-transform: uppercase; visibility: hidden; direction: rtl }
      body { font: 20px monospace }`
    document.body.append(rude)
    const style = getComputedStyle(find(await show(), '.root'))
    expect(style).toMatchObject({
      letterSpacing: 'normal',
      textTransform: 'none',
      visibility: 'visible',
      direction: 'ltr',
    })
    expect(style).toMatchObject({ fontSize: '20px', lineHeight: '30px', fontFamily: 'monospace' })
  })

  test.each([220, 320, 1100])('does not scroll sideways at %i px', async width => {
    stubApi()
    document.body.style.width = `${width}px`
    const element = await show()
    const { scrollWidth, clientWidth } = find(element, '.frame')
    const edges = findAll(element, '.frame *').map(it => it.getBoundingClientRect().right)
    document.body.style.width = ''
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    expect(Math.max(...edges)).toBeLessThanOrEqual(element.getBoundingClientRect().left + width)
  })
})
