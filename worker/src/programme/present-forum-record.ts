import type { ForumRecord } from '#contract'
import { registrationState } from '../schedule/forum-rules.ts'
import { asMoment, inBoth } from '../schedule/present-forum.ts'
import type { KeptForum } from './forum-field-rules.ts'
import { standingOf } from './forum-move-rules.ts'

/** A forum as its organisers see it at a moment. */
export const presentForumRecord = (forum: KeptForum, now: number): ForumRecord => ({
  slug: forum.slug,
  url: `/forums/${forum.slug}`,
  series: forum.series,
  district: forum.district,
  title: { uk: forum.titleUk, en: forum.titleEn },
  date: forum.date,
  startTime: forum.startTime,
  endTime: forum.endTime,
  venue: forum.venue,
  movedFrom: forum.movedFrom,
  capacity: forum.capacity,
  waitlistCapacity: forum.waitlistCapacity,
  reserved: forum.reserved,
  organisationLimit: forum.organisationLimit,
  confirmAddress: forum.confirmAddress === 1,
  opensAt: asMoment(forum.opensAt),
  closesAt: asMoment(forum.closesAt),
  summary: inBoth(forum.summaryUk, forum.summaryEn),
  attendance: presentAttendance(forum),
  state: standingOf(forum, now),
  registration: registrationState(forum, now),
  publishedAt: asMoment(forum.publishedAt),
  pausedAt: asMoment(forum.pausedAt),
  cancelledAt: asMoment(forum.cancelledAt),
  heldAt: asMoment(forum.heldAt),
  counts: presentCounts(forum),
})

const presentAttendance = ({ attendance, attendancePrecision }: KeptForum): ForumRecord['attendance'] =>
  attendance === null || attendancePrecision === null ? null : { count: attendance, precision: attendancePrecision }

const presentCounts = (forum: KeptForum): ForumRecord['counts'] => ({
  confirmed: forum.confirmed,
  waitlisted: forum.waitlisted,
  cancelled: forum.cancelled,
  came: forum.came,
  subscribed: forum.subscribed,
  invited: forum.invited,
  overbooked: Math.max(0, forum.confirmed - (forum.capacity ?? 0)),
})
