import type { Forum, ForumState, Locale, Venue } from '#contract'
import { daysAfter, kyivIso } from '../schedule/kyiv-time.ts'
import { forumAddress } from './page-address.ts'
import { pageWords } from './page-words.ts'

const statuses: Readonly<Record<ForumState, string>> = {
  announced: 'EventScheduled',
  scheduled: 'EventScheduled',
  held: 'EventScheduled',
  moved: 'EventRescheduled',
  paused: 'EventPostponed',
  cancelled: 'EventCancelled',
}

/**
 * A forum as schema.org's `Event`, as search engines read it: https://schema.org/Event,
 * https://developers.google.com/search/docs/appearance/structured-data/event
 * Undefined while it has no date: an event without a day is none for them.
 */
export const eventData = (forum: Forum, locale: Locale, origin: string): object | undefined => {
  const { date, startTime, movedFrom, state, venue, registration } = forum
  if (date === null) return undefined
  const words = pageWords[locale]
  const url = origin + forumAddress(locale, forum.slug)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: [forum.title[locale], forum.district?.name[locale]].filter(Boolean).join(', '),
    url,
    inLanguage: 'uk',
    startDate: startTime === null ? date : kyivIso(date, startTime),
    endDate: endOf(forum, date),
    eventStatus: `https://schema.org/${statuses[state]}`,
    ...(state === 'moved' && movedFrom && { previousStartDate: movedFrom }),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: placeData(venue, locale),
    organizer: { '@type': 'GovernmentOrganization', name: words.organiser, url: 'https://kyivcity.gov.ua' },
    isAccessibleForFree: true,
    ...(registration.capacity !== null && { maximumAttendeeCapacity: registration.capacity }),
    ...(registration.seatsLeft !== null && { remainingAttendeeCapacity: registration.seatsLeft }),
    offers: offerData(forum, url),
  }
}

/** An end before the start is on the next day. */
const endOf = ({ startTime, endTime }: Forum, date: string): string | undefined =>
  startTime && endTime ? kyivIso(endTime <= startTime ? daysAfter(date, 1) : date, endTime) : undefined

const placeData = (venue: Venue | null, locale: Locale) => {
  const { city } = pageWords[locale]
  return {
    '@type': 'Place',
    name: venue?.name[locale] ?? city,
    address: {
      '@type': 'PostalAddress',
      ...(venue?.address && { streetAddress: venue.address[locale] }),
      addressLocality: city,
      addressCountry: 'UA',
    },
  }
}

const availability = { open: 'InStock', waitlist: 'BackOrder', full: 'SoldOut' } as const

/** A place costs nothing. None is offered before registration opens and after it has closed. */
const offerData = ({ registration: { state, opensAt, closesAt } }: Forum, url: string) =>
  state === 'not-open' || state === 'closed'
    ? undefined
    : {
        '@type': 'Offer',
        url,
        price: 0,
        priceCurrency: 'UAH',
        availability: `https://schema.org/${availability[state]}`,
        ...(opensAt && { validFrom: opensAt }),
        ...(closesAt && { validThrough: closesAt }),
      }
