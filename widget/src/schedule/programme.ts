import type { Carried, Forum, Schedule, Series } from '#contract'
import { ofDistricts, slugsOf } from '#contract/districts'

/** `series` is null when one forum was asked for: its answer does not tell. */
export interface Programme {
  readonly series: Series | null
  readonly forums: readonly Forum[]
}

/** What the page asks for. `api` is null when it is no address of the web. */
export interface ScheduleRequest {
  readonly api: string | null
  readonly district: string | null
  readonly forum: string | null
  readonly series: string | null
}

/** Absolute, because a host page may have a `<base>`. A page that names neither district nor forum is asked for by its host name. */
export const scheduleUrl = ({ api, district, forum, series }: ScheduleRequest, site: string): string => {
  if (forum) return `${api}/api/v1/forums/${encodeURIComponent(forum)}`
  const query = new URLSearchParams()
  if (district) query.set('district', slugsOf(district).join(' '))
  else if (site) query.set('site', site)
  if (series) query.set('series', series)
  return `${api}/api/v1/schedule?${query}`
}

/** What the API would answer, taken from what came with the script; undefined when that does not tell. */
export const carriedProgramme = (
  { district, forum, series }: ScheduleRequest,
  site: string,
  { schedule, site: known }: Carried,
): Programme | undefined => {
  if (series && series !== schedule.series.slug) return undefined
  if (forum) {
    const found = schedule.forums.filter(({ slug }) => slug === forum)
    return found[0] && { series: null, forums: found }
  }
  if (!district && site && site !== known?.host) return undefined
  return narrowed(schedule, district || (site && known?.district))
}

const narrowed = ({ series, forums }: Schedule, district: string | null | undefined): Programme => ({
  series,
  forums: district ? ofDistricts(forums, slugsOf(district)) : forums,
})
