/**
 * Every reason for which the API refuses, with its HTTP status. Codes are stable inside `v1`: the list only grows.
 * Statuses follow RFC 9110 and RFC 6585; the body is RFC 9457 `application/problem+json`.
 */
export const problemStatuses = {
  'malformed-json': 400,
  'idempotency-key-required': 400,
  'invalid-idempotency-key': 400,
  'invalid-query': 400,
  'invalid-precondition': 400,
  unauthorised: 401,
  'foreign-origin': 403,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-open-yet': 409,
  'registration-closed': 409,
  'forum-full': 409,
  'too-late': 409,
  'organisation-full': 409,
  'already-exists': 409,
  'already-registered': 409,
  'in-use': 409,
  'wrong-state': 409,
  'people-will-be-told': 409,
  'already-sent': 409,
  'registration-cancelled': 409,
  'registration-waitlisted': 409,
  'not-the-day': 409,
  'checked-in': 409,
  'precondition-failed': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-request': 422,
  'key-reused': 422,
  'form-too-fast': 422,
  'form-expired': 422,
  'invalid-code': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'internal-error': 500,
  overloaded: 503,
} as const

export type ProblemCode = keyof typeof problemStatuses

/** What is wrong with one value of a request. The sentence for people is made by whoever shows it. */
export const fieldCodes = [
  'required',
  'invalid-type',
  'invalid-value',
  'unknown-field',
  'too-long',
  'too-many',
  'invalid-characters',
  'no-letters',
  'contains-link',
  'invalid-email',
  'email-not-latin',
  'invalid-phone',
  'invalid-edrpou',
  'unknown-activity',
  'consent-required',
  'unknown-consent-version',
  'invalid-stamp',
  'invalid-solution',
  'invalid-slug',
  'invalid-address',
  'out-of-range',
  'unknown-reference',
  'taken',
] as const

export type FieldCode = (typeof fieldCodes)[number]
