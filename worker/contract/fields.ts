import { limits } from './limits.ts'

/** What a person fills in, in the order in which it is asked. */
export const fields = ['name', 'email', 'phone', 'organisation', 'role', 'proposal', 'needs', 'consent'] as const

export type Field = (typeof fields)[number]

export type TextField = Exclude<Field, 'consent'>

/** How a text field is asked for, in the words of HTML. Who represents nobody is not asked for organisation and role. */
export interface FieldKind {
  readonly type?: 'email' | 'tel'
  readonly autocomplete?: string
  readonly pattern?: string
  readonly required?: boolean
  readonly most: number
  /** Of a text of several lines. */
  readonly rows?: number
}

// The digits and marks of a number in any spelling; `v` syntax, as browsers read `pattern`.
const telephone = '[+\\d\\s\\(\\).\\-]{9,30}'
const address = '.+@.+[.].+'

/** What a browser checks before anything is sent; the API is the authority. */
export const fieldKinds: Readonly<Record<TextField, FieldKind>> = {
  name: { autocomplete: 'name', required: true, most: limits.name },
  email: { type: 'email', autocomplete: 'email', pattern: address, required: true, most: limits.email },
  phone: { type: 'tel', autocomplete: 'tel', pattern: telephone, most: 30 },
  organisation: { autocomplete: 'organization', required: true, most: limits.organisation },
  role: { autocomplete: 'organization-title', most: limits.role },
  proposal: { rows: 4, most: limits.proposal },
  needs: { rows: 2, most: limits.needs },
}
