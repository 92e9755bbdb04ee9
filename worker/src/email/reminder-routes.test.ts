import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { deliverLetters } from './deliver-letters.ts'
import type { Letter } from './mailer.ts'
import { writeReminders } from './write-reminders.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

beforeEach(async () => {
  for (const table of ['outbox', 'reminder_refusals', 'submissions', 'registrations', 'forums'])
    await world.d1.prepare(`DELETE FROM ${table}`).run()
  world.setClock('2019-06-03T12:00:00+03:00')
})

const at = (moment: string) => Date.parse(moment)

/** Registers somebody on 3 June, whose own letter is out of the way. */
const registered = async (forum: string, changes: Record<string, unknown> = {}) => {
  const { code } = await (await world.register(forum, changes)).json<Receipt>()
  await world.d1
    .prepare("UPDATE outbox SET next_attempt_at = NULL, sent_at = 1 WHERE kind IN ('confirmed', 'waitlisted')")
    .run()
  return world.tokenOf(code)
}

const written = async () =>
  (
    await world.d1
      .prepare(
        `SELECT r.email || ' ' || o.kind AS letter FROM outbox o JOIN registrations r ON r.id = o.registration_id
         WHERE o.kind NOT IN ('confirmed', 'waitlisted', 'cancelled') ORDER BY o.id`,
      )
      .all<{ letter: string }>()
  ).results.map(({ letter }) => letter)

const deliver = async (now: number): Promise<Letter[]> => {
  const letters: Letter[] = []
  const mailer = {
    send: async (letter: Letter) => {
      letters.push(letter)
      return { kind: 'sent' } as const
    },
  }
  const keeper = { secret: world.bindings.STAMP_SECRET, origin: 'https://forums.example.org', from: 'f@example.org' }
  await deliverLetters(world.database, mailer, keeper, now, 100)
  return letters
}

describe('reminders', () => {
  it('are written three days and one day before, and thanks the day after, once each', async () => {
    await addForum(world, 'week', { date: '2019-06-10' })
    await registered('week', { email: 'a@example.com' })
    for (const day of [4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
      for (const hour of ['09', '12', '19'])
        await writeReminders(world.database, at(`2019-06-${String(day).padStart(2, '0')}T${hour}:02:00+03:00`))
    expect(await written()).toEqual([
      'a@example.com reminder-3-days',
      'a@example.com reminder-1-day',
      'a@example.com thanks',
    ])
  })

  it.each([
    ['2019-06-07T08:59:59+03:00', 0],
    ['2019-06-07T09:00:00+03:00', 1],
    ['2019-06-07T19:59:59+03:00', 1],
    ['2019-06-07T20:00:00+03:00', 0],
    ['2019-06-06T22:30:00+00:00', 0],
  ])('are written in Kyiv’s daytime: at %s, %i', async (moment, letters) => {
    await addForum(world, 'day', { date: '2019-06-10' })
    await registered('day')
    expect(await writeReminders(world.database, at(moment))).toBe(letters)
  })

  it('are for confirmed people who have known for longer than today', async () => {
    await addForum(world, 'some', { date: '2019-06-10', capacity: 2 })
    await registered('some', { email: 'confirmed@example.com' })
    const gone = await registered('some', { email: 'gone@example.com' })
    await world.own(gone, 'DELETE')
    world.setClock('2019-06-07T09:30:00+03:00')
    await registered('some', { email: 'today@example.com' })
    await registered('some', { email: 'waits@example.com' })
    await writeReminders(world.database, at('2019-06-07T10:00:00+03:00'))
    expect(await written()).toEqual(['confirmed@example.com reminder-3-days'])
  })

  it.each([
    ['is paused', { pausedAt: noon }],
    ['is cancelled', { cancelledAt: noon }],
    ['is on another day', { date: '2019-06-11' }],
    ['has no date', { date: null, opensAt: 1 }],
  ])('are not written when the forum %s', async (_, changes) => {
    await addForum(world, 'not', { date: '2019-06-10' })
    await registered('not')
    await world.d1
      .prepare('UPDATE forums SET paused_at = ?, cancelled_at = ?, date = ?')
      .bind(
        'pausedAt' in changes ? noon : null,
        'cancelledAt' in changes ? noon : null,
        'date' in changes ? changes.date : '2019-06-10',
      )
      .run()
    expect(await writeReminders(world.database, at('2019-06-07T10:00:00+03:00'))).toBe(0)
  })

  it('are dropped when the place was given up, or the forum moved, before they were sent', async () => {
    await addForum(world, 'dropped', { date: '2019-06-10', capacity: 5 })
    const gone = await registered('dropped', { email: 'gone@example.com' })
    await registered('dropped', { email: 'stays@example.com' })
    const now = at('2019-06-07T10:00:00+03:00')
    expect(await writeReminders(world.database, now)).toBe(2)
    world.setClock('2019-06-07T10:01:00+03:00')
    await world.own(gone, 'DELETE')
    expect((await deliver(now)).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'stays@example.com Форум за три дні: Дарницький район. Форум',
      'gone@example.com Реєстрацію скасовано: Дарницький район. Форум',
    ])
    await writeReminders(world.database, at('2019-06-09T19:30:00+03:00'))
    await world.d1.prepare("UPDATE forums SET date = '2019-06-20'").run()
    expect(await deliver(at('2019-06-09T19:31:00+03:00'))).toEqual([])
  })
})

describe('thanks', () => {
  it('go to those who came, or to everybody confirmed where nobody was checked in', async () => {
    for (const slug of ['counted', 'uncounted']) {
      await addForum(world, slug, { date: '2019-06-10' })
      await registered(slug, { email: `came-to-${slug}@example.com` })
      await registered(slug, { email: `missed-${slug}@example.com` })
    }
    await world.d1.prepare("UPDATE registrations SET came_at = 1 WHERE email = 'came-to-counted@example.com'").run()
    await writeReminders(world.database, at('2019-06-11T10:00:00+03:00'))
    expect(await written()).toEqual([
      'came-to-counted@example.com thanks',
      'came-to-uncounted@example.com thanks',
      'missed-uncounted@example.com thanks',
    ])
  })
})

describe('whoever wants no more reminders', () => {
  const reminded = async () => {
    await addForum(world, 'refused', { date: '2019-06-10' })
    await registered('refused', { email: 'quiet@example.com', locale: 'en' })
    const now = at('2019-06-07T10:00:00+03:00')
    await writeReminders(world.database, now)
    const [letter] = await deliver(now)
    return new URL(letter?.headers['List-Unsubscribe']?.slice(1, -1) ?? '')
  }

  const ask = (url: URL, init?: RequestInit) =>
    world.app.request(`http://localhost${url.pathname}${url.search}`, init, world.bindings)

  const refusals = () => world.d1.prepare('SELECT count(*) FROM reminder_refusals').first('count(*)')

  it('is shown a button by the letter’s link, which changes nothing however often it is followed', async () => {
    const url = await reminded()
    for (const method of ['GET', 'HEAD', 'GET']) expect((await ask(url, { method })).status).toBe(200)
    expect(await (await ask(url)).text()).toMatch(/<form method="post"[\s\S]*Do not remind me/)
    expect(await refusals()).toBe(0)
  })

  it('gets none after pressing it, and stays registered', async () => {
    const url = await reminded()
    for (const time of [1, 2]) {
      const answer = await ask(url, { method: 'POST' })
      expect([time, answer.status]).toEqual([time, 200])
      expect(await answer.text()).toContain('we do not remind you of this forum any more')
    }
    expect(await refusals()).toBe(1)
    await writeReminders(world.database, at('2019-06-09T10:00:00+03:00'))
    await writeReminders(world.database, at('2019-06-11T10:00:00+03:00'))
    expect(await written()).toEqual(['quiet@example.com reminder-3-days'])
    expect((await world.list('refused')).registrations).toMatchObject([{ status: 'confirmed' }])
  })

  it('may press that of the mail program, which posts one line from anywhere (RFC 8058)', async () => {
    const answer = await ask(await reminded(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(answer.status).toBe(200)
    expect(await refusals()).toBe(1)
  })

  it('gets none that was written before and is not sent yet', async () => {
    const url = await reminded()
    const now = at('2019-06-09T10:00:00+03:00')
    await writeReminders(world.database, now)
    await ask(url, { method: 'POST' })
    expect(await deliver(now)).toEqual([])
  })

  it.each(['x', '1.abc', `1.${'a'.repeat(43)}`, `1.${'a'.repeat(100_000)}`, '%00'])(
    'needs the token of the letter: %# is 404',
    async token => {
      for (const method of ['GET', 'POST'])
        expect((await ask(new URL(`https://forums.example.org/reminders/${token}`), { method })).status).toBe(404)
      expect(await refusals()).toBe(0)
    },
  )
})
