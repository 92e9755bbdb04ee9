import { describe, expect, test } from 'vitest'
import { formUk } from './form-uk.ts'
import { sentencesEn as en } from './sentences-en.ts'
import { sentencesUk } from './sentences-uk.ts'
import { uk } from './uk.ts'

describe('counting', () => {
  test.each([
    [1, 'Залишилося 1 місце'],
    [2, 'Залишилося 2 місця'],
    [5, 'Залишилося 5 місць'],
    [11, 'Залишилося 11 місць'],
    [21, 'Залишилося 21 місце'],
  ])('%i in Ukrainian', (count, sentence) => {
    expect(sentencesUk.seatsLeft(count)).toBe(sentence)
  })

  test.each([
    [1, '1 place left'],
    [2, '2 places left'],
  ])('%i in English', (count, sentence) => {
    expect(en.seatsLeft(count)).toBe(sentence)
  })

  test('the way to the city forum', () => {
    expect(sentencesUk.progress(1, 10)).toBe('Відбувся 1 із 10 районних форумів')
    expect(sentencesUk.progress(3, 10)).toBe('Відбулися 3 із 10 районних форумів')
    expect(sentencesUk.progress(5, 10)).toBe('Відбулося 5 із 10 районних форумів')
    expect(en.progress(1, 10)).toBe('1 of 10 district forums has been held')
    expect(en.progress(2, 10)).toBe('2 of 10 district forums have been held')
  })

  test('participants, exactly and at least', () => {
    expect(sentencesUk.attended({ count: 70, precision: 'more-than' })).toBe('Понад 70 учасників')
    expect(sentencesUk.attended({ count: 71, precision: 'more-than' })).toBe('Понад 71 учасника')
    expect(sentencesUk.attended({ count: 84, precision: 'exact' })).toBe('Учасників: 84')
    expect(en.attended({ count: 70, precision: 'more-than' })).toBe('More than 70 participants')
    expect(en.attended({ count: 1, precision: 'exact' })).toBe('1 participant')
  })
})

test('Ukrainian words have the typographic apostrophe', () => {
  const texts = JSON.stringify([uk, sentencesUk, formUk])
  expect(texts).not.toMatch(/[а-яґєії]['ʼ][а-яґєії]/i)
})
