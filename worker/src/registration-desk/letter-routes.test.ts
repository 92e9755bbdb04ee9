import { beforeAll, describe, expect, it } from 'vitest'
import { LetterList, LetterRecord, type Problem, type Receipt } from '#contract'
import { activities } from '../database/tables.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World
let forums = 0
let codes: string[]
let slug: string

const register = async (changes: Record<string, unknown> = {}) =>
  (await (await world.register(slug, changes)).json<Receipt>()).code

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

/** A forum with two confirmed and two waiting people, of whom the second chose the walk and the last cancelled. */
const open = async () => {
  slug = `written-${(forums += 1)}`
  const forumId = await addForum(world, slug, { capacity: 2 })
  await world.database
    .insert(activities)
    .values({ forumId, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
  codes = [
    await register({ organisation: { name: 'ГО «Двір»' } }),
    await register({ activities: ['walk'] }),
    await register(),
    await register({ locale: 'en' }),
  ]
  await world.own(await world.tokenOf(codes[3] ?? ''), 'DELETE')
  return forumId
}

const aLetter = {
  subject: { uk: 'Зустрічаємося пізніше', en: 'We meet later' },
  text: { uk: 'О десятій.', en: 'At ten.' },
}

const draft = async (selection?: Record<string, unknown>) => {
  const answer = await world.organise('POST', `/forums/${slug}/letters`, { body: { ...aLetter, selection } })
  expect(answer.status).toBe(201)
  const letter = LetterRecord.parse(await answer.json())
  expect(answer.headers.get('Location')).toBe(`/api/v1/admin/forums/${slug}/letters/${letter.id}`)
  return { letter, etag: answer.headers.get('ETag') ?? '' }
}

const send = (id: number, recipients: unknown, etag?: string) =>
  world.organise('POST', `/forums/${slug}/letters/${id}/sending`, {
    body: { recipients },
    ...(etag !== undefined && { headers: { 'If-Match': etag } }),
  })

const written = async (id: number) =>
  (
    await world.d1
      .prepare(
        'SELECT r.code FROM outbox o JOIN registrations r ON r.id = o.registration_id WHERE o.letter_id = ? ORDER BY r.id',
      )
      .bind(id)
      .all<{ code: string }>()
  ).results.map(({ code }) => code)

const book = async () =>
  (await world.d1.prepare('SELECT action, forum, object, count FROM audit ORDER BY id DESC LIMIT 1').all()).results[0]

const refusal = async (answer: Response) => [answer.status, (await answer.json<Problem>()).code]

describe('a draft', () => {
  it('says to how many it would go and what they would read, and tells nobody', async () => {
    await open()
    const { letter } = await draft()
    expect(letter).toMatchObject({
      forum: slug,
      ...aLetter,
      selection: {},
      recipients: 3,
      preview: { uk: { subject: 'Зустрічаємося пізніше', text: 'О десятій.' }, en: { subject: 'We meet later' } },
      sentAt: null,
    })
    expect(await book()).toEqual({ action: 'letter.drafted', forum: slug, object: String(letter.id), count: null })
    expect(await written(letter.id)).toEqual([])
    const list = LetterList.parse(await (await world.organise('GET', `/forums/${slug}/letters`)).json())
    expect(list.letters).toEqual([letter])
  })

  it.each([
    [{ status: 'confirmed' }, 2],
    [{ status: 'waitlisted' }, 1],
    [{ status: 'cancelled' }, 1],
    [{ activity: 'walk' }, 1],
    [{ organisation: 'го двір' }, 1],
    [{ came: true }, 0],
    [{ came: false, invited: false }, 3],
  ])('to %j goes to %i', async (selection, recipients) => {
    await open()
    expect((await draft(selection)).letter.recipients).toBe(recipients)
  })

  it('counts anew each time it is read', async () => {
    await open()
    const { letter } = await draft()
    await register()
    const again = await world.organise('GET', `/forums/${slug}/letters/${letter.id}`)
    expect(await again.json()).toMatchObject({ recipients: 4 })
  })

  it('needs words in both languages, and filters that mean something', async () => {
    await open()
    const post = (body: unknown) => world.organise('POST', `/forums/${slug}/letters`, { body })
    for (const body of [
      { ...aLetter, subject: { uk: 'Тема' } },
      { ...aLetter, text: { uk: ' ', en: 'Text' } },
      { ...aLetter, subject: { uk: 'Тема\r\nBcc: x@example.com', en: 'Subject' } },
      { ...aLetter, selection: { activity: 'nowhere' } },
      { ...aLetter, selection: { name: 'Олена' } },
      { ...aLetter, text: { uk: 'а'.repeat(5001), en: 'Text' } },
    ])
      expect(await refusal(await post(body)), JSON.stringify(body).slice(0, 80)).toEqual([422, 'invalid-request'])
  })

  it('is thrown away by who has seen it', async () => {
    await open()
    const { letter, etag } = await draft()
    const path = `/forums/${slug}/letters/${letter.id}`
    expect(await refusal(await world.organise('DELETE', path))).toEqual([428, 'precondition-required'])
    expect(await refusal(await world.organise('DELETE', path, { headers: { 'If-Match': '"9"' } }))).toEqual([
      412,
      'precondition-failed',
    ])
    expect((await world.organise('DELETE', path, { headers: { 'If-Match': etag } })).status).toBe(204)
    expect(await book()).toMatchObject({ action: 'letter.removed', object: String(letter.id) })
    expect((await world.organise('GET', path)).status).toBe(404)
  })

  it('is of its own forum and district', async () => {
    await open()
    const { letter } = await draft()
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    for (const path of [`/forums/${slug}/letters`, `/forums/${slug}/letters/${letter.id}`])
      expect((await world.organise('GET', path, { token })).status).toBe(404)
    await open()
    for (const id of [letter.id, 0, 'x', '1e3'])
      expect((await world.organise('GET', `/forums/${slug}/letters/${id}`)).status).toBe(404)
  })
})

describe('the second step', () => {
  it('writes one letter to each, once, and keeps how many', async () => {
    await open()
    const { letter, etag } = await draft()
    const answer = await send(letter.id, 3, etag)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ recipients: 3, sentAt: new Date(noon).toISOString() })
    expect(await book()).toEqual({ action: 'letter.sent', forum: slug, object: String(letter.id), count: 3 })
    expect(await written(letter.id)).toEqual(codes.slice(0, 3))
    await register()
    const sent = await world.organise('GET', `/forums/${slug}/letters/${letter.id}`)
    expect(await sent.json()).toMatchObject({ recipients: 3 })
    const again = sent.headers.get('ETag') ?? ''
    expect(await refusal(await send(letter.id, 3, again))).toEqual([409, 'already-sent'])
    const removal = await world.organise('DELETE', `/forums/${slug}/letters/${letter.id}`, {
      headers: { 'If-Match': again },
    })
    expect(await refusal(removal)).toEqual([409, 'already-sent'])
  })

  it('asks again when it would go to more or fewer', async () => {
    await open()
    const { letter, etag } = await draft()
    await register()
    const answer = await send(letter.id, 3, etag)
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'people-will-be-told', tells: 4 }])
    expect(await written(letter.id)).toEqual([])
    expect((await send(letter.id, 4, etag)).status).toBe(200)
  })

  it('needs the version that was seen, and a number', async () => {
    await open()
    const { letter, etag } = await draft()
    expect(await refusal(await send(letter.id, 3))).toEqual([428, 'precondition-required'])
    expect(await refusal(await send(letter.id, 3, '"7"'))).toEqual([412, 'precondition-failed'])
    expect(await refusal(await send(letter.id, 'all', etag))).toEqual([422, 'invalid-request'])
  })

  it('twenty times at once writes no letter twice', async () => {
    await open()
    const { letter, etag } = await draft()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(letter.id, 3, etag)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    expect(await written(letter.id)).toHaveLength(3)
  })

  it('passes over who has no address, and who is erased', async () => {
    const forumId = await open()
    await world.d1
      .prepare(
        "UPDATE registrations SET email = NULL, origin = 'organiser', consent_channel = 'phone' WHERE forum_id = ? AND code = ?",
      )
      .bind(forumId, codes[0] ?? '')
      .run()
    await world.own(await world.tokenOf(codes[1] ?? ''), 'POST', undefined, '/erasure')
    const { letter, etag } = await draft()
    expect(letter.recipients).toBe(1)
    expect((await send(letter.id, 1, etag)).status).toBe(200)
    expect(await written(letter.id)).toEqual([codes[2]])
  })
})
