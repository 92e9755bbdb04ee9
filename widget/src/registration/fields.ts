import type { FieldCode } from '#contract/problem-codes'

/** What a person fills in, in the order in which it is asked. */
export const fields = ['name', 'email', 'phone', 'organisation', 'role', 'proposal', 'needs', 'consent'] as const

export type Field = (typeof fields)[number]

/** At most one complaint for a field. */
export type FieldErrors = Partial<Record<Field, FieldCode>>
