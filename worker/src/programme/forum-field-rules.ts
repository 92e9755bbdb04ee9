import type { FieldProblem } from '#contract'
import type { Role } from '../organisers/organiser.ts'
import { may } from '../organisers/permission-rules.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'

export type KeptForum = ForumRow['forum']

/** What may be written of a forum, by its names in SQL's columns. */
export type Columns = Partial<Omit<KeptForum, 'id' | 'version' | 'confirmed' | 'waitlisted' | 'changedAt'>>

/** What whoever only writes texts may say of a forum; and, while nobody else sees it, of its plan. */
const texts: readonly string[] = ['title', 'summary']
const ofDrafts: readonly string[] = [...texts, 'slug', 'series', 'district', 'date', 'startTime', 'endTime', 'venue']

/** Whether somebody may write these fields. How many come, and when they may register, is never a text. */
export const mayWrite = (role: Role, fields: readonly string[], isDraft: boolean): boolean =>
  may(role, 'organise') || fields.every(field => (isDraft ? ofDrafts : texts).includes(field))

/** What does not fit together, as it would be stored. */
export const faults = (forum: Omit<Columns, 'movedFrom'>): FieldProblem[] => {
  const { date, startTime, opensAt, closesAt, capacity, reserved = 0 } = forum
  const opensTooLate = opensAt != null && closesAt != null && opensAt >= closesAt
  return [
    ...(startTime != null && date == null ? [{ pointer: '/date', code: 'required' } as const] : []),
    ...hoursFaults(forum),
    ...(opensTooLate ? [{ pointer: '/closesAt', code: 'out-of-range' } as const] : []),
    ...(capacity != null && reserved > capacity ? [{ pointer: '/reserved', code: 'out-of-range' } as const] : []),
  ]
}

/** An end needs a beginning. */
export const hoursFaults = ({ startTime, endTime }: Pick<Columns, 'startTime' | 'endTime'>): FieldProblem[] =>
  endTime != null && startTime == null ? [{ pointer: '/startTime', code: 'required' }] : []
