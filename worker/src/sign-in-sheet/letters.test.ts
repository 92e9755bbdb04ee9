import { expect, it } from 'vitest'
import { lettersOf } from './letters.ts'

it('tells each letter of the alphabet once, as it comes', () => {
  const letterOf = lettersOf()
  const names = ['Анна', 'адам', 'Ганна', 'Ґалаґан', '«Єва»', '’Їжак', 'john', '—']
  expect(names.map(letterOf)).toEqual(['А', undefined, 'Г', 'Ґ', 'Є', 'Ї', 'J', '–'])
})
