import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { openDatabase } from '../database/database.ts'
import { newStamp } from '../registration/stamp.ts'
import { observe } from '../../test/observed-database.ts'
import { readCalendar } from '../../test/read-calendar.ts'
import { addForum, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { deliverLetters } from './deliver-letters.ts'
import type { Letter } from './mailer.ts'
import { lettersTo, takeDue } from './outbox-store.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 100_000 })
})

beforeEach(async () => {
  await world.d1.prepare('DELETE FROM outbox').run()
})

describe('a registration over HTTP, where mail is configured', () => {
  /** Registers somebody, with this in the place of Cloudflare's binding; resolves when all that follows is done too. */
  const register = async (MAIL: SendEmail) => {
    const context = createExecutionContext()
    const answer = await world.app.request(
      'http://localhost/api/v1/forums/forum/registrations',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), 'CF-Connecting-IP': newKey() },
        body: JSON.stringify(
          aRegistration({ stamp: await newStamp(world.bindings.STAMP_SECRET, 'forum', noon - 10_000) }),
        ),
      },
      { ...world.bindings, MAIL, MAIL_FROM: 'forums@example.org', ORIGIN: 'https://forums.example.org' },
      context,
    )
    const { status } = answer
    return { status, after: () => waitOnExecutionContext(context) }
  }

  const outcome = () => world.d1.prepare('SELECT sent_at, attempts, last_error FROM outbox').first()

  it('sends the letter when the answer is there', async () => {
    const subjects: string[] = []
    const { status, after } = await register({
      send: async (letter: EmailMessage | EmailMessageBuilder) => {
        if ('subject' in letter) subjects.push(letter.subject)
        return { messageId: '' }
      },
    })
    expect(status).toBe(201)
    await after()
    expect(subjects).toEqual(['Вас зареєстровано: Дарницький район. Форум'])
    expect(await outcome()).toMatchObject({ attempts: 1, last_error: null, sent_at: expect.any(Number) })
  })

  it.each<[string, unknown]>([
    ['is out of order', new Error('fetch failed')],
    ['wants no more today', Object.assign(new Error('Too many'), { code: 'E_DAILY_LIMIT_EXCEEDED' })],
  ])('is no worse when the provider %s', async (_, error) => {
    const { status, after } = await register({
      send: () => {
        throw error
      },
    })
    expect(status).toBe(201)
    await after()
    expect(await outcome()).toMatchObject({ sent_at: null, last_error: expect.stringMatching(/^[a-z-]+$/) })
  })

  it('does not wait for a provider that does not answer', async () => {
    let answer = () => undefined as void
    const { status, after } = await register({
      send: () =>
        new Promise(resolve => {
          answer = () => resolve({ messageId: '' })
        }),
    })
    expect(status).toBe(201)
    const settled = after()
    while ((await world.d1.prepare('SELECT attempts FROM outbox').first('attempts')) === 0) await scheduler.wait(5)
    expect(await outcome()).toMatchObject({ sent_at: null, attempts: 1 })
    await scheduler.wait(50)
    answer()
    await settled
    expect(await outcome()).toMatchObject({ sent_at: expect.any(Number) })
  })
})

describe('the calendar entry in the letters', () => {
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

  const entryIn = ([letter]: readonly Letter[]) => {
    const attached = letter?.attachments.find(({ filename }) => filename === 'forum.ics')
    const text = new TextDecoder().decode(Uint8Array.fromBase64(attached?.content ?? ''))
    const method = /method=(\w+)/.exec(attached?.type ?? '')?.[1]
    expect(text).toContain(`METHOD:${method}\r\n`)
    const { entries } = readCalendar(text)
    expect(entries).toHaveLength(1)
    const [{ uid, sequence, start } = expect.unreachable()] = entries
    return { method, uid, sequence, start }
  }

  it('is one entry, which follows the forum: confirmed, moved, cancelled', async () => {
    const forum = await addForum(world, 'followed', { capacity: 5, date: '2019-06-20', startTime: '10:00' })
    const { code } = await (await world.register('followed')).json<Receipt>()
    const confirmed = entryIn(await deliver(noon))
    await world.d1.batch([
      world.d1
        .prepare("UPDATE forums SET date = '2019-06-25', moved_from = '2019-06-20', version = version + 1 WHERE id = ?")
        .bind(forum),
      world.d1
        .prepare(
          "INSERT INTO outbox (registration_id, kind, created_at) SELECT id, 'forum-moved', 1 FROM registrations WHERE code = ?",
        )
        .bind(code),
    ])
    const moved = entryIn(await deliver(noon + 60_000))
    await world.own(await world.tokenOf(code), 'DELETE')
    const cancelled = entryIn(await deliver(noon + 120_000))
    expect([confirmed, moved, cancelled].map(({ method, start }) => `${method} ${start}`)).toEqual([
      'REQUEST 2019-06-20T10:00:00',
      'REQUEST 2019-06-25T10:00:00',
      'CANCEL 2019-06-25T10:00:00',
    ])
    expect(new Set([confirmed.uid, moved.uid, cancelled.uid])).toEqual(new Set([`${code}@forums.example.org`]))
    expect(confirmed.sequence).toBeLessThan(moved.sequence)
    expect(moved.sequence).toBeLessThan(cancelled.sequence)
  })
})

describe('what a minute of delivery costs', () => {
  it('does not grow with what was sent, and no table is scanned', async () => {
    await world.d1
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO registrations (forum_id, code, status, name, email, locale, consent_version, consent_hash, created_at, changed_at)
         SELECT forums.id, 'C' || i, 'confirmed', 'Олена', 'cost-' || i || '@example.com', 'uk', '1', 'x', 0, 0
         FROM n, forums WHERE forums.slug = 'forum'`,
      )
      .run()
    const observed = observe(world.d1)
    const database = openDatabase(observed.database)
    const cost = async () => {
      observed.reset()
      expect(await takeDue(database, noon, 10)).toHaveLength(10)
      await lettersTo(database, 'cost-7@example.com', noon, 20)
      return observed.statements.reduce((total, { rowsRead }) => total + rowsRead, 0)
    }
    const many = await cost()
    await world.d1.prepare('UPDATE outbox SET next_attempt_at = NULL, sent_at = 1 WHERE id % 100 <> 0').run()
    expect(await cost()).toBeLessThanOrEqual(100)
    expect(many).toBeLessThanOrEqual(100)
    const details = await Promise.all(
      observed.statements.map(async ({ sql, values }) => {
        const plan = world.d1.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...values)
        return (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail)
      }),
    )
    expect(details.flat().filter(detail => /SCAN (?!theirs|\(subquery)|TEMP B-TREE/.test(detail))).toEqual([])
  })
})
