import type { Database } from '../database/database.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'
import { matches, nameBeginnings, rarestFirst, type Sought, soughtBy, type Term } from './search-terms.ts'
import { countWords, type Forums, readByAddress, readByCode, readByName, readByWord } from './search-store.ts'

/** How many rows a search looks at: of words to tell which is rarest, of people who have it, of names, of addresses. */
const most = { counted: 80, people: 250, names: 50, addresses: 200, forums: 20 }

export type Found = {
  readonly rows: readonly RegistrationRow[]
  /** There are more, at which the search did not look. */
  readonly more: boolean
}

const nobody: Found = { rows: [], more: false }

/** Whom somebody means who types this, in the given forums; in no order. Of an erased person nothing is left to be found. */
export const find = async (database: Database, forums: Forums, typed: string): Promise<Found> => {
  const sought = soughtBy(typed)
  if (sought.kind === 'words') return findByWords(database, forums, sought)
  const rows = await readByAddress(database, forums, sought.begins, most.addresses)
  return { rows, more: rows.length >= most.addresses }
}

const findByWords = async (
  database: Database,
  forums: Forums,
  { terms, code }: Extract<Sought, { kind: 'words' }>,
): Promise<Found> => {
  const owner = code === undefined ? undefined : await readByCode(database, forums, code)
  if (owner) return { rows: [owner], more: false }
  const rarest = await rarestOf(database, forums, rarestFirst(terms))
  if (!rarest) return nobody
  const found = await Promise.all(
    rarest.map(beginning => readByWord(database, forums, beginning, Math.ceil(most.people / rarest.length))),
  )
  const more = found.some(({ isCut }) => isCut)
  const namesakes = more ? await findNamesakes(database, forums, terms) : []
  const all = new Map([...found.flatMap(({ rows }) => rows), ...namesakes].map(row => [row.id, row]))
  return { rows: [...all.values()].filter(row => matches(terms, wordsIn(row))), more }
}

/** Of the longest terms the one that the fewest have. */
const rarestOf = async (database: Database, forums: Forums, terms: readonly Term[]): Promise<Term | undefined> => {
  const longest = terms.slice(0, 3)
  // In each forum a count begins anew, so of very many it would cost more than it spares.
  if (longest.length < 2 || forums.length > most.forums) return longest[0]
  const counts = await countWords(database, forums, longest.flat(), most.counted)
  const sums = longest.map((term, place) => {
    const before = longest.slice(0, place).flat().length
    return counts.slice(before, before + term.length).reduce((sum, count) => sum + count, 0)
  })
  return longest[sums.indexOf(Math.min(...sums))]
}

/** When each word is common, those whose name begins with two of them. */
const findNamesakes = async (database: Database, forums: Forums, terms: readonly Term[]) => {
  const rows = await Promise.all(
    nameBeginnings(terms).map(beginning => readByName(database, forums, beginning, most.names)),
  )
  return rows.flat()
}

const wordsIn = ({ words }: RegistrationRow): string[] => (words === null ? [] : (JSON.parse(words) as string[]))
