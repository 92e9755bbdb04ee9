import { registrations } from '../src/database/tables.ts'
import { searchable } from '../src/registration/searchable.ts'
import { noon, type World } from './world.ts'

type Row = typeof registrations.$inferInsert

/** One row of the table with a believable person, of whom a test says only what matters. */
export const aRow = (forumId: number, number: number, changes: Partial<Row> = {}): Row => {
  const row = {
    forumId,
    code: `F${number}`,
    status: 'confirmed' as const,
    name: 'Олена Приклад',
    email: `filled-${forumId}-${number}@example.com`,
    locale: 'uk' as const,
    consentVersion: '1',
    consentHash: 'x',
    createdAt: noon + number,
    changedAt: noon + number,
    ...changes,
  }
  const organisation = row.organisationName ? { name: row.organisationName, edrpou: row.organisationEdrpou } : null
  return row.erasedAt ? row : { ...row, ...searchable({ ...row, name: row.name ?? '', organisation }) }
}

/** D1 binds a hundred values a statement. */
const atOnce = 3

/** Stores the rows behind the worker's back. Their ids, in their order. */
export const storeRows = async ({ database }: World, rows: readonly Row[]): Promise<number[]> => {
  const ids: number[] = []
  for (let at = 0; at < rows.length; at += 300) {
    const [first, ...others] = chunks(rows.slice(at, at + 300), atOnce).map(few =>
      database.insert(registrations).values(few).returning({ id: registrations.id }),
    )
    if (first) ids.push(...(await database.batch([first, ...others])).flat().map(({ id }) => id))
  }
  return ids
}

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, place) => items.slice(place * size, (place + 1) * size))
