import type { ActivityRecord, DistrictRecord, SeriesRecord, SiteRecord, VenueRecord } from '#contract'
import { inBoth } from '../schedule/present-forum.ts'
import type { ActivityRow, SeriesRow } from '../schedule/schedule-store.ts'
import type { DistrictRow } from './districts-store.ts'
import type { SiteRow } from './sites-store.ts'
import type { VenueRow } from './venues-store.ts'

/** The programme as its organisers keep it. */

export const presentSeriesRecord = (row: SeriesRow): SeriesRecord => ({
  slug: row.slug,
  title: { uk: row.titleUk, en: row.titleEn },
  about: { uk: row.aboutUk, en: row.aboutEn },
  source: { name: { uk: row.sourceNameUk, en: row.sourceNameEn }, url: row.sourceUrl },
  current: row.isCurrent === 1,
})

export const presentDistrictRecord = ({ slug, nameUk, nameEn, position }: DistrictRow): DistrictRecord => ({
  slug,
  name: { uk: nameUk, en: nameEn },
  position,
})

export const presentSite = ({ hostname, district }: SiteRow): SiteRecord => ({ hostname, district })

export const presentVenueRecord = (row: VenueRow): VenueRecord => ({
  slug: row.slug,
  district: row.district,
  name: { uk: row.nameUk, en: row.nameEn },
  address: inBoth(row.addressUk, row.addressEn),
  shelter: inBoth(row.shelterUk, row.shelterEn),
  access: inBoth(row.accessUk, row.accessEn),
  mapUrl: row.mapUrl,
})

export const presentActivityRecord = (row: ActivityRow): ActivityRecord => ({
  slug: row.slug,
  kind: row.kind,
  title: { uk: row.titleUk, en: row.titleEn },
  date: row.date,
  startTime: row.startTime,
  endTime: row.endTime,
  place: inBoth(row.placeUk, row.placeEn),
  position: row.position,
})
