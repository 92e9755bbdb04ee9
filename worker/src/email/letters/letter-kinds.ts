/** Every kind of letter that there is. */
export const letterKinds = [
  'confirmed',
  'waitlisted',
  'promoted',
  'cancelled',
  'already-registered',
  'link',
  'changed',
  'transferred',
  'forum-scheduled',
  'forum-moved',
  'forum-paused',
  'forum-resumed',
  'forum-cancelled',
  'from-organisers',
  'reminder-3-days',
  'reminder-1-day',
  'thanks',
  'confirm-address',
] as const

export type LetterKind = (typeof letterKinds)[number]
