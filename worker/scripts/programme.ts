import { z } from 'zod'
import { Slug, Words } from '#contract'
import { kyivMoment } from '../src/schedule/kyiv-time.ts'

const places = { capacity: z.int().nonnegative(), waitlistCapacity: z.int().nonnegative() }

/** One readable file with a series and all that is known of it. */
export const Programme = z.strictObject({
  from: z.string(),
  assumed: z.strictObject({ why: z.string(), ...places }),
  series: z.strictObject({
    slug: Slug,
    current: z.boolean(),
    title: Words,
    about: Words,
    source: z.strictObject({ name: Words, url: z.url() }),
  }),
  published: z.iso.date(),
  forumTitle: Words,
  districts: z.array(z.strictObject({ slug: Slug, name: Words })),
  /** Websites on which people may register; a bare tag there shows the forums of the district, or of the whole city. */
  sites: z.array(z.strictObject({ hostname: z.hostname().regex(/^[^A-Z]*$/), district: Slug.optional() })).optional(),
  venues: z.array(
    z.strictObject({
      slug: Slug,
      name: Words,
      address: Words.optional(),
      shelter: Words.optional(),
      access: Words.optional(),
      mapUrl: z.url().optional(),
    }),
  ),
  forums: z.array(
    z.strictObject({
      slug: Slug,
      district: Slug.optional(),
      title: Words.optional(),
      date: z.iso.date().optional(),
      movedFrom: z.iso.date().optional(),
      startTime: z.iso.time({ precision: -1 }).optional(),
      endTime: z.iso.time({ precision: -1 }).optional(),
      venue: Slug.optional(),
      registration: z.union([z.literal('assumed'), z.strictObject(places)]).optional(),
      /** A place taken by the form is held until the address is confirmed. */
      confirmAddress: z.boolean().optional(),
      /** The day in Kyiv with which registration opens. */
      opens: z.iso.date().optional(),
      paused: z.iso.date().optional(),
      cancelled: z.iso.date().optional(),
      attendance: z.strictObject({ count: z.int(), precision: z.enum(['exact', 'more-than']) }).optional(),
      summary: Words.optional(),
    }),
  ),
})
export type Programme = z.infer<typeof Programme>

/**
 * The SQL that loads a programme. What is there already stays as it is: loading twice changes nothing, and nothing that
 * an organiser has changed since is lost.
 */
export const programmeSql = (programme: Programme): string =>
  [
    insert('series', [seriesRow(programme)], 'slug'),
    insert('districts', programme.districts.map(districtRow), 'slug'),
    insert(
      'sites',
      (programme.sites ?? []).map(({ hostname, district }) => ({ hostname, district: district ?? null })),
      'hostname',
    ),
    insert('venues', programme.venues.map(venueRow), 'slug'),
    insert(
      'forums',
      programme.forums.map(forum => forumRow(programme, forum)),
      'slug',
    ),
  ]
    .filter(Boolean)
    .join('\n')

type Value = string | number | null | undefined
type Row = Readonly<Record<string, Value>>

const seriesRow = ({ series }: Programme): Row => ({
  slug: series.slug,
  ...words('title', series.title),
  ...words('about', series.about),
  ...words('source_name', series.source.name),
  source_url: series.source.url,
  is_current: series.current ? 1 : 0,
})

const districtRow = ({ slug, name }: Programme['districts'][number], position: number): Row => ({
  slug,
  ...words('name', name),
  position,
})

const venueRow = ({ slug, name, address, shelter, access, mapUrl }: Programme['venues'][number]): Row => ({
  slug,
  ...words('name', name),
  ...words('address', address),
  ...words('shelter', shelter),
  ...words('access', access),
  map_url: mapUrl,
})

const forumRow = (programme: Programme, forum: Programme['forums'][number]): Row => {
  const registration = forum.registration === 'assumed' ? programme.assumed : forum.registration
  return {
    slug: forum.slug,
    series: programme.series.slug,
    district: forum.district,
    ...words('title', forum.title ?? programme.forumTitle),
    date: forum.date,
    start_time: forum.startTime,
    end_time: forum.endTime,
    moved_from: forum.movedFrom,
    venue: forum.venue,
    published_at: kyivMoment(programme.published),
    paused_at: midnight(forum.paused),
    cancelled_at: midnight(forum.cancelled),
    opens_at: midnight(forum.opens),
    capacity: registration?.capacity,
    waitlist_capacity: registration?.waitlistCapacity ?? 0,
    confirm_address: forum.confirmAddress ? 1 : 0,
    attendance: forum.attendance?.count,
    attendance_precision: forum.attendance?.precision,
    ...words('summary', forum.summary),
  }
}

const midnight = (date: string | undefined): number | undefined => (date === undefined ? undefined : kyivMoment(date))

const words = (name: string, spoken: Words | undefined): Row => ({
  [`${name}_uk`]: spoken?.uk,
  [`${name}_en`]: spoken?.en,
})

const insert = (table: string, rows: readonly Row[], unique: string): string =>
  rows
    .map(
      row =>
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')}) ON CONFLICT (${unique}) DO NOTHING;`,
    )
    .join('\n')

const literal = (value: Value): string => {
  if (value === null || value === undefined) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
