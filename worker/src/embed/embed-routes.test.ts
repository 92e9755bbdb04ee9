import { beforeAll, describe, expect, it } from 'vitest'
import { sites } from '../database/tables.ts'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'darnytsia', { titleUk: 'Форум <b>' })
  await addForum(world, 'podil', { district: 'podilskyi', date: null, venue: null, capacity: null })
  await addForum(world, 'city', { district: null, date: null, capacity: null, titleUk: 'Третій форум' })
  await addForum(world, 'draft', { publishedAt: null })
  await world.database.insert(sites).values({ hostname: 'podil.example.org', district: 'podilskyi' })
})

const ask = async (path: string) => world.app.request(`http://localhost${path}`, {}, world.bindings)
const text = async (path: string) => (await ask(path)).text()

type Answer = {
  snippets: Record<string, string>
  sentences: { site: string; height: string }
  paths: { frame: string; qr: string }
}
const snippets = async (query: string) => (await ask(`/embed/snippets.json${query}`)).json<Answer>()

describe('the editors’ page', () => {
  it('is complete without a script: the chosen snippets, the frame, the code', async () => {
    const page = await text('/embed?district=podilskyi&district=city&theme=dark')
    expect(page).toContain('<html lang="uk">')
    expect(page).toContain('&lt;kyiv-forums district=&quot;podilskyi city&quot; theme=&quot;dark&quot; style=')
    expect(page).toContain('src="/embed/frame?district=podilskyi+city&amp;lang=uk&amp;theme=dark"')
    expect(page).toContain('src="/embed/qr.svg?district=podilskyi+city"')
    expect(page).toMatch(/value="podilskyi" checked/)
    expect(page).not.toMatch(/value="darnytskyi" checked/)
  })

  it('speaks English, and leaves the language of the widget to the page on which it stands', async () => {
    const page = await text('/embed?lang=en')
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('Whose forums')
    expect((await snippets('?lang=en')).snippets['tag']).not.toContain(' lang=')
    expect((await snippets('?lang=en&language=uk')).snippets['tag']).toContain(' lang="uk"')
  })

  it('reserves what was measured, rounded up', async () => {
    const { snippets: given, sentences } = await snippets('?narrow=1031&wide=741')
    expect(given['tag']).toContain('min-height:clamp(760px,(700px - 100vw)*999,1040px)')
    expect(sentences.height).toContain('1040')
  })

  it('tells an editor of the one site that was asked for, and of no other', async () => {
    const registered = await snippets('?site=https%3A%2F%2FPodil.example.org%2Fnews')
    expect(registered.sentences.site).toBe('Сайт podil.example.org зареєстровано: Подільський район.')
    expect(registered.snippets['tag']).not.toContain(' district=')
    expect(registered.snippets['iframe']).toContain('district=podilskyi')
    expect((await snippets('?site=other.example.org')).sentences.site).toContain('не зареєстровано')
    expect((await snippets('?site=example.org')).sentences.site).toContain('не зареєстровано')
    expect((await snippets('?site=%D0%BC%D1%96%D0%B9%20%D1%81%D0%B0%D0%B9%D1%82')).sentences.site).toContain(
      'не схоже на адресу',
    )
    expect(await text('/embed')).not.toContain('podil.example.org')
  })

  it('links each published forum’s poster, and no draft', async () => {
    const page = await text('/embed')
    expect(page.match(/\/embed\/poster\?forum=[a-z]+/g)).toEqual(
      ['darnytsia', 'podil', 'city'].map(slug => `/embed/poster?forum=${slug}`),
    )
  })
})

describe('the frame', () => {
  it('holds the element with what was asked for, and a link of its own', async () => {
    const page = await text(
      '/embed/frame?district=podilskyi+city&series=2019&lang=en&theme=auto&variant=list&accent=%2317663A&utm_source=news',
    )
    const element = /<kyiv-forums([^>]*)>/.exec(page)?.[1]?.replaceAll(/\s+/g, ' ').trim()
    expect(element).toBe(
      'district="podilskyi city" series="2019" variant="list" data-accent="#17663a" lang="en" theme="auto" registration="page"',
    )
    expect(page).toContain('href="/schedule?district=podilskyi+city&amp;lang=en"')
    expect(page).not.toContain('style=')
  })

  it('of a forum links that forum', async () => {
    const page = await text('/embed/frame?forum=podil&district=darnytskyi')
    expect(page).toContain('href="/forums/podil"')
    expect(page).toContain('forum="podil"')
    expect(page).not.toContain('district=')
  })

  it('may stand on every page, and asks nobody but us', async () => {
    const { headers } = await ask('/embed/frame')
    const policy = headers.get('Content-Security-Policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toContain('trusted-types kyiv-forums')
    expect(headers.get('X-Frame-Options')).toBeNull()
  })

  it.each([
    'district=%3Cb%3E',
    'district=a,b',
    'forum=..%2F1',
    'forum=%22onload',
    'series=2019%20',
    'lang=fr',
    'theme=neon',
    'variant=forum',
    'accent=red',
    'accent=%2317663a;}',
    `forum=${'a'.repeat(65)}`,
  ])('refuses %s with a page that repeats nothing of it', async query => {
    const answer = await ask(`/embed/frame?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    const page = await answer.text()
    expect(page).toContain('В адресі щось не так')
    expect(page).not.toContain(query)
  })
})

describe('the QR code', () => {
  it('is a picture that any page may show and keep', async () => {
    const answer = await ask('/embed/qr.svg?forum=darnytsia')
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(await answer.text()).toContain('<title id="title">Форум: Дарницький район</title>')
  })

  it('says in its title what it leads to', async () => {
    expect(await text('/embed/qr.svg?district=podilskyi%20city&lang=en')).toContain(
      '>Schedule of forums: Podilskyi District, the city of Kyiv<',
    )
    expect(await text('/embed/qr.svg')).toContain('>Розклад форумів Києва<')
  })

  it.each(['forum=draft', 'forum=nowhere', 'district=nowhere', 'district=podilskyi%20nowhere'])(
    'leads nowhere for %s, and so is not there',
    async query => {
      expect((await ask(`/embed/qr.svg?${query}`)).status).toBe(404)
    },
  )
})

describe('the poster', () => {
  it('tells of a forum what is published, as text', async () => {
    const page = await text('/embed/poster?forum=darnytsia')
    expect(page).toContain('Запрошуємо на форум')
    expect(page).toContain('<strong>6</strong>')
    expect(page).toContain('вул. Прикладна, 1')
    expect(page).toContain('Годину ще не оголошено')
    expect(page).toContain('Реєстрація до 5 червня, 18:00')
    expect(page).toContain('localhost/forums/darnytsia')
    expect(page).toContain('За матеріалами КМДА')
    expect(page).toContain('Форум &lt;b&gt;')
    expect(page).not.toContain('Укриття')
  })

  it('without a date says so, and invites nobody to register', async () => {
    const page = await text('/embed/poster?district=podilskyi')
    expect(page).toContain('Дату буде оголошено')
    expect(page).not.toMatch(/зареєструйтеся|Реєстрація до/)
  })

  it('of the city tells of what the districts bring', async () => {
    expect(await text('/embed/poster?district=city')).toContain('Від малого до великого')
    expect(await text('/embed/poster?forum=city&lang=en')).toContain('From small to great')
  })

  it.each([
    ['forum=draft', 404],
    ['forum=nowhere', 404],
    ['district=desnianskyi', 404],
    ['forum=..', 400],
  ])('for %s is answered with %i', async (query, status) => {
    expect((await ask(`/embed/poster?${query}`)).status).toBe(status)
  })
})

it.each(['/embed', '/embed/snippets.json', '/embed/poster', '/accessibility'])(
  '%s stands in nobody’s frame and asks nobody else',
  async path => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(await answer.text()).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:/)
  },
)
