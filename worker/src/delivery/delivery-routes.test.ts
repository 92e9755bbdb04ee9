import { brotliDecompressSync } from 'node:zlib'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Carried } from '#contract'
import { addForum, addSite, newWorld, seedSeries, type World } from '../../test/world.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { currentRelease } from './release.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addSite(world, 'podil.example.org', 'podilskyi')
  await addForum(world, 'darnytsia', { capacity: 30 })
  await addForum(world, 'podil', { district: 'podilskyi', titleUk: '</script><b>"\u2028' })
})

/** As a page's tag asks for it, and as it is when what comes after the answer is done. */
const script = async (headers: Record<string, string> = {}): Promise<Response> => {
  forgetSchedules(world.bindings.DB)
  const context = createExecutionContext()
  const answer = await world.app.request('http://localhost/v1/widget.js', { headers }, world.bindings, context)
  await waitOnExecutionContext(context)
  return answer
}

const carriedIn = (text: string): Carried | 0 => {
  expect(text.startsWith(currentRelease.script)).toBe(true)
  return JSON.parse(text.slice(`${currentRelease.script}})(`.length, -1)) as Carried | 0
}

const carried = async (headers?: Record<string, string>) => carriedIn(await (await script(headers)).text()) as Carried

describe('the script', () => {
  it('is that of the release, with all forums of the current series in it, told in both languages', async () => {
    const { schedule } = await carried()
    expect(schedule.forums.map(({ slug }) => slug)).toEqual(['darnytsia', 'podil'])
    expect(schedule.forums[0]?.words.uk.date).toBe('четвер, 6 червня 2019 р.')
    expect(schedule.forums[0]?.words.en.registration).toBe('Register by 5 June, 18:00')
  })

  it('carries what anybody may have typed as text', async () => {
    const { schedule } = await carried()
    expect(schedule.forums[1]?.title.uk).toBe('</script><b>"\u2028')
  })

  it('tells the page the district of its own site', async () => {
    expect((await carried({ Referer: 'https://podil.example.org/' })).site).toEqual({
      host: 'podil.example.org',
      district: 'podilskyi',
    })
    expect((await carried({ Referer: 'https://other.example.org/' })).site).toEqual({
      host: 'other.example.org',
      district: null,
    })
    expect((await carried()).site).toBeNull()
    expect((await carried({ Referer: 'nowhere' })).site).toBeNull()
  })

  it('may be used by every page, and is asked for again within a minute', async () => {
    const { headers } = await script()
    expect(headers.get('Content-Type')).toContain('text/javascript')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(headers.get('Cache-Control')).toContain('max-age=30')
    expect(headers.get('Vary')).toContain('Referer')
  })

  it('is not sent again while nothing has changed, and is when a seat has gone', async () => {
    const etag = (await script()).headers.get('ETag') ?? ''
    const second = await script({ 'If-None-Match': etag })
    expect([second.status, await second.text()]).toEqual([304, ''])
    await world.register('darnytsia')
    expect((await script({ 'If-None-Match': etag })).status).toBe(200)
  })

  it('without a database comes without a schedule, so that the page has its element', async () => {
    const broken = { ...world.bindings, DB: {} as D1Database }
    const answer = await world.app.request('http://localhost/v1/widget.js', {}, broken)
    expect(answer.status).toBe(200)
    expect(carriedIn(await answer.text())).toBe(0)
  })
})

describe('what travels', () => {
  const bytes = async () => new Uint8Array(await (await script({ 'Accept-Encoding': 'gzip, br' })).arrayBuffer())

  it('is the same script, smaller for whoever comes after the first', async () => {
    await world.register('darnytsia')
    const text = await (await script()).text()
    const first = await bytes()
    const second = await bytes()
    for (const sent of [first, second]) expect(brotliDecompressSync(sent).toString()).toBe(text)
    expect(second.length).toBeLessThan(first.length)
  })
})
