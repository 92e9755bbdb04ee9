import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Problem, SubscriptionReceipt } from '#contract'
import { editing } from '../../test/editing.ts'
import { addForum, newKey, newWorld, seedSeries, type World } from '../../test/world.ts'
import { deliverLetters } from '../email/deliver-letters.ts'
import type { Letter } from '../email/mailer.ts'
import { newStamp } from '../registration/stamp.ts'
import { forgetSubscriptions } from './subscription-store.ts'
import { tellSubscribers } from './tell-subscribers.ts'

let world: World
let city: ReturnType<typeof editing>

const start = '2019-06-03T12:00:00+03:00'

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  city = editing(world)
})

beforeEach(async () => {
  for (const table of ['outbox', 'subscriptions', 'submissions', 'registrations', 'forums'])
    await world.d1.prepare(`DELETE FROM ${table}`).run()
  world.setClock(start)
})

const at = (moment: string) => Date.parse(moment)
const minutes = (count: number) => at(start) + count * 60_000

const ask = async (forum: string, changes: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  world.request(`/forums/${forum}/subscriptions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': newKey(), ...headers },
    body: JSON.stringify({
      email: 'olena@example.com',
      locale: 'uk',
      stamp: await newStamp(world.bindings.STAMP_SECRET, forum, at(start) - 10_000),
      ...changes,
    }),
  })

/** Sends what is due. */
const arrived = async (now = at(start)): Promise<Letter[]> => {
  const letters: Letter[] = []
  const mailer = {
    send: async (letter: Letter) => {
      letters.push(letter)
      return { kind: 'sent' } as const
    },
  }
  const keeper = { secret: world.bindings.STAMP_SECRET, origin: 'http://localhost', from: 'f@example.org' }
  await deliverLetters(world.database, mailer, keeper, now, 100)
  return letters
}

const subjects = async (now?: number) => (await arrived(now)).map(({ to, subject }) => `${to} ${subject}`)

/** What is written to those who wait by a look at this moment, and sent. */
const heard = async (now: number) => {
  await tellSubscribers(world.database, now)
  return subjects(now)
}

const linkIn = ({ text }: Letter | { text: string } = { text: '' }): string =>
  /http:\/\/localhost(\/subscriptions\/\S+)/.exec(text)?.[1] ?? ''

const visit = async (path: string, method = 'GET') => {
  const answer = await world.app.request(`http://localhost${path}`, { method }, world.bindings)
  return { status: answer.status, page: await answer.text() }
}

const undated = (slug: string, changes: Parameters<typeof addForum>[2] = {}) =>
  addForum(world, slug, { date: null, ...changes })

/** Somebody who has confirmed an address. Returns the link of the letter. */
const waiting = async (forum: string, email = 'olena@example.com') => {
  expect((await ask(forum, { email })).status).toBe(202)
  const link = linkIn((await arrived())[0])
  await visit(link, 'POST')
  return link
}

const rows = async () => (await world.d1.prepare('SELECT * FROM subscriptions').all()).results

const subscribed = async (forum: string) => {
  const answer = await world.organise('GET', `/forums/${forum}`)
  return (await answer.json<{ counts: { subscribed: number } }>()).counts.subscribed
}

describe('an address that is left', () => {
  it('is asked to be confirmed by a letter that says nothing that anybody typed', async () => {
    await undated('asked')
    const answer = await ask('asked', { email: 'Olena@Example.com' })
    expect([answer.status, SubscriptionReceipt.parse(await answer.json()).next.length]).toEqual([202, 2])
    const [letter] = await arrived()
    expect(letter).toMatchObject({ to: 'olena@example.com', subject: expect.stringMatching(/^Підтвердьте адресу: /) })
    expect(letter?.headers).not.toHaveProperty('List-Unsubscribe')
    expect(await subscribed('asked')).toBe(0)
  })

  it('is confirmed by a button, and by no look at the page', async () => {
    await undated('confirmed')
    await ask('confirmed')
    const link = linkIn((await arrived())[0])
    const before = await rows()
    for (const method of ['GET', 'HEAD', 'GET']) expect((await visit(link, method)).status).toBe(200)
    expect((await visit(link)).page).toContain('<button')
    expect(await rows()).toEqual(before)
    expect((await visit(link, 'POST')).page).toContain('Адресу підтверджено')
    expect(await subscribed('confirmed')).toBe(1)
    expect((await visit(link, 'POST')).page).toContain('Адресу підтверджено')
    expect((await visit(link)).page).not.toContain('<button')
    expect(await subscribed('confirmed')).toBe(1)
  })

  it('is answered the same whether it is known or not', async () => {
    await undated('known')
    await waiting('known')
    const known = await ask('known')
    const unknown = await ask('known', { email: 'else@example.com' })
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
  })

  it('gets no letter soon after another, and three in a day', async () => {
    await undated('often')
    const sendAt = async (minute: number) => {
      world.setClock(new Date(minutes(minute)).toISOString())
      const stamp = await newStamp(world.bindings.STAMP_SECRET, 'often', minutes(minute) - 10_000)
      expect((await ask('often', { stamp })).status).toBe(202)
    }
    for (const minute of [0, 1, 4, 6, 7, 12, 30, 300]) await sendAt(minute)
    expect(await subjects(minutes(301))).toHaveLength(3)
    await sendAt(24 * 60 + 31)
    expect(await subjects(minutes(24 * 60 + 32))).toHaveLength(1)
  })

  it.each<[string, Record<string, unknown>, number, string, string]>([
    ['no address', { email: '' }, 422, '/email', 'required'],
    ['a wrong one', { email: 'olena' }, 422, '/email', 'invalid-email'],
    ['Cyrillic', { email: 'олена@example.com' }, 422, '/email', 'email-not-latin'],
    ['a name', { name: 'Олена' }, 422, '', 'unknown-field'],
    ['another language', { locale: 'ru' }, 422, '/locale', 'invalid-value'],
    [
      'a foreign stamp',
      { stamp: 'jwf8v9c0.6Yc1nXo1m0Z2b8r4K3f5w7s9QeTuVxAzBdCgHjLpN0E' },
      422,
      '/stamp',
      'invalid-stamp',
    ],
  ])('is refused: %s', async (_, changes, status, pointer, code) => {
    await undated('refused')
    const answer = await ask('refused', changes)
    expect(answer.status).toBe(status)
    expect((await answer.json<Problem>()).errors).toContainEqual({ pointer, code })
    expect(await rows()).toEqual([])
  })

  it('is refused where one can register, where all is over, and by a machine that fills in everything', async () => {
    await addForum(world, 'open')
    await addForum(world, 'held', { date: '2019-05-30' })
    await undated('cancelled', { cancelledAt: 1 })
    await undated('machine')
    for (const forum of ['open', 'held', 'cancelled']) {
      const answer = await ask(forum)
      expect([answer.status, (await answer.json<Problem>()).code]).toEqual([409, 'nothing-awaited'])
    }
    expect((await ask('nowhere')).status).toBe(404)
    expect((await ask('machine', { website: 'https://example.com' })).status).toBe(202)
    const elsewhere = await ask('machine', {}, { Origin: 'https://elsewhere.example' })
    expect([elsewhere.status, elsewhere.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null])
    expect(await rows()).toEqual([])
  })

  it('is forgotten after two days when nobody confirms it', async () => {
    await undated('forgotten')
    await ask('forgotten')
    await arrived()
    await forgetSubscriptions(world.database, minutes(2 * 24 * 60 - 1), 100)
    expect(await rows()).toHaveLength(1)
    await forgetSubscriptions(world.database, minutes(2 * 24 * 60 + 1), 100)
    expect(await rows()).toEqual([])
  })
})

describe('whoever waits', () => {
  const schedule = (forum: string, more: object = {}) =>
    city.move(forum, { move: 'schedule', date: '2019-06-20', startTime: '10:00', ...more })

  it('is told of the date, then of the opening, each once, and then forgotten', async () => {
    await undated('both', { capacity: 10, opensAt: at('2019-06-10T09:00:00+03:00') })
    await waiting('both')
    expect(await heard(minutes(1))).toEqual([])
    await schedule('both')
    await Promise.all([1, 2, 3].map(() => tellSubscribers(world.database, minutes(2))))
    const [date, ...others] = await arrived(minutes(3))
    expect(others).toEqual([])
    expect(date?.subject).toMatch(/^Оголошено дату: /)
    expect(date?.text).toContain('четвер, 20 червня 2019')
    expect(date?.text).toContain('Реєстрація відкриється 10 червня, 09:00.')
    const opening = at('2019-06-10T09:00:00+03:00')
    expect(await heard(opening - 1)).toEqual([])
    await Promise.all([1, 2, 3].map(() => tellSubscribers(world.database, opening)))
    expect(await subjects(opening)).toEqual([expect.stringMatching(/^olena@example\.com Реєстрацію відкрито: /)])
    expect(await subscribed('both')).toBe(0)
    const week = 7 * 24 * 60 * 60_000
    await forgetSubscriptions(world.database, opening + week - 1, 100)
    expect(await rows()).toHaveLength(1)
    await forgetSubscriptions(world.database, opening + week + 1, 100)
    expect(await rows()).toEqual([])
  })

  it('has one letter when date and opening come together', async () => {
    await undated('together', { capacity: 10 })
    await waiting('together')
    await schedule('together')
    await tellSubscribers(world.database, minutes(1))
    await tellSubscribers(world.database, minutes(2))
    const [letter, ...others] = await arrived(minutes(3))
    expect(others).toEqual([])
    expect(letter?.subject).toMatch(/^Реєстрацію відкрито: /)
    expect(letter?.text).toContain('четвер, 20 червня 2019')
    expect(letter?.text).toContain('http://localhost/forums/together')
  })

  it('waits on while a forum is on hold or full, and hears when it is cancelled', async () => {
    await undated('patient', { capacity: 1, opensAt: at('2019-06-04T09:00:00+03:00') })
    await waiting('patient')
    await schedule('patient')
    await city.move('patient', { move: 'pause' })
    expect(await heard(at('2019-06-04T10:00:00+03:00'))).toEqual([])
    await city.move('patient', { move: 'cancel' })
    await tellSubscribers(world.database, minutes(3))
    await tellSubscribers(world.database, minutes(4))
    expect(await subjects(minutes(5))).toEqual([expect.stringMatching(/^olena@example\.com Форум скасовано: /)])
  })

  it('hears nothing that was never confirmed', async () => {
    await undated('silent', { capacity: 10 })
    await ask('silent')
    await arrived()
    await schedule('silent')
    expect(await heard(minutes(1))).toEqual([])
    expect(await arrived(minutes(2))).toEqual([])
  })

  it('leaves by one click, of a person or of a mail program, and gets no letter that had not left', async () => {
    await undated('left', { capacity: 10, opensAt: at('2019-06-10T09:00:00+03:00') })
    for (const email of ['a@example.com', 'b@example.com']) await waiting('left', email)
    await schedule('left')
    await tellSubscribers(world.database, minutes(1))
    const letters = await arrived(minutes(2))
    const [first, second] = letters.map(({ headers }) => headers)
    expect(first?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const paths = [first, second].map(headers =>
      (headers?.['List-Unsubscribe'] ?? '').replace(/^<http:\/\/localhost(.*)>$/, '$1'),
    )
    expect(letters[0]?.text).toContain(`http://localhost${paths[0]}`)
    expect((await visit(paths[0] ?? '')).page).toContain('<button')
    expect(await subscribed('left')).toBe(2)
    await tellSubscribers(world.database, at('2019-06-10T09:00:00+03:00'))
    for (const _ of [1, 2]) expect((await visit(paths[0] ?? '', 'POST')).page).toContain('Вашої адреси в нас немає')
    expect(await subjects(at('2019-06-10T09:01:00+03:00'))).toEqual([expect.stringContaining('b@example.com')])
    expect((await visit('/subscriptions/1.forged', 'POST')).status).toBe(404)
  })

  it('may ask again once all has been told', async () => {
    await undated('again', { capacity: 10 })
    await waiting('again')
    await schedule('again')
    await tellSubscribers(world.database, minutes(1))
    await arrived(minutes(1))
    await city.move('again', { move: 'pause' })
    world.setClock(new Date(minutes(10)).toISOString())
    const stamp = await newStamp(world.bindings.STAMP_SECRET, 'again', minutes(9))
    expect((await ask('again', { stamp })).status).toBe(202)
    const [letter] = await arrived(minutes(10))
    expect(letter?.subject).toMatch(/^Підтвердьте/)
    expect(await subscribed('again')).toBe(0)
    await visit(linkIn(letter), 'POST')
    expect(await subscribed('again')).toBe(1)
  })
})

describe('a page without JavaScript', () => {
  const send = async (forum: string, fields: Record<string, string>) => {
    const init = { method: 'POST', body: new URLSearchParams(fields).toString() }
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' }
    const path = `http://localhost/forums/${forum}/subscriptions`
    const answer = await world.app.request(path, { ...init, headers, redirect: 'manual' }, world.bindings)
    return { status: answer.status, page: await answer.text(), to: answer.headers.get('Location') }
  }

  it('asks for an address where there is a date to wait for, and takes it', async () => {
    await undated('plain')
    const { page } = await visit('/forums/plain')
    expect(page).toContain('Повідомити про дату')
    const stamp = await newStamp(world.bindings.STAMP_SECRET, 'plain', at(start) - 10_000)
    const wrong = await send('plain', { email: 'olena@', stamp })
    expect([wrong.status, wrong.page.includes('value="olena@"'), wrong.page.includes('Перевірте адресу')]).toEqual([
      422,
      true,
      true,
    ])
    const right = await send('plain', { email: 'olena@example.com', stamp })
    expect([right.status, right.page.includes('Перевірте пошту')]).toEqual([202, true])
    expect(await rows()).toHaveLength(1)
  })

  it('leads to what can be done where one can register meanwhile', async () => {
    await addForum(world, 'meanwhile')
    const { page } = await visit('/forums/meanwhile')
    expect(page).not.toContain('id="tell-me"')
    expect(await send('meanwhile', { email: 'olena@example.com', stamp: 'x' })).toMatchObject({
      status: 303,
      to: '/forums/meanwhile',
    })
  })
})
