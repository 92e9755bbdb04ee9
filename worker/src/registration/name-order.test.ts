import { describe, expect, it } from 'vitest'
import { sortKey, wordsOf } from './name-order.ts'

describe('the words of a name', () => {
  it.each([
    ['Олена Дем’янчук', ['олена', 'демянчук']],
    ["ДЕМ'ЯНЧУК", ['демянчук']],
    ['Дем\u02BCянчук', ['демянчук']],
    ['Нечуй-Левицький', ['нечуй', 'левицький']],
    ['  ГО «Ґанок» ', ['го', 'ґанок']],
    ['Їжак', ['їжак']],
    ['и\u0306од', ['йод']],
    ['—', []],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words)
  })
})

describe('the order of names', () => {
  const names = [
    'Яна',
    'Ґрунт',
    'Євген',
    'Ігор',
    'Їва',
    'Анна',
    'Гнат',
    'Йосип',
    'Жанна',
    'Еней',
    'Ганна',
    'Щек',
    'Юрій',
    'Ольга',
    'Ян',
  ]

  it('is that of the Ukrainian alphabet', () => {
    const ours = names.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
    expect(ours).toEqual(names.toSorted(new Intl.Collator('uk').compare))
  })

  it('puts the shorter name first, Latin after Cyrillic, and does not see apostrophes or case', () => {
    expect(sortKey('Ян') < sortKey('Яна')).toBe(true)
    expect(sortKey('Ян Ющук') < sortKey('Яна Абель')).toBe(true)
    expect(sortKey('Яна') < sortKey('Anna')).toBe(true)
    expect(sortKey('ДЕМ’ЯН')).toBe(sortKey("дем'ян"))
  })

  it('is text that every program can keep, whatever the letters', () => {
    for (const name of ['힘', '가', '𐐀', '豈']) expect(sortKey(name).isWellFormed(), name).toBe(true)
    expect(sortKey('가') < sortKey('힘') && sortKey('힘') < sortKey('豈')).toBe(true)
  })
})
