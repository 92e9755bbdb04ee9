import type { ForumRow } from '../src/schedule/schedule-store.ts'
import { aForum } from './forum-facts.ts'

const district = {
  slug: 'podilskyi',
  nameUk: 'Подільський район',
  nameEn: 'Podilskyi District',
  position: 6,
  version: 1,
}

const venue: NonNullable<ForumRow['venue']> = {
  slug: 'hall',
  nameUk: 'Зала',
  nameEn: 'Hall',
  addressUk: 'вул. Прикладна, 1',
  addressEn: '1 Prykladna St',
  shelterUk: 'у підвалі; вхід із двору',
  shelterEn: 'in the basement; entrance from the yard',
  accessUk: null,
  accessEn: null,
  mapUrl: null,
  district: null,
  version: 1,
}

/** A published forum in a hall of Podil on 1 December 2026 from 10 to 16, as it is stored, unless told otherwise. */
export const aForumRow = (
  changes: Partial<ForumRow['forum']> = {},
  around: Partial<Pick<ForumRow, 'district' | 'venue'>> = {},
): ForumRow => ({
  forum: {
    ...aForum(),
    id: 1,
    slug: '2026-podilskyi',
    series: '2026',
    district: 'podilskyi',
    titleUk: 'Форум громади',
    titleEn: 'Community forum',
    date: '2026-12-01',
    startTime: '10:00',
    endTime: '16:00',
    venue: 'hall',
    publishedAt: Date.parse('2026-10-01T09:00:00Z'),
    changedAt: null,
    organisationLimit: null,
    confirmAddress: 0,
    cancelled: 0,
    came: 0,
    subscribed: 0,
    attendance: null,
    attendancePrecision: null,
    summaryUk: null,
    summaryEn: null,
    version: 1,
    ...changes,
  },
  district,
  venue,
  ...around,
})
