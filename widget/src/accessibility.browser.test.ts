import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { KyivForums } from './kyiv-forums.ts'
import { never, openForm, problem, stubApi } from './testing/api.ts'
import {
  cityForum,
  forum,
  heldForum,
  programme,
  registration,
  series,
  undated,
  venue,
  words,
} from './testing/forums.ts'
import { find, put, rootOf, show } from './testing/screen.ts'

let clock = 0
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 10_000))
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** WCAG 2.2 AA, as far as a machine can tell. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const violations = async (element: KyivForums): Promise<string[]> => {
  const found = await axe.run(element, { runOnly: { type: 'tag', values: tags } })
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

const everything = [
  forum('sviatoshynskyi', {
    venue: {
      ...venue('готель', 'hotel', 'вул. Мала, 1', '1 Mala St'),
      shelter: words('є', 'yes'),
      mapUrl: 'https://example.org',
    },
    registration: registration({ seatsLeft: 2 }),
  }),
  forum('dniprovskyi', { registration: registration({ state: 'waitlist' }) }),
  forum('holosiivskyi', { state: 'moved', movedFrom: '2019-06-01' }),
  forum('solomianskyi', { registration: registration({ state: 'full' }) }),
  forum('obolonskyi', { state: 'cancelled' }),
  forum('podilskyi', { state: 'paused' }),
  undated('pecherskyi'),
  heldForum('darnytskyi'),
  cityForum({ date: '2019-09-06', state: 'scheduled', registration: registration() }),
]

describe.each([{ theme: 'light' }, { theme: 'dark', lang: 'en' }])('$theme', attributes => {
  test('loading', async () => {
    stubApi({ schedule: () => never })
    const element = put(attributes)
    await element.updateComplete
    expect(await violations(element)).toEqual([])
  })

  test('failed', async () => {
    stubApi({ schedule: () => 'lost' })
    expect(await violations(await show(attributes))).toEqual([])
  })

  test('empty', async () => {
    stubApi({ schedule: () => [200, { series: series(), forums: [] }] })
    expect(await violations(await show(attributes))).toEqual([])
  })

  test('the real programme', async () => {
    stubApi({ schedule: () => [200, programme()] })
    expect(await violations(await show(attributes))).toEqual([])
  })

  test('every state of a forum', async () => {
    stubApi({ schedule: () => [200, { series: series(), forums: everything }] })
    const element = await show(attributes)
    find<HTMLDetailsElement>(element, 'details').open = true
    expect(await violations(element)).toEqual([])
  })

  describe('the form', () => {
    const opened = async (): Promise<KyivForums> => {
      const element = await show(attributes)
      find(element, '.button').click()
      await expect.poll(() => rootOf(element).querySelector('#consent:enabled, .body')).toBeTruthy()
      find<HTMLDetailsElement>(element, 'form details').open = true
      return element
    }

    const sent = async (): Promise<KyivForums> => {
      const element = await opened()
      for (const [name, value] of [
        ['name', 'Олена'],
        ['email', 'o@example.com'],
        ['organisation', 'ГО'],
      ] as const)
        find<HTMLInputElement>(element, `#${name}`).value = value
      find(element, '#consent').click()
      find(element, 'form .button').click()
      return element
    }

    test('empty', async () => {
      stubApi({ form: () => [200, openForm({ registration: registration({ state: 'waitlist' }) })] })
      expect(await violations(await opened())).toEqual([])
    })

    test('with complaints', async () => {
      stubApi()
      const element = await opened()
      find(element, 'form .button').click()
      await expect.poll(() => rootOf(element).querySelector('#wrong')).toBeTruthy()
      expect(await violations(element)).toEqual([])
    })

    test('on its way', async () => {
      stubApi({ registration: () => never })
      const element = await sent()
      await expect.poll(() => rootOf(element).querySelector('.sending')).toBeTruthy()
      expect(await violations(element)).toEqual([])
    })

    test('not accepted', async () => {
      stubApi({ registration: () => problem('overloaded', 503) })
      const element = await sent()
      await expect.poll(() => rootOf(element).querySelector('form > p.banner')).toBeTruthy()
      expect(await violations(element)).toEqual([])
    })

    test('closed', async () => {
      stubApi({ form: () => problem('registration-closed', 409) })
      expect(await violations(await opened())).toEqual([])
    })

    test('accepted', async () => {
      stubApi()
      const element = await sent()
      await expect.poll(() => rootOf(element).querySelector('.code')).toBeTruthy()
      expect(await violations(element)).toEqual([])
    })
  })
})

test('a colour without contrast would be found', async () => {
  stubApi()
  const element = await show()
  element.style.setProperty('--kyiv-forums-muted', '#ccc')
  expect(await violations(element)).not.toEqual([])
})
