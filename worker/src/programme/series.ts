import type { NewSeries, SeriesChange } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { changing, inUse, made, removing } from './keeping.ts'
import { deleteSeries, insertSeries, readSeries, updateSeries } from './series-store.ts'

export const makeSeries = async (
  database: Database,
  actor: Actor,
  { slug, title, about, source, current }: NewSeries,
) =>
  made(
    await insertSeries(database, actor, {
      slug,
      ...titleColumns(title),
      ...aboutColumns(about),
      ...sourceColumns(source),
      isCurrent: Number(current ?? false),
    }),
    () => readSeries(database, slug),
  )

export const changeSeries = (database: Database, actor: Actor, slug: string, seen: number, change: SeriesChange) =>
  changing(
    seen,
    () => readSeries(database, slug),
    row =>
      updateSeries(database, actor, row, {
        ...(change.title && titleColumns(change.title)),
        ...(change.about && aboutColumns(change.about)),
        ...(change.source && sourceColumns(change.source)),
        ...(change.current && { isCurrent: 1 }),
      }),
  )

/** Neither one with forums nor the one that is shown is removed. */
export const removeSeries = async (database: Database, actor: Actor, slug: string, seen: number) => {
  const found = await readSeries(database, slug)
  if (found?.isCurrent && found.version === seen) return inUse
  return removing(
    seen,
    () => readSeries(database, slug),
    row => deleteSeries(database, actor, row),
  )
}

const titleColumns = ({ uk, en }: NewSeries['title']) => ({ titleUk: uk, titleEn: en })
const aboutColumns = ({ uk, en }: NewSeries['about']) => ({ aboutUk: uk, aboutEn: en })
const sourceColumns = ({ name, url }: NewSeries['source']) => ({
  sourceNameUk: name.uk,
  sourceNameEn: name.en,
  sourceUrl: url,
})
