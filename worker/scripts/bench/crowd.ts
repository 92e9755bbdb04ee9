import { searchable } from '../../src/registration/searchable.ts'

/** Invented people: 200 first names and 500 surnames, each pair once, as different as a city's. */
const syllables = [
  'га',
  'ґе',
  'до',
  'жа',
  'зо',
  'ї',
  'ко',
  'лю',
  'ма',
  'но',
  'пе',
  'ро',
  'си',
  'та',
  'у',
  'фе',
  'хо',
  'ца',
  'ша',
  'ю',
]

const endings = ['енко', 'ська', 'чук', 'ко', 'ич']

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const made = (number: number, length: number): string =>
  length === 0
    ? ''
    : (syllables[number % syllables.length] ?? '') + made(Math.floor(number / syllables.length), length - 1)

const firstName = (number: number) => `${capital(made(number * 7, 2))}${number % 2 === 0 ? 'на' : 'мир'}`

const surname = (number: number) => `${capital(made(number * 13, 3))}${endings[number % endings.length]}`

export const everybody = 100_000

/** Three in four have a place; four hundred organisations, two sites, one in ten came, one in a hundred was invited. */
const person = (number: number) => {
  const name = `${firstName(number % 200)} ${surname(Math.floor(number / 200))}`
  const phone = `+38000${String(1_000_000 + number)}`
  const organisation = number % 2 === 0 ? { name: `ГО «${capital(made(number % 800, 3))} ${number % 800}»` } : null
  return {
    code: `F${number}`,
    status: (['confirmed', 'confirmed', 'confirmed', number % 8 === 3 ? 'cancelled' : 'waitlisted'] as const)[
      number % 4
    ],
    name,
    email: `bench-${number}@example.com`,
    phone,
    organisation: organisation?.name ?? null,
    proposal: 'Більше дерев у дворах і лавок біля них, щоб сусіди мали де зустрітися.',
    host: number % 3 === 0 ? 'district.example.org' : 'city.example.org',
    invited: number % 100 === 1 ? 1 : 0,
    cameAt: number % 4 === 1 && number % 10 < 4 ? 200_000 + number : null,
    createdAt: 1_000 * number,
    ...searchable({ name, phone, organisation }),
  }
}

export type Person = ReturnType<typeof person>

/** The people of the crowd from one number on, so many. */
export const peopleFrom = (first: number, count: number): Person[] =>
  Array.from({ length: count }, (_, place) => person(first + place))

/** Stores the people in the one bound value, a JSON array, at the forum of this slug. */
export const insertPeople = `INSERT INTO registrations
  (forum_id, code, status, name, email, phone, organisation_name, organisation_key, proposal_text, source_host, invited,
   came_at, sort_key, words, locale, consent_version, consent_hash, created_at, changed_at)
  SELECT forums.id, value ->> 'code', value ->> 'status', value ->> 'name', value ->> 'email', value ->> 'phone',
    value ->> 'organisation', value ->> 'organisationKey', value ->> 'proposal', value ->> 'host', value ->> 'invited',
    value ->> 'cameAt', value ->> 'sortKey', value ->> 'words', 'uk', '1', 'x', value ->> 'createdAt', 0
  FROM json_each(?) CROSS JOIN forums ON forums.slug = ?`
