import type { ForumChange } from '#contract'
import type { Columns } from './forum-field-rules.ts'

const milliseconds = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment))

/** What is said of a forum, as it is stored. */
export const columnsOf = (said: ForumChange): Columns => {
  const { series, district, title, date, startTime, endTime, venue, movedFrom } = said
  const { capacity, waitlistCapacity, reserved, organisationLimit, opensAt, closesAt, summary, attendance } = said
  const { confirmAddress } = said
  return {
    ...(series !== undefined && { series }),
    ...(district !== undefined && { district }),
    ...(title && { titleUk: title.uk, titleEn: title.en }),
    ...(date !== undefined && { date }),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(venue !== undefined && { venue }),
    ...(movedFrom !== undefined && { movedFrom }),
    ...(capacity !== undefined && { capacity }),
    ...(waitlistCapacity !== undefined && { waitlistCapacity }),
    ...(reserved !== undefined && { reserved }),
    ...(organisationLimit !== undefined && { organisationLimit }),
    ...(confirmAddress !== undefined && { confirmAddress: Number(confirmAddress) }),
    ...(opensAt !== undefined && { opensAt: milliseconds(opensAt) }),
    ...(closesAt !== undefined && { closesAt: milliseconds(closesAt) }),
    ...(summary !== undefined && { summaryUk: summary?.uk ?? null, summaryEn: summary?.en ?? null }),
    ...(attendance !== undefined && {
      attendance: attendance?.count ?? null,
      attendancePrecision: attendance?.precision ?? null,
    }),
  }
}
