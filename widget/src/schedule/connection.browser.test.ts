import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Carried } from '#contract'
import { KyivForums } from '../kyiv-forums.ts'
import { problem, stubApi } from '../testing/api.ts'
import { forum, programme } from '../testing/forums.ts'
import { find, focused, rootOf, settled, show, textOf } from '../testing/screen.ts'

/** Where the schedule comes from, how it stays fresh, and what there is without a connection. */
const carrying = (given: Partial<Carried> = {}): void => {
  KyivForums.carried = { schedule: programme(), site: { host: location.hostname, district: null }, ...given }
  // Newly loaded, whenever this test runs.
  vi.spyOn(performance, 'now').mockReturnValue(0)
}

afterEach(() => {
  KyivForums.carried = null
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('what came with the script', () => {
  test('is on the screen when the page hears of it', async () => {
    carrying()
    stubApi()
    const heights: number[] = []
    document.body.addEventListener(
      'kyiv-forums-loaded',
      ({ target }) => void heights.push((target as HTMLElement).offsetHeight),
      { once: true },
    )
    await show()
    await expect.poll(() => heights).toEqual([expect.any(Number)])
    expect(heights[0]).toBeGreaterThan(400)
  })

  test('is shown without asking, at once', async () => {
    carrying()
    const { asked } = stubApi()
    const element = document.createElement('kyiv-forums')
    document.body.append(element)
    await element.updateComplete
    expect(textOf(element, 'h2')).toBe('Київ – столиця діалогу')
    expect(asked).toEqual([])
  })

  test.each([
    ['the districts of the tag', { district: ' podilskyi  city ' }, null, ['Подільський район', 'Третій Київський']],
    ['the district of the site', {}, 'darnytskyi', ['Дарницький район']],
    ['the district of the tag before that of the site', { district: 'podilskyi' }, 'darnytskyi', ['Подільський']],
    ['one forum', { forum: '2019-holosiivskyi' }, 'darnytskyi', ['Голосіївський район']],
  ])('is narrowed to %s', async (_, attributes, district, names) => {
    carrying({ site: { host: location.hostname, district } })
    const { asked } = stubApi()
    const element = await show(attributes)
    for (const name of names) expect(textOf(element)).toContain(name)
    expect(textOf(element)).not.toContain('Солом’янський район')
    expect(asked).toEqual([])
  })

  test.each([
    ['another series', { series: '2018' }],
    ['a forum that it does not have', { forum: '2018-city' }],
    ['another API', { api: 'https://other.example.org' }],
  ])('is not used for %s', async (_, attributes) => {
    carrying()
    const { asked } = stubApi()
    await show(attributes)
    expect(asked).toHaveLength(1)
  })

  test('is not used on a site that it does not know, unless the tag names a district', async () => {
    carrying({ site: { host: 'other.example.org', district: 'podilskyi' } })
    const { asked } = stubApi()
    await show({ district: 'darnytskyi' })
    expect(asked).toHaveLength(0)
    await show()
    expect(asked[0]?.url.searchParams.get('site')).toBe(location.hostname)
  })

  test('is no news for an element that comes later', async () => {
    carrying()
    vi.spyOn(performance, 'now').mockReturnValue(10 * 60_000)
    const { asked } = stubApi()
    await show()
    expect(asked).toHaveLength(1)
  })
})

describe('fresh seats', () => {
  const minute = 60_000
  const hide = (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  /** The browser's own clocks go on: it says when an element comes into view. */
  const seen = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })

  test('come once a minute while the element is seen, asked for only if they have changed', async () => {
    const { asked } = stubApi()
    const element = await show()
    const before = find(element, 'h2')
    await seen()
    await vi.advanceTimersByTimeAsync(minute + 1)
    expect(asked).toHaveLength(2)
    expect(find(element, 'h2')).toBe(before)
    await vi.advanceTimersByTimeAsync(minute + 1)
    expect(asked).toHaveLength(3)
  })

  test('are not asked for while the page is hidden, and are as soon as it is seen again', async () => {
    const { asked } = stubApi()
    await show()
    await seen()
    hide(true)
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(asked).toHaveLength(1)
    hide(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(2)
  })

  test('are not asked for while the element is scrolled away', async () => {
    const { asked } = stubApi()
    const above = document.createElement('div')
    above.style.height = '5000px'
    document.body.append(above)
    await show()
    await seen()
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(asked).toHaveLength(1)
  })

  test('are not asked for by an element that is gone', async () => {
    const { asked } = stubApi()
    const element = await show()
    await seen()
    element.remove()
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(asked).toHaveLength(1)
  })
})

describe('without a connection', () => {
  const stored = () => expect.poll(() => localStorage.length, { timeout: 5000 }).toBe(1)

  test('the schedule that was seen last on this device is shown, with its moment', async () => {
    stubApi()
    await show()
    await stored()
    document.body.replaceChildren()
    stubApi({ schedule: () => 'lost' })
    const element = await show({}, 'Розклад на сторінці району')
    expect(textOf(element, '[part=stale]')).toMatch(/Розклад станом на \d+ [а-яґєії]+ о? ?\d\d:\d\d/)
    expect(textOf(element)).toContain('Святошинський район')
  })

  test('nothing of a person is kept, only what everybody may see', async () => {
    stubApi()
    await show()
    await stored()
    const kept = JSON.parse(Object.values({ ...localStorage })[0] as string)
    expect(Object.keys(kept)).toEqual(['series', 'forums', 'at'])
  })

  test('trying again brings the new one, and the focus is not lost', async () => {
    stubApi()
    await show()
    await stored()
    document.body.replaceChildren()
    const { replies } = stubApi({ schedule: () => 'lost' })
    const element = await show()
    replies.schedule = () => [200, { ...programme(), forums: [forum('podilskyi')] }]
    find(element, '[part=stale] button').click()
    await expect.poll(() => rootOf(element).querySelector('[part=stale]')).toBeNull()
    await expect.poll(() => focused(element)?.localName).toBe('h2')
  })

  test.each(['not-found', 'internal-error'])('what the API itself says comes first where it should: %s', async code => {
    stubApi()
    await show()
    await stored()
    document.body.replaceChildren()
    stubApi({ schedule: () => problem(code, code === 'not-found' ? 404 : 500) })
    const element = await show()
    expect(rootOf(element).querySelector('[part=stale]') === null).toBe(code === 'not-found')
  })

  test('a page that forbids storage has the schedule, and its own content without a connection', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    stubApi()
    expect(textOf(await show())).toContain('Святошинський район')
    stubApi({ schedule: () => 'lost' })
    const element = await show({ district: 'podilskyi' }, 'Розклад на сторінці району')
    await settled(element)
    expect(find<HTMLSlotElement>(element, 'slot').assignedNodes()).toHaveLength(1)
  })

  test('a policy of the page that forbids the connection is named as what it is', async () => {
    vi.stubGlobal('fetch', async (url: string) => {
      const violation = { blockedURI: url.split('?')[0] ?? '', disposition: 'enforce' as const }
      setTimeout(() =>
        dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            ...violation,
            documentURI: '',
            effectiveDirective: 'connect-src',
            originalPolicy: '',
            statusCode: 0,
            violatedDirective: 'connect-src',
          }),
        ),
      )
      throw new TypeError('Failed to fetch')
    })
    const failed = vi.fn()
    document.body.addEventListener('kyiv-forums-failed', event => failed(event.detail), { once: true })
    expect(textOf(await show())).toContain('Повідомте, будь ласка, редакцію сайту')
    expect(failed).toHaveBeenCalledWith({ code: 'blocked' })
  })
})

describe('variants', () => {
  test('a list has short rows and nothing around them', async () => {
    stubApi()
    const element = await show({ variant: 'list' })
    expect(rootOf(element).querySelectorAll('[part=row]')).toHaveLength(4)
    expect(rootOf(element).querySelector('h2, [part=card], [part=goal], dl')).toBeNull()
    expect(textOf(element)).toContain('Оболонський район')
  })

  test('a button is one, for the next forum, with its date', async () => {
    stubApi()
    const element = await show({ variant: 'button' })
    expect(rootOf(element).querySelectorAll('.button')).toHaveLength(1)
    expect(textOf(element)).toContain('Святошинський район · четвер, 6 червня 2019 р.')
  })

  test('a button of a forum for which nobody can register says how it stands', async () => {
    stubApi()
    const element = await show({ variant: 'button', forum: '2019-obolonskyi', district: 'obolonskyi' })
    expect(textOf(element)).not.toBe('')
  })

  test('where registration is for the forum’s own page, buttons are links to it', async () => {
    stubApi()
    const element = await show({ registration: 'page' })
    const link = find<HTMLAnchorElement>(element, '.card .button')
    expect(link.href).toBe('https://api.example.org/forums/2019-sviatoshynskyi?lang=uk')
    expect(rootOf(element).querySelector('button.button')).toBeNull()
  })
})
