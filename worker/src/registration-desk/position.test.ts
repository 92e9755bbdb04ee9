import { expect, it } from 'vitest'
import { comparePositions, decodePosition, encodePosition, type Position } from './position.ts'

const by = (key: Position['key'], id = 1): Position => ({ order: 'name', key, id })

it('who has no name comes first, then texts by their code points, then numbers of arrival', () => {
  const inOrder = [by(null), by(null, 2), by(''), by('a'), by('a', 2), by('ab'), by('\uFFFD'), by('\u{10000}')]
  expect(inOrder.toReversed().toSorted(comparePositions)).toEqual(inOrder)
})

it.each([by('ĐĒĀ'), by(null), { order: 'registered' as const, key: 1_559_552_400_000, id: 7 }])(
  'is read as it was written: %j',
  position => {
    expect(decodePosition(encodePosition(position))).toEqual(position)
  },
)

it.each([
  '["name",1,2]',
  '["registered","1",2]',
  '["name","a",-1]',
  '["name","a",1.5]',
  '["email","a",1]',
  '{}',
  'null',
])('%s is none of ours', text => {
  const cursor = new TextEncoder().encode(text).toBase64({ alphabet: 'base64url', omitPadding: true })
  expect(decodePosition(cursor)).toBeUndefined()
})
