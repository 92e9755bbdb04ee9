import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { currentConsentVersion } from '../../src/privacy/consent.ts'
import { setCapacity } from '../editing.ts'
import { addForum, newKey, newWorld, seedSeries, type World } from '../world.ts'

/** What an office and people do to two forums of one district. */
type Act =
  | { readonly kind: 'register' | 'hand' | 'guest'; readonly forum: 0 | 1; readonly person: number }
  | { readonly kind: 'leave' | 'cancel' | 'promote' | 'promote-guest' | 'transfer' | 'invite'; readonly whom: number }
  | { readonly kind: 'merge'; readonly whom: number; readonly into: number }
  | { readonly kind: 'capacity'; readonly forum: 0 | 1; readonly capacity: number }

const forum = fc.constantFrom(0 as const, 1 as const)
const whom = fc.nat(11)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('register' as const), forum, person: fc.nat(7) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('hand' as const, 'guest' as const), forum, person: fc.nat(7) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'leave' as const,
        'cancel' as const,
        'promote' as const,
        'promote-guest' as const,
        'transfer' as const,
        'invite' as const,
      ),
      whom,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), whom, into: whom }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), forum, capacity: fc.integer({ min: 2, max: 6 }) }),
  },
)

let world: World
let rounds = 0

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

type Stage = { readonly slugs: readonly [string, string]; readonly ids: readonly number[]; readonly codes: string[] }

const setUp = async (): Promise<Stage> => {
  rounds += 1
  const slugs: [string, string] = [`desk-storm-${rounds}-a`, `desk-storm-${rounds}-b`]
  const ids = []
  for (const slug of slugs) ids.push(await addForum(world, slug, { capacity: 4, reserved: 1, waitlistCapacity: 5 }))
  return { slugs, ids, codes: [] }
}

const whereIs = (code: string) =>
  world.d1
    .prepare(
      `SELECT f.slug, r.version FROM submissions s JOIN registrations r ON r.id = s.registration_id
       JOIN forums f ON f.id = r.forum_id WHERE s.code = ?`,
    )
    .bind(code)
    .first<{ slug: string; version: number }>()

const deed = async (code: string | undefined, name: string, body: unknown, method = 'POST') => {
  const found = code === undefined ? null : await whereIs(code)
  if (!found) return undefined
  return world.organise(method, `/forums/${found.slug}/registrations/${code}${name}`, {
    body,
    headers: { 'If-Match': `"${found.version}"` },
  })
}

const enter = (slug: string, person: number, invited: boolean) =>
  world.organise('POST', `/forums/${slug}/registrations`, {
    headers: { 'Idempotency-Key': newKey() },
    body: {
      name: 'Пані Телефонна',
      email: `desk-${rounds}-${person}@example.com`,
      locale: 'uk',
      consent: { given: true, version: currentConsentVersion, channel: 'phone' },
      invited,
    },
  })

const perform = async ({ slugs, codes }: Stage, step: Act): Promise<Response | undefined> => {
  switch (step.kind) {
    case 'register':
      return world.register(slugs[step.forum], { email: `desk-${rounds}-${step.person}@example.com` })
    case 'hand':
    case 'guest':
      return enter(slugs[step.forum], step.person, step.kind === 'guest')
    case 'leave':
      return codes[step.whom] === undefined
        ? undefined
        : world.own(await world.tokenOf(codes[step.whom] ?? ''), 'DELETE')
    case 'cancel':
      return deed(codes[step.whom], '/cancellation', undefined)
    case 'promote':
    case 'promote-guest':
      return deed(codes[step.whom], '/promotion', { invited: step.kind === 'promote-guest' })
    case 'invite':
      return deed(codes[step.whom], '', { invited: true }, 'PATCH')
    case 'merge':
      return deed(codes[step.whom], '/merge', { into: codes[step.into] ?? '0000-0000' })
    case 'transfer': {
      const here = codes[step.whom] === undefined ? null : await whereIs(codes[step.whom] ?? '')
      return deed(codes[step.whom], '/transfer', { forum: slugs[here?.slug === slugs[0] ? 1 : 0] })
    }
    default:
      await setCapacity(world, slugs[step.forum], step.capacity)
      return undefined
  }
}

/** Does it, and keeps the code of whoever was registered by it. */
const play = async (stage: Stage, step: Act) => {
  const answer = await perform(stage, step)
  if (!answer) return
  const told = await answer.text()
  expect(answer.status, `${JSON.stringify(step)} ${told}`).toBeLessThan(500)
  if (answer.status === 201) stage.codes.push((JSON.parse(told) as Receipt).code)
}

/** All that must be true of a forum, as SQL says it. Guests may come before others; nobody else may. */
const whatIsTrue = (id: number) =>
  world.d1
    .prepare(
      `SELECT
        f.confirmed = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'confirmed')
          AND f.waitlisted = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'waitlisted')
          AND f.cancelled = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'cancelled')
          AND f.invited = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'confirmed' AND invited) AS counted,
        f.waitlisted = 0 OR f.confirmed + max(0, f.reserved - f.invited) >= f.capacity AS no_place_left_idle,
        f.confirmed <= 6 AS never_overbooked,
        NOT EXISTS (SELECT 1 FROM registrations w JOIN registrations c ON c.forum_id = w.forum_id AND c.id > w.id
          WHERE w.forum_id = f.id AND w.status = 'waitlisted' AND c.status = 'confirmed' AND NOT c.invited) AS in_order,
        NOT EXISTS (SELECT 1 FROM registrations WHERE forum_id = f.id AND status <> 'cancelled'
          GROUP BY email HAVING count(*) > 1) AS one_each,
        NOT EXISTS (SELECT 1 FROM submissions s JOIN registrations r ON r.id = s.registration_id
          WHERE r.forum_id = f.id AND s.forum_id <> f.id) AS sendings_follow,
        NOT EXISTS (SELECT 1 FROM registration_words w JOIN registrations r ON r.id = w.registration_id
          WHERE r.forum_id = f.id AND w.forum_id <> f.id) AS words_follow
      FROM forums f WHERE f.id = ?`,
    )
    .bind(id)
    .first()

const allTrue = {
  counted: 1,
  no_place_left_idle: 1,
  never_overbooked: 1,
  in_order: 1,
  one_each: 1,
  sendings_follow: 1,
  words_follow: 1,
}

it('thirty sequences of all that an office does leave nobody overtaken, nobody overbooked and no place idle', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async acts => {
      const stage = await setUp()
      for (const step of acts) {
        await play(stage, step)
        for (const id of stage.ids) expect(await whatIsTrue(id), JSON.stringify(step)).toEqual(allTrue)
      }
    }),
    { numRuns: 30 },
  )
}, 300_000)

it('and so do they when everything happens at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 24 }), async acts => {
      const stage = await setUp()
      for (let person = 0; person < 6; person += 1)
        for (const place of [0, 1] as const) await play(stage, { kind: 'register', forum: place, person })
      await Promise.all(acts.map(step => play(stage, step)))
      for (const id of stage.ids) expect(await whatIsTrue(id)).toEqual(allTrue)
      expect((await world.d1.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 300_000)
