/** What is stored of a forum and decides its states. Moments are milliseconds since 1970, dates and hours wall time in Kyiv. */
export type ForumFacts = {
  readonly date: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly movedFrom: string | null
  readonly pausedAt: number | null
  readonly cancelledAt: number | null
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly capacity: number | null
  readonly waitlistCapacity: number
  readonly confirmed: number
  readonly waitlisted: number
  /** Places kept back for invited people, and how many of the confirmed hold one. */
  readonly reserved: number
  readonly invited: number
  readonly heldAt: number | null
}
