import { afterEach, describe, expect, test } from 'vitest'

/** Pages with the built script, each in a frame of its own, as a browser reads them. */

const frames: HTMLIFrameElement[] = []
afterEach(() => frames.splice(0).forEach(frame => frame.remove()))

interface Page {
  readonly window: Window & typeof globalThis
  readonly complaints: string[]
}

const open = async (body: string, head = ''): Promise<Page> => {
  const frame = document.createElement('iframe')
  frames.push(frame)
  const complaints: string[] = []
  const watch = `<script>parent.watchPage?.(window)</script>`
  Object.assign(window, {
    watchPage: (opened: Page['window']) => {
      opened.console.warn = (...words: unknown[]) => void complaints.push(words.join(' '))
      opened.addEventListener('error', event => void complaints.push(event.message))
      opened.addEventListener('unhandledrejection', event => void complaints.push(String(event.reason)))
    },
  })
  frame.srcdoc = `<!doctype html><html><head><base href="${location.origin}/">${watch}${head}</head><body>${body}</body></html>`
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return { window: frame.contentWindow as Page['window'], complaints }
}

const src = '/v1/widget.js'
const elements = ({ window }: Page) => [...window.document.querySelectorAll('kyiv-forums')]
const shown = async (page: Page, count: number) => {
  await expect
    .poll(() => elements(page).map(it => it.shadowRoot?.querySelector('h2')?.textContent))
    .toEqual(Array.from({ length: count }).fill('Київ – столиця діалогу'))
  return elements(page)
}

describe('the tag', () => {
  test('shows the widget right after itself, with its settings', async () => {
    const page = await open(
      `<p>before</p><script async src="${src}" data-district="darnytskyi" data-lang="uk" data-cfasync="false"></script><p>after</p>`,
    )
    const [element] = await shown(page, 1)
    expect(element?.previousElementSibling?.localName).toBe('script')
    expect(element?.nextElementSibling?.textContent).toBe('after')
    expect(element?.getAttributeNames()).toEqual(['district', 'lang'])
    expect(page.complaints).toEqual([])
  })

  test('in the head shows nothing, and tells the editor once', async () => {
    const page = await open('<p>text</p>', `<script async src="${src}" data-district="darnytskyi"></script>`)
    await expect.poll(() => page.complaints).toHaveLength(1)
    expect(elements(page)).toHaveLength(0)
  })

  test('with nothing else on the page, which the browser then takes for the head, shows the widget', async () => {
    const page = await open('', `<script async src="${src}"></script>`)
    const [element] = await shown(page, 1)
    expect(element?.parentElement).toBe(page.window.document.body)
    expect(page.complaints).toEqual([])
  })

  test('in the head is in its place when the editor has placed an element', async () => {
    const page = await open('<kyiv-forums></kyiv-forums>', `<script async src="${src}"></script>`)
    await shown(page, 1)
    expect(page.complaints).toEqual([])
  })

  test.each([
    ['before', `<kyiv-forums theme="dark"></kyiv-forums><script async src="${src}"></script>`],
    ['after', `<script src="${src}"></script><p>text</p><kyiv-forums theme="dark"></kyiv-forums>`],
  ])('without settings inserts none beside an element that stands %s it', async (_, body) => {
    const [element] = await shown(await open(body), 1)
    expect(element?.getAttribute('theme')).toBe('dark')
  })

  test('without settings shows one when there is no other', async () => {
    await shown(await open(`<script async src="${src}"></script>`), 1)
  })

  test('made a module by an editor’s system', async () => {
    await shown(await open(`<script type="module" src="${src}" data-theme="dark"></script>`), 1)
  })
})

describe('loaded twice', () => {
  test('the same bare tag shows one', async () => {
    const page = await open(`<script async src="${src}"></script><script async src="${src}"></script>`)
    await shown(page, 1)
    expect(page.complaints).toEqual([])
  })

  test('each tag with settings shows its own, also of another version', async () => {
    const page = await open(
      `<script src="${src}" data-district="darnytskyi"></script><script src="${src}?v=2" data-district="podilskyi"></script>`,
    )
    const [first, second] = await shown(page, 2)
    expect([first?.getAttribute('district'), second?.getAttribute('district')]).toEqual(['darnytskyi', 'podilskyi'])
    expect(page.complaints).toEqual([])
  })
})

describe('a stand-in', () => {
  const standIn = '<div data-kyiv-forums data-district="darnytskyi"><a href="/forums">Forums</a></div>'

  test('gets an element, and its own content becomes the element’s', async () => {
    const [element] = await shown(await open(`${standIn}<script async src="${src}"></script>`), 1)
    expect(element?.parentElement?.dataset['district']).toBe('darnytskyi')
    expect(element?.getAttribute('district')).toBe('darnytskyi')
    expect(element?.querySelector('a')?.textContent).toBe('Forums')
  })

  test('that comes later gets one too', async () => {
    const page = await open(`<kyiv-forums></kyiv-forums><script async src="${src}"></script>`)
    await shown(page, 1)
    const late = page.window.document.createElement('div')
    late.dataset['kyivForums'] = ''
    page.window.document.body.append(late)
    await shown(page, 2)
  })
})

describe('a hostile page', () => {
  test('that adds to the prototypes', async () => {
    const rude = `<script>Object.prototype.each = function () {}; Array.prototype.toJSON = function () { return '[]' }
      Array.from = value => [].slice.call(value)</script>`
    const page = await open(`<script async src="${src}"></script>`, rude)
    await shown(page, 1)
    expect(page.complaints).toEqual([])
  })

  test('that allows no Trusted Types policy but asks for none shows the widget', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="trusted-types 'none'">`
    const page = await open(`<script src="${src}"></script>`, policy)
    await shown(page, 1)
  })

  test('that asks for a Trusted Types policy and allows ours shows the widget', async () => {
    const rules = `require-trusted-types-for 'script'; trusted-types kyiv-forums`
    const policy = `<meta http-equiv="Content-Security-Policy" content="${rules}">`
    const page = await open(`<script src="${src}"></script>`, policy)
    await shown(page, 1)
    expect(page.complaints).toEqual([])
  })

  test('that asks for one and allows none keeps its own content, and hears why', async () => {
    const rules = `require-trusted-types-for 'script'; trusted-types 'none'`
    const policy = `<meta http-equiv="Content-Security-Policy" content="${rules}">`
    const page = await open(`<kyiv-forums><a href="/">Forums</a></kyiv-forums><script src="${src}"></script>`, policy)
    await expect.poll(() => page.complaints).toHaveLength(1)
    expect(elements(page)[0]?.querySelector('a')?.checkVisibility()).toBe(true)
  })

  test('no global is left behind', async () => {
    const bare = Object.keys((await open('')).window)
    const page = await open(`<script async src="${src}"></script>`)
    await shown(page, 1)
    const added = Object.keys(page.window).filter(name => !bare.includes(name))
    expect(added).toEqual([])
  })
})

test('the built form part opens with the Lit of the running element', async () => {
  const page = await open(`<script async src="${src}"></script>`)
  const [element] = await shown(page, 1)
  element?.shadowRoot?.querySelector<HTMLElement>('.button')?.click()
  await expect.poll(() => element?.shadowRoot?.querySelector('dialog')?.open).toBe(true)
  expect(page.complaints).toEqual([])
})
