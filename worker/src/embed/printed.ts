import type { Forum, Series } from '#contract'
import { city, slugsOf } from '#contract/districts'
import { forumName } from '#contract/forum-reading'
import type { Bindings } from '../bindings.ts'
import type { Database } from '../database/database.ts'
import { presentDistrict, presentForum } from '../schedule/present-forum.ts'
import { presentSchedule } from '../schedule/present-schedule.ts'
import { keptSchedule } from '../schedule/schedule-cache.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { nextForum } from './choice-rules.ts'
import { labelOf } from './editor-words.ts'
import type { PrintQuery } from './embed-query.ts'
import { readDistricts } from './embed-store.ts'
import { hostedPath } from './link-rules.ts'
import { embedMessages } from './messages/embed-messages.ts'

type Place = { readonly DB: Bindings['DB']; readonly database: Database; readonly now: number }

/** Where a QR code leads, and what it is called. */
export type Scanned = { readonly path: string; readonly title: string }

/** Undefined when there is no such forum or district: a printed code must not lead to nowhere. */
export const findScanned = async (query: PrintQuery, place: Place): Promise<Scanned | undefined> =>
  query.forum === undefined ? scannedDistricts(query, place) : scannedForum(query.forum, query, place)

const scannedForum = async (slug: string, { lang }: PrintQuery, { database, now }: Place) => {
  const found = await readForum(database, slug)
  return (
    found && {
      path: hostedPath({ scope: 'all', districts: [], forum: slug }, lang),
      title: embedMessages[lang].forumOf(forumName(presentForum(found, now), lang), null),
    }
  )
}

const scannedDistricts = async ({ district, lang }: PrintQuery, { database }: Place) => {
  const shown = { scope: 'chosen', districts: slugsOf(district ?? ''), forum: null } as const
  const rows = await readDistricts(database)
  const known = rows.map(presentDistrict)
  const isKnown = (slug: string) => slug === city || known.some(of => of.slug === slug)
  if (!shown.districts.every(isKnown)) return undefined
  const title = labelOf(shown, lang, embedMessages[lang], { districts: known, forums: [] })
  return { path: hostedPath(shown, lang), title }
}

/** The forum that a poster is of: the named one, or the next one of the districts. Undefined when there is none. */
export const findPosted = async (
  query: PrintQuery,
  { DB, database, now }: Place,
): Promise<{ readonly forum: Forum; readonly series: Series } | undefined> => {
  const named = query.forum === undefined ? undefined : await readForum(database, query.forum)
  if (query.forum !== undefined && !named) return undefined
  const found = await keptSchedule(DB, database, named?.forum.series)
  if (!found) return undefined
  const districts = slugsOf(query.district ?? '')
  const narrowed = districts.length > 0 ? districts : undefined
  const { series, forums } = presentSchedule(found.series, found.forums, narrowed, now)
  const forum = named ? presentForum(named, now) : nextForum(forums)
  return forum && { forum, series }
}
