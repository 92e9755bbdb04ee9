import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities } from '../database/tables.ts'
import type { ListedRow, RegistrationRow } from '../registration/registration-store.ts'
import { chosenBy } from './selection.ts'

/** Parts of one or several programmes, in their order. */
export type Programme = readonly { readonly id: number; readonly slug: string }[]

/** Somebody registered, with the slugs of the chosen activities, in the order of the programme. */
export type RecordRow = WithActivities<RegistrationRow>

/** The same of somebody in a list. */
export type ListedRecord = WithActivities<ListedRow>

type WithActivities<Row> = Row & { readonly activities: readonly string[] }

type Choosing = Pick<RegistrationRow, 'chosen'>

const part = { id: activities.id, slug: activities.slug, position: activities.position }

type Part = { readonly id: number; readonly slug: string; readonly position: number }

const inOrder = (parts: readonly Part[]): Programme =>
  parts.toSorted((one, other) => one.position - other.position || one.id - other.id)

/** All that one can choose at a forum. One row is read for each part of it. */
export const readProgramme = async (database: Database, forumId: number): Promise<Programme> =>
  inOrder(await database.select(part).from(activities).where(eq(activities.forumId, forumId)))

/** What these people chose, at whatever forums. One row is read for each part that is chosen at all. */
const readChosen = async (database: Database, rows: readonly Choosing[]): Promise<Programme> => {
  const ids = [...new Set(rows.flatMap(chosenBy))]
  if (ids.length === 0) return []
  // A row of VALUES is not billed; one of json_each is, and each of a list after IN.
  const chosen = sql.raw(`(VALUES ${ids.map(id => `(${Number(id)})`).join(', ')})`)
  return inOrder(
    await database
      .select(part)
      .from(sql`${chosen} AS chosen`)
      .crossJoin(activities)
      .where(sql`${activities.id} = chosen.column1`),
  )
}

/** Adds what people chose, of people of any forums. */
export const withActivities = async <Row extends Choosing>(
  database: Database,
  rows: readonly Row[],
): Promise<WithActivities<Row>[]> => withActivitiesOf(await readChosen(database, rows), rows)

/** Adds what people chose of a programme that has been read. */
export const withActivitiesOf = <Row extends Choosing>(
  programme: Programme,
  rows: readonly Row[],
): WithActivities<Row>[] => rows.map(row => ({ ...row, activities: slugsOf(programme, chosenBy(row)) }))

const slugsOf = (programme: Programme, chosen: readonly number[]): string[] =>
  chosen.length === 0 ? [] : programme.filter(({ id }) => chosen.includes(id)).map(({ slug }) => slug)

/** The activity's id; undefined when the forum has none of this name. */
export const readActivityId = async (
  database: Database,
  forumId: number,
  slug: string,
): Promise<number | undefined> => {
  const [row] = await database
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.forumId, forumId), eq(activities.slug, slug)))
  return row?.id
}
