import { beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { deliverLetters } from '../../src/email/deliver-letters.ts'
import type { Letter } from '../../src/email/mailer.ts'
import { editing } from '../editing.ts'
import { readCalendar } from '../read-calendar.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World
let city: ReturnType<typeof editing>

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  city = editing(world)
  const name = { uk: 'Бібліотека', en: 'Library' }
  await city.make('/venues', { slug: 'library', district: 'darnytskyi', name })
})

type Entry = ReturnType<typeof readCalendar>['entries'][number] & { readonly method: string }

/** What the letters bring that are due, in the order in which they leave. */
const entries = async (): Promise<Entry[]> => {
  const letters: Letter[] = []
  const mailer = {
    send: async (letter: Letter) => {
      letters.push(letter)
      return { kind: 'sent' } as const
    },
  }
  const keeper = { secret: world.bindings.STAMP_SECRET, origin: 'https://forums.example.org', from: 'f@example.org' }
  await deliverLetters(world.database, mailer, keeper, noon, 100)
  return letters.flatMap(({ attachments }) =>
    attachments
      .filter(({ filename }) => filename.endsWith('.ics'))
      .flatMap(({ type, content }) => {
        const method = /method=(\w+)/.exec(type)?.[1] ?? ''
        return readCalendar(new TextDecoder().decode(Uint8Array.fromBase64(content))).entries.map(entry => ({
          ...entry,
          method,
        }))
      }),
  )
}

/** Somebody's calendar: by UID, and never back to a lower SEQUENCE (RFC 5546, section 2.1.5). */
const calendarAfter = (arrived: readonly Entry[]): string[] => {
  const newest = new Map<string, Entry>()
  for (const entry of arrived)
    if (entry.sequence >= (newest.get(entry.uid)?.sequence ?? -1)) newest.set(entry.uid, entry)
  return [...newest.values()]
    .filter(({ method }) => method !== 'CANCEL')
    .map(({ start, status }) => `${start} ${status}`)
}

const registered = async (forum: string) => {
  const { code } = await (await world.register(forum)).json<Receipt>()
  const [confirmed, ...others] = await entries()
  if (!confirmed || others.length > 0) throw new Error('There is one letter for one registration')
  return { code, confirmed }
}

/** Does it as an organiser who has said that people may be told, and takes what their letters bring. */
const told = async (answer: Promise<Response>): Promise<Entry[]> => {
  expect((await answer).status).toBe(200)
  return entries()
}

describe('the entry in a person’s calendar', () => {
  it('follows all that organisers do to the forum, whatever order the letters arrive in', async () => {
    await addForum(world, 'followed', { capacity: 5, date: '2019-06-20', startTime: '10:00', endTime: '16:00' })
    const { code, confirmed } = await registered('followed')
    const steps = [
      { move: 'move', date: '2019-06-25' },
      { move: 'move', date: '2019-06-26', startTime: '12:00', endTime: '18:00', venue: 'library' },
      { move: 'pause' },
      { move: 'resume' },
      { move: 'cancel' },
      { move: 'reinstate' },
    ]
    const arrived = [confirmed]
    const seen: string[][] = [calendarAfter(arrived)]
    for (const step of steps) {
      const [entry, ...others] = await told(city.move('followed', { ...step, tell: true }))
      expect(others).toEqual([])
      if (entry) arrived.push(entry)
      seen.push(calendarAfter(arrived))
      for (const order of [arrived, arrived.toReversed(), [arrived.at(-1) as Entry, ...arrived]])
        expect(calendarAfter(order)).toEqual(seen.at(-1))
    }
    expect(seen).toEqual([
      ['2019-06-20T10:00:00 CONFIRMED'],
      ['2019-06-25T10:00:00 CONFIRMED'],
      ['2019-06-26T12:00:00 CONFIRMED'],
      ['2019-06-26T12:00:00 TENTATIVE'],
      ['2019-06-26T12:00:00 CONFIRMED'],
      [],
      ['2019-06-26T12:00:00 CONFIRMED'],
    ])
    expect(arrived.at(2)?.location).toContain('Бібліотека')
    expect(new Set(arrived.map(({ uid }) => uid))).toEqual(new Set([`${code}@forums.example.org`]))
  })

  it('is taken away when the forum loses its date, and comes back with another', async () => {
    await addForum(world, 'lost', { capacity: 5, date: '2019-06-20', startTime: '10:00', opensAt: 1 })
    const { confirmed } = await registered('lost')
    const gone = await told(city.change('/forums/lost', { date: null, startTime: null, endTime: null, tell: true }))
    expect(gone.map(({ method, status }) => [method, status])).toEqual([['CANCEL', 'CANCELLED']])
    expect(calendarAfter([confirmed, ...gone])).toEqual([])
    const back = await told(city.move('lost', { move: 'schedule', date: '2019-06-28', startTime: '11:00', tell: true }))
    expect(calendarAfter([confirmed, ...gone, ...back])).toEqual(['2019-06-28T11:00:00 CONFIRMED'])
    expect(new Set([confirmed, ...gone, ...back].map(({ uid }) => uid)).size).toBe(1)
  })

  it('goes with the registration, and who registers again has another', async () => {
    await addForum(world, 'again', { capacity: 5, date: '2019-06-20', startTime: '10:00' })
    const { code, confirmed } = await registered('again')
    const gone = await told(world.own(await world.tokenOf(code), 'DELETE'))
    expect(calendarAfter([confirmed, ...gone])).toEqual([])
    const { confirmed: next } = await registered('again')
    expect(next.uid).not.toBe(confirmed.uid)
    expect(calendarAfter([confirmed, ...gone, next])).toEqual(['2019-06-20T10:00:00 CONFIRMED'])
  })
})
