import { beforeAll, describe, expect, it } from 'vitest'
import { OwnRegistration, PersonalData, type Receipt } from '#contract'
import { fillSeats } from '../schedule/fill-seats.ts'
import { setCapacity } from '../../test/editing.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const registered = async (forum: string, changes: Record<string, unknown> = {}) => {
  const receipt = await (await world.register(forum, changes)).json<Receipt>()
  return { ...receipt, token: await world.tokenOf(receipt.code) }
}

const read = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: await response.json<Record<string, unknown>>() }
}

const statuses = async (forum: string) =>
  (await world.list(forum)).registrations.map(({ name, status }) => `${name} ${status}`)

const letters = async (forum: string) =>
  (
    await world.d1
      .prepare(
        `SELECT r.email || ' ' || kind AS letter FROM outbox JOIN registrations r ON r.id = registration_id
         JOIN forums f ON f.id = r.forum_id WHERE f.slug = ? ORDER BY outbox.id`,
      )
      .bind(forum)
      .all<{ letter: string }>()
  ).results.map(({ letter }) => letter)

describe('one’s own registration', () => {
  it('is seen by its private link, as the contract says', async () => {
    await addForum(world, 'seen', { capacity: 1 })
    await registered('seen')
    const second = await registered('seen', { name: 'Олена', email: 'second@example.com', needs: 'Пандус' })
    await registered('seen')
    const { status, body } = await read(world.own(second.token))
    expect(status).toBe(200)
    expect(OwnRegistration.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      forum: { slug: 'seen' },
      status: 'waitlisted',
      waitlistPlace: 1,
      code: second.code,
      name: 'Олена',
      email: 'second@example.com',
      needs: 'Пандус',
      mayChange: true,
      calendar: { title: { uk: 'Додати до календаря' } },
    })
  })

  it('is the same by the code of a repeated address: its own link leads nowhere new', async () => {
    await addForum(world, 'same', { capacity: 5 })
    await registered('same', { email: 'same@example.com' })
    const again = await registered('same', { email: 'same@example.com' })
    expect((await world.own(again.token)).status).toBe(404)
    expect(await letters('same')).toEqual(['same@example.com confirmed', 'same@example.com already-registered'])
  })

  it.each([
    ['no link', ''],
    ['junk', 'x'],
    ['a link cut short', 'a'.repeat(42)],
    ['a wrong link', 'a'.repeat(43)],
    ['a huge link', 'a'.repeat(100_000)],
    ['a link with a trick', `${'a'.repeat(40)}%2e`],
  ])('is not found by %s, in whatever way', async (_, token) => {
    for (const [method, body, path] of [
      ['GET'],
      ['DELETE'],
      ['PATCH', {}],
      ['GET', undefined, '/data'],
      ['POST', undefined, '/erasure'],
    ] as const) {
      const answer = await read(world.own(token, method, body, path))
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
  })

  it('is not found by a token in the address', async () => {
    await addForum(world, 'in-query')
    const { token } = await registered('in-query')
    expect((await world.request(`/registration?token=${token}`)).status).toBe(404)
  })

  it('changes what is sent, keeps what is not, and takes away what is null', async () => {
    await addForum(world, 'changed')
    const { token } = await registered('changed', {
      phone: '0671234567',
      needs: 'Пандус',
      organisation: { name: 'ГО' },
    })
    const { status, body } = await read(world.own(token, 'PATCH', { name: 'Інша', phone: '0001234567', needs: null }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Інша', phone: '+380001234567', needs: null, organisation: { name: 'ГО' } })
    expect(
      (await read(world.own(token, 'PATCH', { organisation: null, proposal: { text: 'Дерева' } }))).body,
    ).toMatchObject({
      organisation: null,
      proposal: { text: 'Дерева', topic: null },
    })
    expect((await read(world.own(token, 'PATCH', {}))).status).toBe(200)
  })

  it('is changed with one letter for each change, none for what was so already, and three a day at most', async () => {
    await addForum(world, 'told')
    const { token } = await registered('told', { email: 'told@example.com', needs: 'Пандус' })
    await world.own(token, 'PATCH', { needs: 'Пандус' })
    expect(await letters('told')).toEqual(['told@example.com confirmed'])
    await world.own(token, 'PATCH', { needs: 'Ліфт', phone: null })
    await world.own(token, 'PATCH', { needs: 'Ліфт' })
    expect(await letters('told')).toEqual(['told@example.com confirmed', 'told@example.com changed'])
    for (const needs of ['1', '2', '3', '4']) await world.own(token, 'PATCH', { needs })
    expect((await letters('told')).slice(1)).toEqual(Array(3).fill('told@example.com changed'))
  })

  it.each([
    [{ email: 'other@example.com' }, '', 'unknown-field'],
    [{ status: 'confirmed' }, '', 'unknown-field'],
    [{ name: '' }, '/name', 'required'],
    [{ name: null }, '/name', 'invalid-type'],
    [{ phone: '1' }, '/phone', 'invalid-phone'],
  ])('does not take %o', async (body, pointer, code) => {
    const { token } = await registered('changed')
    const answer = await read(world.own(token, 'PATCH', body))
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  })

  it('cancelled once is cancelled, and a second time the same', async () => {
    await addForum(world, 'cancelled', { capacity: 1 })
    const { token } = await registered('cancelled', { email: 'gone@example.com' })
    const first = await read(world.own(token, 'DELETE'))
    expect(first).toMatchObject({ status: 200, body: { status: 'cancelled', mayChange: false } })
    expect(first.body).not.toHaveProperty('calendar')
    expect(await read(world.own(token, 'DELETE'))).toEqual(first)
    expect(await letters('cancelled')).toEqual(['gone@example.com confirmed', 'gone@example.com cancelled'])
    expect(await read(world.own(token, 'PATCH', { name: 'Інша' }))).toMatchObject({
      status: 409,
      body: { code: 'too-late' },
    })
  })

  it('at a forum that is over can only be read', async () => {
    await addForum(world, 'over', { date: '2019-06-04' })
    const { token } = await registered('over')
    world.setClock('2019-06-05T00:00:00+03:00')
    expect((await world.own(token)).status).toBe(200)
    expect(await read(world.own(token, 'DELETE'))).toMatchObject({ status: 409, body: { code: 'too-late' } })
    expect(await read(world.own(token, 'PATCH', { name: 'Інша' }))).toMatchObject({
      status: 409,
      body: { code: 'too-late' },
    })
    world.setClock('2019-06-03T12:00:00+03:00')
  })

  it('can be taken away whole: everything that is stored', async () => {
    await addForum(world, 'data')
    const { token, code } = await registered('data', { email: 'data@example.com' })
    const again = await registered('data', { email: 'data@example.com' })
    const { status, body } = await read(world.own(token, 'GET', undefined, '/data'))
    expect(status).toBe(200)
    expect(PersonalData.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      registration: { email: 'data@example.com' },
      consent: { version: '2019-06', text: { uk: expect.stringContaining('погоджуюся') } },
      submissions: [{ code }, { code: again.code }],
      letters: [{ kind: 'confirmed' }, { kind: 'already-registered' }],
    })
  })

  it('can be erased: nothing of the person is left, the place is freed and the link is void', async () => {
    await addForum(world, 'erased', { capacity: 1 })
    const canary = {
      name: 'Канарка',
      email: 'canary@example.com',
      phone: '0007654321',
      needs: 'канарка',
      proposal: { text: 'канарка' },
      organisation: { name: 'Канарка', role: 'канарка' },
    }
    const { token } = await registered('erased', canary)
    await registered('erased', { name: 'Наступна' })
    expect((await world.own(token, 'POST', undefined, '/erasure')).status).toBe(204)
    expect((await world.own(token)).status).toBe(404)
    const dump = JSON.stringify([
      (await world.d1.prepare('SELECT * FROM registrations').all()).results,
      (await world.d1.prepare('SELECT * FROM submissions').all()).results,
      (await world.d1.prepare('SELECT * FROM outbox').all()).results,
    ])
    expect(dump).not.toMatch(/канарка|canary|7654321/i)
    expect(await statuses('erased')).toEqual([' cancelled', 'Наступна confirmed'])
    expect((await world.register('erased', canary)).status).toBe(201)
  })

  it('erased after the forum stays counted', async () => {
    await addForum(world, 'erased-later', { date: '2019-06-04' })
    const { token } = await registered('erased-later')
    world.setClock('2019-06-05T00:00:00+03:00')
    expect((await world.own(token, 'POST', undefined, '/erasure')).status).toBe(204)
    world.setClock('2019-06-03T12:00:00+03:00')
    expect(await statuses('erased-later')).toEqual([' confirmed'])
  })

  it('stores no token, only its hash', async () => {
    await addForum(world, 'hashed')
    const { token } = await registered('hashed')
    const { results } = await world.d1
      .prepare("SELECT * FROM registrations WHERE forum_id = (SELECT id FROM forums WHERE slug = 'hashed')")
      .all()
    expect(JSON.stringify(results)).not.toContain(token)
    expect(results[0]).toMatchObject({ link_hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
})

describe('the link, sent again', () => {
  const ask = (body: unknown) =>
    world.request('/registration/link', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('is answered the same for an address that is known and one that is not', async () => {
    await addForum(world, 'link')
    await registered('link', { email: 'known@example.com' })
    const known = await ask({ email: ' KNOWN@example.com', forum: 'link' })
    const unknown = await ask({ email: 'unknown@example.com', forum: 'link' })
    expect([known.status, unknown.status]).toEqual([202, 202])
    expect(await known.text()).toBe(await unknown.text())
    expect([...known.headers]).toEqual([...unknown.headers])
    expect(await letters('link')).toEqual(['known@example.com confirmed', 'known@example.com link'])
  })

  it('goes to every forum of the address, not to cancelled registrations, at most three times a day', async () => {
    await addForum(world, 'link-one')
    await addForum(world, 'link-two')
    await addForum(world, 'link-three')
    const gone = await registered('link-one', { email: 'many@example.com' })
    await registered('link-two', { email: 'many@example.com' })
    await registered('link-three', { email: 'many@example.com' })
    await world.own(gone.token, 'DELETE')
    for (let times = 0; times < 5; times += 1) await ask({ email: 'many@example.com' })
    const sent = async (forum: string) => (await letters(forum)).filter(letter => letter.endsWith('link')).length
    expect([await sent('link-one'), await sent('link-two'), await sent('link-three')]).toEqual([0, 3, 3])
    world.setClock('2019-06-04T12:00:01+03:00')
    await ask({ email: 'many@example.com' })
    expect(await sent('link-two')).toBe(4)
    world.setClock('2019-06-03T12:00:00+03:00')
  })

  it.each([{}, { email: 'nobody' }, { email: 'a@example.com', more: 1 }])('is refused for %o', async body => {
    expect((await ask(body)).status).toBe(422)
  })
})

describe('the waitlist', () => {
  const four = async (forum: string, capacity: number) => {
    await addForum(world, forum, { capacity })
    return Promise.all(
      ['Перша', 'Друга', 'Третя', 'Четверта'].map(async (name, place) => {
        await new Promise(resolve => setTimeout(resolve, place * 30))
        return registered(forum, { name })
      }),
    )
  }

  it('gives a freed place to whoever has waited longest, once, with one letter', async () => {
    const [first] = await four('fifo', 2)
    await Promise.all([world.own(first?.token ?? '', 'DELETE'), world.own(first?.token ?? '', 'DELETE')])
    expect(await statuses('fifo')).toEqual([
      'Перша cancelled',
      'Друга confirmed',
      'Третя confirmed',
      'Четверта waitlisted',
    ])
    expect((await letters('fifo')).filter(letter => letter.endsWith('promoted'))).toHaveLength(1)
  })

  it('lets nobody new past those who wait', async () => {
    await four('queue', 2)
    await world.d1.prepare("UPDATE forums SET capacity = 3, version = version + 1 WHERE slug = 'queue'").run()
    expect((await registered('queue', { name: 'Нова' })).status).toBe('waitlisted')
    await fillSeats(world.database, 'queue', noon)
    expect(await statuses('queue')).toEqual([
      'Перша confirmed',
      'Друга confirmed',
      'Третя confirmed',
      'Четверта waitlisted',
      'Нова waitlisted',
    ])
  })

  it('sends whoever cancels and comes again to the end', async () => {
    const [first] = await four('again', 2)
    await world.own(first?.token ?? '', 'DELETE')
    const email = (await world.list('again')).registrations[0]?.email
    const back = await registered('again', { name: 'Перша знову', email })
    expect(back.status).toBe('waitlisted')
    expect((await statuses('again')).at(-1)).toBe('Перша знову waitlisted')
  })

  it.each([
    ['cancelled', { cancelledAt: noon }],
    ['paused', { pausedAt: noon }],
    ['closed', { closesAt: noon }],
  ])('promotes nobody at a forum that is %s', async (state, facts) => {
    const forum = `no-promotion-${state}`
    const [first] = await four(forum, 2)
    const [column = '', value] = Object.entries(facts)[0] ?? []
    const name = column.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    await world.d1
      .prepare(`UPDATE forums SET ${name} = ?, version = version + 1 WHERE slug = ?`)
      .bind(value, forum)
      .run()
    expect((await world.own(first?.token ?? '', 'DELETE')).status).toBe(200)
    expect(await statuses(forum)).toEqual([
      'Перша cancelled',
      'Друга confirmed',
      'Третя waitlisted',
      'Четверта waitlisted',
    ])
  })

  it('promotes exactly as many as a raised capacity has room for, and all of them when there is enough', async () => {
    await four('raised', 1)
    expect(await setCapacity(world, 'raised', 3)).toBe(true)
    expect(await statuses('raised')).toEqual([
      'Перша confirmed',
      'Друга confirmed',
      'Третя confirmed',
      'Четверта waitlisted',
    ])
    await setCapacity(world, 'raised', 10)
    expect((await statuses('raised')).filter(status => status.endsWith('confirmed'))).toHaveLength(4)
    expect((await letters('raised')).filter(letter => letter.endsWith('promoted'))).toHaveLength(3)
  })

  it('throws nobody out when the capacity is lowered, and shows it to organisers', async () => {
    const [first] = await four('lowered', 3)
    await setCapacity(world, 'lowered', 1)
    expect(await statuses('lowered')).toEqual([
      'Перша confirmed',
      'Друга confirmed',
      'Третя confirmed',
      'Четверта waitlisted',
    ])
    expect(await world.list('lowered')).toMatchObject({
      capacity: 1,
      counts: { confirmed: 3, waitlisted: 1, overbooked: 2 },
    })
    await world.own(first?.token ?? '', 'DELETE')
    expect((await statuses('lowered')).at(-1)).toBe('Четверта waitlisted')
  })

  it('promotes also when an organiser changes the forum at that very moment', async () => {
    const [first] = await four('edited', 2)
    const answers = await Promise.all([
      world.own(first?.token ?? '', 'DELETE'),
      ...[3, 2, 3].map(capacity => setCapacity(world, 'edited', capacity)),
    ])
    expect(answers[0].status).toBe(200)
    const capacity = (await world.list('edited')) as unknown as {
      capacity: number
      counts: { confirmed: number; waitlisted: number }
    }
    expect(capacity.counts.waitlisted === 0 || capacity.counts.confirmed >= capacity.capacity).toBe(true)
  })
})

describe('reading', () => {
  it('changes nothing, whatever link a scanner follows, however often', async () => {
    await addForum(world, 'scanned')
    const { token } = await registered('scanned')
    const everything = async () =>
      JSON.stringify(
        await Promise.all(
          ['forums', 'registrations', 'submissions', 'outbox', 'watched', 'spent_challenges'].map(
            async table => (await world.d1.prepare(`SELECT * FROM ${table}`).all()).results,
          ),
        ),
      )
    const before = await everything()
    for (const method of ['GET', 'HEAD', 'GET'])
      for (const path of [
        '/registration',
        '/registration/data',
        '/schedule',
        '/forums/scanned',
        '/forums/scanned/form',
        '/registration/erasure',
        '/registration/link',
      ])
        await world.request(path, { method, headers: { Authorization: `Bearer ${token}` } })
    expect(await everything()).toBe(before)
  })
})
