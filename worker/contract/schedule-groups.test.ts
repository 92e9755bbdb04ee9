import { describe, expect, it } from 'vitest'
import type { Forum } from './forum.ts'
import { groupForums, namedAlike } from './schedule-groups.ts'

type Facts = Partial<Pick<Forum, 'slug' | 'date' | 'state'>> & { readonly district?: string | null }

/** Only what the groups look at. */
const forum = ({ district = 'podilskyi', ...facts }: Facts): Forum =>
  ({
    slug: district ?? 'city',
    date: '2019-06-06',
    state: 'scheduled',
    district: district === null ? null : { slug: district, name: { uk: district, en: district } },
    ...facts,
  }) as Forum

const undated = { date: null, state: 'announced' } as const

describe('how a programme is looked at', () => {
  it('one is next, then those to come, those without a date, those that were, and the goal', () => {
    const held = forum({ district: 'darnytskyi', date: '2019-05-30', state: 'held' })
    const [next, later] = [
      forum({ district: 'sviatoshynskyi' }),
      forum({ district: 'dniprovskyi', date: '2019-06-13' }),
    ]
    const waiting = forum({ district: 'obolonskyi', ...undated })
    const goal = forum({ district: null, ...undated })
    expect(groupForums([held, next, later, waiting, goal])).toEqual({
      next,
      later: [later],
      undated: [waiting],
      held: [held],
      goal,
    })
  })

  it('what is cancelled or on hold is not next, and keeps its place in the list', () => {
    const cancelled = forum({ district: 'darnytskyi', state: 'cancelled' })
    const paused = forum({ district: 'pecherskyi', state: 'paused', date: null })
    const moved = forum({ district: 'dniprovskyi', state: 'moved' })
    expect(groupForums([cancelled, moved, paused])).toMatchObject({
      next: moved,
      later: [cancelled, paused],
      undated: [],
    })
  })

  it('a single forum is looked at closely, with or without a date; a held one is a result', () => {
    const single = forum(undated)
    expect(groupForums([single])).toMatchObject({ next: single, undated: [], goal: null })
    const city = forum({ district: null, ...undated })
    expect(groupForums([city])).toMatchObject({ next: city, goal: null })
    const held = forum({ state: 'held' })
    expect(groupForums([held])).toMatchObject({ next: null, held: [held] })
  })
})

it('forums of one district are told apart by their titles', () => {
  const [first, second, other] = [forum({}), forum({ slug: 'second' }), forum({ district: 'darnytskyi' })]
  expect([...namedAlike([first, second, other])]).toEqual([first, second])
})
