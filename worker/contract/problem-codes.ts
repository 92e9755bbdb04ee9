/**
 * Every reason for which the API refuses, with its HTTP status. Codes are stable inside `v1`: the list only grows.
 * Statuses follow RFC 9110 and RFC 6585; the body is RFC 9457 `application/problem+json`.
 */
export const problemStatuses = {
  'malformed-json': 400,
  'idempotency-key-required': 400,
  'invalid-idempotency-key': 400,
  'invalid-query': 400,
  unauthorised: 401,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-open-yet': 409,
  'registration-closed': 409,
  'forum-full': 409,
  'too-late': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-request': 422,
  'key-reused': 422,
  'form-too-fast': 422,
  'form-expired': 422,
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
] as const

export type FieldCode = (typeof fieldCodes)[number]
