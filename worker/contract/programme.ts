import * as z from 'zod'
import { formatted } from './formatted.ts'
import {
  day,
  hour,
  lineInBoth,
  newSlug,
  position,
  programmeLimits,
  reference,
  textInBoth,
  title,
  webPage,
} from './programme-fields.ts'
import { hostName } from './text-formats.ts'
import { orNull, Slug, WallTime, Words } from './words.ts'

const { address: addressLength, about: aboutLength } = programmeLimits

/** Absent stays; null takes away where it is allowed. */
const changeable = { description: 'What is absent stays' }

const seriesFields = {
  title,
  about: textInBoth(aboutLength).meta({
    example: { uk: 'Форуми громадськості районів', en: 'Civil-society forums of the districts' },
  }),
  source: z
    .strictObject({ name: title, url: webPage })
    .meta({ description: 'Shown as a link wherever the schedule is' }),
}

export const SeriesRecord = z
  .object({
    slug: Slug.meta({ example: '2019' }),
    title: Words,
    about: Words,
    source: z.object({ name: Words, url: z.url() }),
    current: z.boolean().meta({ description: 'Shown where no series is named; at most one is' }),
  })
  .meta({ id: 'SeriesRecord', description: 'A series, as organisers keep it' })
export type SeriesRecord = z.infer<typeof SeriesRecord>

export const SeriesList = z.object({ series: z.array(SeriesRecord) }).meta({ id: 'SeriesList' })
export type SeriesList = z.infer<typeof SeriesList>

export const NewSeries = z
  .strictObject({
    slug: newSlug,
    ...seriesFields,
    current: z.boolean().optional().meta({ description: 'True takes the flag from the series that has it' }),
  })
  .meta({ id: 'NewSeries' })
export type NewSeries = z.infer<typeof NewSeries>

export const SeriesChange = z
  .strictObject({
    title: seriesFields.title.optional(),
    about: seriesFields.about.optional(),
    source: seriesFields.source.optional(),
    current: z.literal(true).optional().meta({ description: 'Takes the flag from the series that has it' }),
  })
  .meta({ id: 'SeriesChange', ...changeable })
export type SeriesChange = z.infer<typeof SeriesChange>

const districtFields = {
  name: title.meta({ example: { uk: 'Подільський район', en: 'Podilskyi District' } }),
  position: position.meta({ description: 'In the order of the districts', example: 6 }),
}

export const DistrictRecord = z
  .object({ slug: Slug.meta({ example: 'podilskyi' }), name: Words, position: z.int() })
  .meta({ id: 'DistrictRecord', description: 'A district, as organisers keep it' })
export type DistrictRecord = z.infer<typeof DistrictRecord>

export const DistrictList = z.object({ districts: z.array(DistrictRecord) }).meta({ id: 'DistrictList' })
export type DistrictList = z.infer<typeof DistrictList>

export const NewDistrict = z
  .strictObject({
    slug: newSlug
      .refine(slug => slug !== 'city', { params: { code: 'invalid-slug' }, message: 'invalid-slug' })
      .meta({ description: 'Not `city`, which means the forum of the whole city', example: 'podilskyi' }),
    ...districtFields,
  })
  .meta({ id: 'NewDistrict' })
export type NewDistrict = z.infer<typeof NewDistrict>

export const DistrictChange = z
  .strictObject({ name: districtFields.name.optional(), position: districtFields.position.optional() })
  .meta({ id: 'DistrictChange', ...changeable })
export type DistrictChange = z.infer<typeof DistrictChange>

const siteDistrict = reference('podilskyi')
  .nullable()
  .meta({ description: 'Whose forums a bare tag shows there; null: the whole city’s' })

export const SiteRecord = z
  .object({ hostname: z.string().meta({ example: 'podil.example.org' }), district: Slug.nullable() })
  .meta({ id: 'SiteRecord', description: 'A web site on which people may register' })
export type SiteRecord = z.infer<typeof SiteRecord>

export const SiteList = z.object({ sites: z.array(SiteRecord) }).meta({ id: 'SiteList' })
export type SiteList = z.infer<typeof SiteList>

export const NewSite = z
  .strictObject({
    hostname: formatted(hostName).meta({
      description: 'Without scheme, port and path; stored in lower case',
      example: 'podil.example.org',
    }),
    district: siteDistrict,
  })
  .meta({ id: 'NewSite' })
export type NewSite = z.infer<typeof NewSite>

export const SiteChange = z.strictObject({ district: siteDistrict }).meta({ id: 'SiteChange' })
export type SiteChange = z.infer<typeof SiteChange>

const venueFields = {
  name: title.meta({ example: { uk: 'Зала', en: 'Hall' } }),
  address: lineInBoth(addressLength)
    .nullish()
    .meta({ example: { uk: 'вул. Прикладна, 1', en: '1 Prykladna St' } }),
  shelter: lineInBoth(addressLength)
    .nullish()
    .meta({ description: 'Where the nearest shelter is', example: { uk: 'У підвалі', en: 'In the basement' } }),
  access: lineInBoth(addressLength)
    .nullish()
    .meta({ description: 'Step-free access', example: { uk: 'Пандус', en: 'A ramp' } }),
  mapUrl: webPage.nullish().meta({ description: 'Absent or null: the address is looked up on a map' }),
}

export const VenueRecord = z
  .object({
    slug: Slug.meta({ example: 'podil-hall' }),
    district: Slug.nullable().meta({ description: 'Whose it is; null: the city’s, for everybody to use' }),
    name: Words,
    address: orNull(Words),
    shelter: orNull(Words),
    access: orNull(Words),
    mapUrl: z.url().nullable(),
  })
  .meta({ id: 'VenueRecord', description: 'A venue, as organisers keep it' })
export type VenueRecord = z.infer<typeof VenueRecord>

export const VenueList = z.object({ venues: z.array(VenueRecord) }).meta({ id: 'VenueList' })
export type VenueList = z.infer<typeof VenueList>

export const NewVenue = z
  .strictObject({
    slug: newSlug.meta({ example: 'podil-hall' }),
    district: reference('podilskyi').nullable().meta({ description: 'Whose it is, for good; null: the city’s' }),
    ...venueFields,
  })
  .meta({ id: 'NewVenue' })
export type NewVenue = z.infer<typeof NewVenue>

export const VenueChange = z
  .strictObject({ ...venueFields, name: venueFields.name.optional() })
  .meta({ id: 'VenueChange', description: 'What is absent stays; null takes away' })
export type VenueChange = z.infer<typeof VenueChange>

export const ActivityKind = z
  .enum(['mini-training', 'seminar', 'section-workshop', 'fair', 'walk', 'talk', 'other'])
  .meta({ id: 'ActivityKind' })
export type ActivityKind = z.infer<typeof ActivityKind>

const activityFields = {
  date: day.nullish().meta({ description: 'Absent or null: the day of the forum' }),
  startTime: hour.nullish(),
  endTime: hour.nullish().meta({ example: '12:00' }),
  place: lineInBoth(addressLength)
    .nullish()
    .meta({ description: 'Where in the venue, or elsewhere', example: { uk: 'Кімната 5', en: 'Room 5' } }),
}

export const ActivityRecord = z
  .object({
    slug: Slug.meta({ example: 'seminar' }),
    kind: ActivityKind,
    title: Words,
    date: z.iso.date().nullable(),
    startTime: WallTime.nullable(),
    endTime: WallTime.nullable(),
    place: orNull(Words),
    position: z.int(),
  })
  .meta({ id: 'ActivityRecord', description: 'A part of a forum’s programme, as organisers keep it' })
export type ActivityRecord = z.infer<typeof ActivityRecord>

export const ActivityList = z.object({ activities: z.array(ActivityRecord) }).meta({ id: 'ActivityList' })
export type ActivityList = z.infer<typeof ActivityList>

export const NewActivity = z
  .strictObject({
    slug: newSlug.meta({ description: 'Of this forum alone', example: 'seminar' }),
    kind: ActivityKind,
    title,
    ...activityFields,
    position: position.optional().meta({ default: 0, example: 1 }),
  })
  .meta({ id: 'NewActivity' })
export type NewActivity = z.infer<typeof NewActivity>

export const ActivityChange = z
  .strictObject({
    kind: ActivityKind.optional(),
    title: title.optional(),
    ...activityFields,
    position: position.optional(),
  })
  .meta({ id: 'ActivityChange', description: 'What is absent stays; null takes away' })
export type ActivityChange = z.infer<typeof ActivityChange>
