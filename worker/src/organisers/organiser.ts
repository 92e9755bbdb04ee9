export const roles = ['city', 'district', 'editor', 'desk', 'analyst'] as const

export type Role = (typeof roles)[number]

/** Who asks, and of what: `districts` null is the whole city, `forums` are a desk's alone. */
export type Organiser = {
  readonly id: number
  readonly name: string
  readonly role: Role
  readonly districts: readonly string[] | null
  readonly forums: readonly string[] | null
  /** Milliseconds since 1970; null: never. */
  readonly expiresAt: number | null
}
