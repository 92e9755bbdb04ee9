import { expect, it } from 'vitest'
import { comparePositions, type Position } from './position.ts'

const by = (key: Position['key'], id = 1): Position => ({ order: 'name', key, id })

it('who has no name comes first, then texts by their code points; equals as they arrived', () => {
  const inOrder = [by(null), by(null, 2), by(''), by('a'), by('a', 2), by('ab'), by('\uFFFD'), by('\u{10000}')]
  expect(inOrder.toReversed().toSorted(comparePositions)).toEqual(inOrder)
})
