import { beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { openDatabase } from '../../src/database/database.ts'
import { deliverLetters } from '../../src/email/deliver-letters.ts'
import type { Letter, Mailer, Outcome } from '../../src/email/mailer.ts'
import { faulty, randomBy } from '../faulty-database.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

/** Promise 21: no letter is lost, duplicates are rare. And promise 28: nothing of a stranger's in a header or a letter. */
let world: World

beforeEach(async () => {
  world ??= await newWorld().then(async made => {
    await seedSeries(made)
    return made
  })
  await world.d1.prepare('DELETE FROM outbox').run()
})

const minute = 60_000
const day = 24 * 60 * minute
const sent: Outcome = { kind: 'sent' }
const failure: Outcome = { kind: 'passing', of: 'letter', error: 'server-fault' }
const closed: Outcome = { kind: 'passing', of: 'server', error: 'connection-lost' }

/** A mailer that keeps what it was given, and answers as it is told. */
const mailerOf = (answer: (letter: Letter) => Outcome | Promise<Outcome> = () => sent) => {
  const letters: Letter[] = []
  const mailer: Mailer = {
    send: async letter => {
      const outcome = await answer(letter)
      if (outcome.kind === 'sent') letters.push(letter)
      return outcome
    },
  }
  return { mailer, letters }
}

const keeper = () => ({
  secret: world.bindings.STAMP_SECRET,
  origin: 'https://forums.example.org',
  from: 'forums@example.org',
})

const deliver = (mailer: Mailer, now: number, limit = 1000, database = world.database) =>
  deliverLetters(database, mailer, keeper(), now, limit)

type Row = {
  id: number
  kind: string
  attempts: number
  next_attempt_at: number | null
  sent_at: number | null
  failed_at: number | null
  dropped_at: number | null
  last_error: string | null
}

const rows = async () => (await world.d1.prepare('SELECT * FROM outbox ORDER BY id').all<Row>()).results

/** The moment at which everything that waits is due. */
const nextMoment = async (now: number) => Math.max(now, ...(await rows()).map(row => row.next_attempt_at ?? 0))

let forums = 0

const newForum = async (changes: Parameters<typeof addForum>[2] = {}) => {
  const slug = `letters-${(forums += 1)}`
  await addForum(world, slug, { capacity: 1000, ...changes })
  return slug
}

const registered = async (forum: string, changes: Record<string, unknown> = {}) => {
  const answer = await world.register(forum, changes)
  expect(answer.status).toBe(201)
  const receipt = await answer.json<Receipt>()
  return { ...receipt, token: await world.tokenOf(receipt.code) }
}

const crowd = async (forum: string, size: number) => {
  for (let person = 0; person < size; person += 1) await registered(forum)
}

describe('a provider that fails 30 % of the time', () => {
  it.each([1, 2, 3])(
    'has taken every letter, once, within ten ticks (seed %i)',
    async seed => {
      const random = randomBy(seed)
      await crowd(await newForum(), 60)
      const { mailer, letters } = mailerOf(() => (random() < 0.3 ? failure : sent))
      let now = noon
      let ticks = 0
      while ((await rows()).some(row => row.sent_at === null)) {
        expect((ticks += 1)).toBeLessThanOrEqual(10)
        now = await nextMoment(now)
        await deliver(mailer, now)
      }
      expect(ticks).toBeGreaterThan(1)
      expect(letters).toHaveLength(60)
      expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(60)
      expect(new Set(letters.map(({ to }) => to)).size).toBe(60)
    },
    60_000,
  )
})

describe('an outage of the provider', () => {
  it('fails no registration, counts against no letter, and is over when it is over', async () => {
    const forum = await newForum()
    const { mailer } = mailerOf(() => closed)
    let tries = 0
    const failing: Mailer = { send: letter => ((tries += 1), mailer.send(letter)) }
    for (let tick = 0; tick < 60; tick += 1) {
      if (tick < 15) await registered(forum)
      await deliver(failing, noon + tick * minute)
    }
    expect(tries).toBe(60)
    expect((await rows()).map(row => [row.attempts, row.sent_at, row.failed_at])).toEqual(
      Array.from({ length: 15 }, () => [0, null, null]),
    )
    const { mailer: well, letters } = mailerOf()
    await deliver(well, noon + 62 * minute)
    expect(letters).toHaveLength(15)
  }, 60_000)

  it('that throws where it should answer holds up no other letter', async () => {
    const forum = await newForum()
    await registered(forum, { email: 'breaks@example.com' })
    await registered(forum, { email: 'works@example.com' })
    const { mailer, letters } = mailerOf(({ to }) => {
      if (to === 'breaks@example.com') throw new Error(`550 ${to}`)
      return sent
    })
    await deliver(mailer, noon)
    expect(letters.map(({ to }) => to)).toEqual(['works@example.com'])
    expect((await rows()).map(row => row.last_error)).toEqual(['not-made', null])
  })
})

describe('a runner that dies between sending and writing down', () => {
  it('causes one duplicate at most, with the same message id', async () => {
    await registered(await newForum())
    const { mailer, letters } = mailerOf()
    let dead = false
    const killed: Mailer = {
      send: async letter => {
        const outcome = await mailer.send(letter)
        dead = true
        return outcome
      },
    }
    const dying = faulty(world.d1, () => (dead ? { kind: 'before', message: 'killed' } : undefined))
    await expect(deliver(killed, noon, 10, openDatabase(dying.database))).rejects.toThrow()
    expect(letters).toHaveLength(1)
    for (const minutes of [0, 1, 5, 9]) await deliver(mailer, noon + minutes * minute)
    expect(letters).toHaveLength(1)
    for (const minutes of [11, 12, 60, 600]) await deliver(mailer, noon + minutes * minute)
    expect(letters).toHaveLength(2)
    expect(letters[1]?.messageId).toBe(letters[0]?.messageId)
    expect(letters[0]?.messageId).toMatch(/^<\d+\.confirmed@forums\.example\.org>$/)
  })
})

describe('runners at the same time', () => {
  it('never send the same letter', async () => {
    await crowd(await newForum(), 40)
    const { mailer, letters } = mailerOf(async () => {
      await scheduler.wait(1)
      return sent
    })
    await Promise.all(Array.from({ length: 8 }, () => deliver(mailer, noon)))
    expect(letters).toHaveLength(40)
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(40)
  })

  it('leave a letter to whoever has taken it over', async () => {
    await registered(await newForum())
    const { mailer: second, letters } = mailerOf()
    const first: Mailer = {
      send: async () => {
        await deliver(second, noon + 11 * minute)
        return { kind: 'permanent', error: 'letter-refused' }
      },
    }
    await deliver(first, noon)
    expect(letters).toHaveLength(1)
    expect(await rows()).toMatchObject([{ failed_at: null, last_error: null, sent_at: expect.any(Number) }])
  })
})

describe('every change of a place', () => {
  it('is told by exactly one letter', async () => {
    const forum = await newForum({ capacity: 1 })
    const first = await registered(forum, { email: 'one-first@example.com' })
    await registered(forum, { email: 'one-second@example.com' })
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon)
    await Promise.all([1, 2, 3].map(() => world.own(first.token, 'DELETE')))
    await deliver(mailer, noon + minute)
    const told = await world.d1
      .prepare('SELECT r.email, o.kind FROM outbox o JOIN registrations r ON r.id = o.registration_id ORDER BY o.id')
      .all<{ email: string; kind: string }>()
    expect(told.results.map(({ email, kind }) => `${email} ${kind}`)).toEqual([
      'one-first@example.com confirmed',
      'one-second@example.com waitlisted',
      'one-first@example.com cancelled',
      'one-second@example.com promoted',
    ])
    expect(letters.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'one-first@example.com Вас зареєстровано: Дарницький район. Форум',
      'one-second@example.com Ви у списку очікування: Дарницький район. Форум',
      'one-first@example.com Реєстрацію скасовано: Дарницький район. Форум',
      'one-second@example.com Місце звільнилося, вас зареєстровано: Дарницький район. Форум',
    ])
  })

  it('is told in order: nothing overtakes a letter that is tried again', async () => {
    const { token } = await registered(await newForum())
    const { mailer: failing } = mailerOf(() => failure)
    await world.d1.prepare("UPDATE outbox SET kind = 'link'").run()
    await deliver(failing, noon)
    await world.d1
      .prepare(
        "INSERT INTO outbox (registration_id, kind, created_at) SELECT max(id), 'confirmed', 1 FROM registrations",
      )
      .run()
    expect(token).not.toBe('')
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon + 30_000)
    expect(letters).toEqual([])
    await deliver(mailer, noon + 2 * minute)
    expect(letters.map(({ messageId }) => messageId.split('.')[1])).toEqual(['link@forums', 'confirmed@forums'])
  })
})

describe('a letter', () => {
  it('is tried after 1, 5 and 30 minutes, 2, 6, 12 and 24 hours, and has then failed for good', async () => {
    await registered(await newForum({ date: '2019-07-01' }))
    const { mailer } = mailerOf(() => failure)
    const waits: number[] = []
    let now = noon
    for (;;) {
      await deliver(mailer, now)
      const [row] = await rows()
      if (row?.next_attempt_at == null) break
      waits.push(Math.round((row.next_attempt_at - now) / minute))
      now = row.next_attempt_at
    }
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440])
    expect(await rows()).toMatchObject([{ attempts: 8, sent_at: null, last_error: 'server-fault' }])
    expect((await rows())[0]?.failed_at).toBeGreaterThan(noon)
  })

  it('that will never be taken has failed at once', async () => {
    await registered(await newForum())
    const { mailer } = mailerOf(() => ({ kind: 'permanent', error: 'address-suppressed' }))
    expect(await deliver(mailer, noon)).toEqual({ sent: 0, failed: 1, dropped: 0 })
    expect(await rows()).toMatchObject([{ attempts: 1, next_attempt_at: null, last_error: 'address-suppressed' }])
  })

  it('is dropped when its cause is gone: the person erased, the place given up', async () => {
    const forum = await newForum()
    const erased = await registered(forum)
    const gone = await registered(forum, { email: 'gave-up@example.com' })
    await world.own(erased.token, 'POST', undefined, '/erasure')
    await world.own(gone.token, 'DELETE')
    const { mailer, letters } = mailerOf()
    expect(await deliver(mailer, noon)).toEqual({ sent: 1, failed: 0, dropped: 2 })
    expect(letters.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'gave-up@example.com Реєстрацію скасовано: Дарницький район. Форум',
    ])
  })

  it('is one of twenty that an address gets in a day; the others wait for the next', async () => {
    const forum = await newForum()
    await registered(forum, { email: 'flooded@example.com' })
    for (let more = 0; more < 24; more += 1)
      await world.d1
        .prepare("INSERT INTO outbox (registration_id, kind, created_at) SELECT max(id), 'link', 1 FROM registrations")
        .run()
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon)
    expect(letters).toHaveLength(20)
    expect((await rows()).filter(row => row.last_error === 'too-many-today').map(row => row.attempts)).toEqual([0])
    for (let hours = 1; hours < 24; hours += 1) await deliver(mailer, noon + hours * 60 * minute)
    expect(letters).toHaveLength(20)
    await deliver(mailer, noon + day + 2 * minute)
    expect(letters).toHaveLength(25)
  })

  it('is one of as many as a run may send', async () => {
    await crowd(await newForum(), 15)
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon, 12)
    expect(letters).toHaveLength(12)
    await deliver(mailer, noon, 12)
    expect(letters).toHaveLength(15)
  })
})

/** What somebody might type, hoping that it ends up in a header or in front of somebody else. */
const payloads = [
  'Ім’я\r\nBcc: victim@example.com',
  'Ім’я\nBcc: victim@example.com',
  'Ім’я\rBcc: victim@example.com',
  'Ім’я\u0000Bcc: victim@example.com',
  'Ім’я\r\n\r\n<h1>Лист</h1>',
  'Ім’я%0D%0ABcc: victim@example.com',
  'Ім’я\\r\\nBcc: victim@example.com',
  'Ім’я\u2028Bcc: victim@example.com',
  'Ім’я\u2029Bcc: victim@example.com',
  'Ім’я\u0085Bcc: victim@example.com',
  'Ім’я\u000bBcc: victim@example.com',
  'Ім’я\u000cBcc: victim@example.com',
  '=?UTF-8?Q?=0D=0ABcc:_victim@example.com?=',
  '=?UTF-8?B?DQpCY2M6IHZpY3RpbUBleGFtcGxlLmNvbQ==?=',
  '"><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">Натисніть</a>',
  'Купуйте на https://evil.example зараз',
  'Ім’я, victim@example.com',
  'Ім’я\u202E<victim@example.com>',
]

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const endsAHeader = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/

const headersOf = ({ messageId, from, to, subject, headers, attachments }: Letter): string[] => [
  messageId,
  from.name,
  from.address,
  to,
  subject,
  ...Object.entries(headers).flat(),
  ...attachments.flatMap(({ filename, type, contentId = '' }) => [filename, type, contentId]),
]

describe('no payload gets into a header or a letter', () => {
  it('has twenty to try', () => expect(new Set(payloads).size).toBe(20))

  it.each(payloads)('typed into every field of the form: %j', async payload => {
    const forum = await newForum()
    const typed = {
      name: payload,
      organisation: { name: payload, role: payload },
      needs: payload,
      proposal: { topic: payload, text: payload },
    }
    // What the form refuses, somebody else might have let in: the rows are written past it as well.
    await world.register(forum, typed)
    await registered(forum)
    await world.d1
      .prepare(
        'UPDATE registrations SET name = ?1, organisation_name = ?1, organisation_role = ?1, needs = ?1, proposal_topic = ?1, proposal_text = ?1 WHERE erased_at IS NULL',
      )
      .bind(payload)
      .run()
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon)
    expect(letters.length).toBeGreaterThan(0)
    for (const letter of letters) {
      for (const header of headersOf(letter)) expect(header).not.toMatch(endsAHeader)
      const said = [...headersOf(letter), letter.text, letter.html].join('\n')
      expect(said).not.toContain(payload)
      expect(said).not.toMatch(/victim|evil|<script|onerror/)
    }
  })

  it.each(payloads)('written by an organiser as a forum’s title: %j', async payload => {
    const forum = await newForum({ titleUk: payload, titleEn: payload })
    await registered(forum)
    const { mailer, letters } = mailerOf()
    await deliver(mailer, noon)
    const [letter] = letters
    if (!letter) throw new Error('No letter')
    for (const header of headersOf(letter)) expect(header).not.toMatch(endsAHeader)
    expect(letter.html).not.toMatch(/<script|<img src=x|<a href="https:\/\/evil/)
  })
})
