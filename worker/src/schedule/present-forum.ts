import type { Activity, Availability, District, Forum, Venue, Words } from '#contract'
import { forumWords } from '#contract/wording'
import type { ForumFacts } from './forum-facts.ts'
import { forumState, registrationClosesAt, registrationState, seatsLeft } from './forum-rules.ts'
import { kyiv } from './kyiv-time.ts'
import type { ActivityRow, ForumRow } from './schedule-store.ts'

/** A stored forum as the public sees it at a moment. The schedule is without the activities. */
export const presentForum = (row: ForumRow, now: number, activities: readonly ActivityRow[] = []): Forum => {
  const facts = { ...presentFacts(row, now), activities: activities.toSorted(byPosition).map(presentActivity) }
  return { ...facts, words: { uk: forumWords('uk', facts), en: forumWords('en', facts) } }
}

const presentFacts = ({ forum, district, venue }: ForumRow, now: number): Omit<Forum, 'words' | 'activities'> => ({
  slug: forum.slug,
  series: forum.series,
  district: district && presentDistrict(district),
  title: { uk: forum.titleUk, en: forum.titleEn },
  date: forum.date,
  startTime: forum.startTime,
  endTime: forum.endTime,
  timeZone: kyiv,
  venue: venue && presentVenue(venue),
  state: forumState(forum, now),
  movedFrom: forum.movedFrom,
  registration: presentAvailability(forum, now),
  outcome: presentOutcome(forum),
})

/** As organisers ordered them, then by the clock; those without an hour first. */
export const byPosition = (one: ActivityRow, other: ActivityRow): number =>
  one.position - other.position ||
  (one.date ?? '').localeCompare(other.date ?? '') ||
  (one.startTime ?? '').localeCompare(other.startTime ?? '') ||
  one.id - other.id

const presentActivity = ({ slug, titleUk, titleEn }: ActivityRow): Activity => ({
  slug,
  title: { uk: titleUk, en: titleEn },
})

export const presentDistrict = ({ slug, nameUk, nameEn }: NonNullable<ForumRow['district']>): District => ({
  slug,
  name: { uk: nameUk, en: nameEn },
})

export const presentAvailability = (forum: ForumFacts, now: number): Availability => ({
  state: registrationState(forum, now),
  opensAt: asMoment(forum.opensAt),
  closesAt: asMoment(registrationClosesAt(forum)),
  capacity: forum.capacity,
  seatsLeft: seatsLeft(forum),
})

export const asMoment = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString()

const presentOutcome = (forum: ForumRow['forum']): Forum['outcome'] => {
  const attendance =
    forum.attendance === null || forum.attendancePrecision === null
      ? null
      : { count: forum.attendance, precision: forum.attendancePrecision }
  const summary = inBoth(forum.summaryUk, forum.summaryEn)
  return attendance === null && summary === null ? null : { attendance, summary }
}

const presentVenue = (venue: NonNullable<ForumRow['venue']>): Venue => {
  const address = inBoth(venue.addressUk, venue.addressEn)
  return {
    name: { uk: venue.nameUk, en: venue.nameEn },
    address,
    shelter: inBoth(venue.shelterUk, venue.shelterEn),
    access: inBoth(venue.accessUk, venue.accessEn),
    mapUrl: venue.mapUrl ?? (address && mapSearch(address)),
  }
}

export const inBoth = (uk: string | null, en: string | null): Words | null =>
  uk === null || en === null ? null : { uk, en }

/** Until an organiser gives a map link: the address, looked up on the map that anybody may use. */
const mapSearch = (address: Words): string =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: `Київ, ${address.uk}` })}`
