/** To whoever is registered. */
export const registrationKinds = [
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

/** To whoever waits for a forum's date, or for its registration to open. */
export const subscriptionKinds = [
  'subscription-confirm',
  'subscription-date',
  'subscription-open',
  'subscription-cancelled',
] as const

/** Every kind of letter that there is. */
export const letterKinds = [...registrationKinds, ...subscriptionKinds] as const

export type LetterKind = (typeof registrationKinds)[number]

export type SubscriptionLetterKind = (typeof subscriptionKinds)[number]
