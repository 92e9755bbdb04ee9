import { describe, expect, test } from 'vitest'
import { cityForum, forum, heldForum, programme, undated } from '../testing/forums.ts'
import { groupForums, namedAlike } from './schedule-groups.ts'

const slugs = (forums: readonly { slug: string }[]) => forums.map(({ slug }) => slug)

describe('how a programme is looked at', () => {
  test('the real one: one next, three later, five without a date, one held, and the goal', () => {
    const { next, later, undated: dateless, held, goal } = groupForums(programme().forums)
    expect(next?.slug).toBe('2019-sviatoshynskyi')
    expect(slugs(later)).toEqual(['2019-dniprovskyi', '2019-holosiivskyi', '2019-solomianskyi'])
    expect(dateless).toHaveLength(5)
    expect(slugs(held)).toEqual(['2019-darnytskyi'])
    expect(goal?.slug).toBe('2019-city')
  })

  test('what is cancelled or on hold is not next, and keeps its place in the list', () => {
    const cancelled = forum('darnytskyi', { state: 'cancelled' })
    const paused = forum('pecherskyi', { state: 'paused', date: null })
    const moved = forum('dniprovskyi', { state: 'moved', movedFrom: '2019-06-01' })
    const { next, later, undated: dateless } = groupForums([cancelled, moved, paused])
    expect(next).toBe(moved)
    expect(later).toEqual([cancelled, paused])
    expect(dateless).toEqual([])
  })

  test('a single forum is looked at closely, with or without a date; a held one is a result', () => {
    const single = undated('desnianskyi')
    expect(groupForums([single])).toMatchObject({ next: single, undated: [], goal: null })
    const city = cityForum()
    expect(groupForums([city])).toMatchObject({ next: city, goal: null })
    const held = heldForum('darnytskyi')
    expect(groupForums([held])).toMatchObject({ next: null, held: [held] })
  })
})

test('forums of one district are told apart by their titles', () => {
  const [first, second, other] = [forum('darnytskyi'), forum('darnytskyi', { slug: 'second' }), forum('podilskyi')]
  expect([...namedAlike([first, second, other])]).toEqual([first, second])
})
