import type { KeptForum } from '../src/programme/forum-field-rules.ts'
import type { ForumFacts } from '../src/schedule/forum-facts.ts'

/** A forum on 6 June 2019 with 80 places and room for ten to wait, unless told otherwise. */
export const aForum = (facts: Partial<ForumFacts> = {}): ForumFacts => ({
  date: '2019-06-06',
  startTime: null,
  endTime: null,
  movedFrom: null,
  pausedAt: null,
  cancelledAt: null,
  opensAt: null,
  closesAt: null,
  capacity: 80,
  waitlistCapacity: 10,
  confirmed: 0,
  waitlisted: 0,
  reserved: 0,
  invited: 0,
  heldAt: null,
  ...facts,
})

/** Published, on 6 June, with 80 places, unless told otherwise. */
export const aKeptForum = (facts: Partial<KeptForum> = {}): KeptForum => ({
  ...aForum(),
  id: 1,
  slug: 'forum',
  series: '2019',
  district: 'podilskyi',
  titleUk: 'Форум',
  titleEn: 'Forum',
  venue: null,
  publishedAt: 1,
  confirmAddress: 0,
  attendance: null,
  attendancePrecision: null,
  summaryUk: null,
  summaryEn: null,
  version: 1,
  changedAt: null,
  organisationLimit: null,
  cancelled: 0,
  came: 0,
  subscribed: 0,
  ...facts,
})
