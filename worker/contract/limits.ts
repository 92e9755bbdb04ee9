/** Bounds that the worker enforces and the form tells beforehand. Lengths are in Unicode code points. */
export const limits = {
  name: 120,
  email: 254,
  organisation: 200,
  role: 100,
  needs: 500,
  /** What organisers write to many. */
  subject: 150,
  letter: 5000,
  /** Of an organiser about a registration. */
  note: 2000,
  topic: 120,
  proposal: 2000,
  activities: 50,
  /** Bytes of a request's body. */
  body: 16 * 1024,
  /** Bytes of a body in which a program sends many things at once. */
  largeBody: 256 * 1024,
  /** Characters of an `Idempotency-Key`. */
  key: { least: 22, most: 64 },
  /** Age of the stamp that came with the form, in milliseconds. */
  stamp: { least: 3_000, most: 2 * 60 * 60 * 1000 },
  /** For so long a place is held until the address is confirmed, in milliseconds. */
  hold: 60 * 60 * 1000,
  /** Rows in one page of an organiser's list. */
  page: 1000,
} as const
