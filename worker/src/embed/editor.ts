import type { Forum, Locale } from '#contract'
import type { Bindings } from '../bindings.ts'
import type { Database } from '../database/database.ts'
import { currentRelease } from '../delivery/release.ts'
import { presentDistrict } from '../schedule/present-forum.ts'
import { presentSchedule } from '../schedule/present-schedule.ts'
import { keptSchedule, keptSite } from '../schedule/schedule-cache.ts'
import type { Choice, ReservedHeight } from './choice.ts'
import { choiceOf, shownForums } from './choice-rules.ts'
import { labelOf, type Named } from './editor-words.ts'
import type { EmbedQuery } from './embed-query.ts'
import { readDistricts } from './embed-store.ts'
import { embedMessages } from './messages/embed-messages.ts'
import { estimatedHeight, rounded } from './reserved-height-rules.ts'
import { hostnameOf } from './site-rules.ts'
import { type Snippets, snippetsOf } from './snippet-rules.ts'

/** The site whose address an editor typed. Null as its host name: there is none in what was typed. */
export type SiteFound = {
  readonly hostname: string | null
  readonly isRegistered: boolean
  /** Null: the whole city's, or nobody's. */
  readonly district: Named | null
}

/** All that the editors' page shows. */
export type Editor = {
  readonly lang: Locale
  readonly query: EmbedQuery
  readonly choice: Choice
  readonly districts: readonly Named[]
  readonly forums: readonly Forum[]
  readonly site: SiteFound | null
  readonly height: ReservedHeight
  readonly isMeasured: boolean
  readonly snippets: Snippets
}

type Place = {
  readonly DB: Bindings['DB']
  readonly database: Database
  readonly now: number
  readonly origin: string
}

/** What an editor's form leads to. Of the registered sites, only the one that was asked for is looked at. */
export const prepareEditor = async (query: EmbedQuery, { DB, database, now, origin }: Place): Promise<Editor> => {
  const hostname = hostnameOf(query.site)
  const [found, rows, site] = await Promise.all([
    keptSchedule(DB, database, undefined),
    readDistricts(database),
    hostname && keptSite(DB, database, hostname),
  ])
  const siteDistrict = (site || null)?.district ?? null
  const forums = found ? presentSchedule(found.series, found.forums, undefined, now).forums : []
  const districts = rows.map(presentDistrict)
  const choice = choiceOf(query, { districts: districts.map(({ slug }) => slug), forums, siteDistrict })
  const { height, isMeasured } = heightOf(query, choice, forums)
  const speaks = choice.language ?? query.lang
  return {
    lang: query.lang,
    query,
    choice,
    districts,
    forums,
    site: query.site
      ? {
          hostname,
          isRegistered: (site || null)?.isRegistered ?? false,
          district: districts.find(({ slug }) => slug === siteDistrict) ?? null,
        }
      : null,
    height,
    isMeasured,
    snippets: snippetsOf(choice, {
      origin,
      release: currentRelease,
      height,
      label: labelOf(choice, speaks, embedMessages[speaks], { districts, forums }),
    }),
  }
}

const heightOf = ({ narrow, wide }: EmbedQuery, choice: Choice, forums: readonly Forum[]) =>
  narrow !== undefined && wide !== undefined
    ? { height: { narrow: rounded(narrow), wide: rounded(wide) }, isMeasured: true }
    : { height: estimatedHeight(choice, shownForums(choice, forums)), isMeasured: false }
