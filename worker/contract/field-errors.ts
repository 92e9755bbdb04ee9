import { type Field, fields } from './fields.ts'
import type { FieldCode } from './problem-codes.ts'
import type { FieldProblem } from './problem.ts'

/** At most one complaint for a field. */
export type FieldErrors = Readonly<Partial<Record<Field, FieldCode>>>

/** The field in which a person typed what a JSON pointer (RFC 6901) of the request names. */
const fieldAt = (pointer: string): Field | undefined => {
  const [, first, second] = pointer.split('/')
  return fields.find(field => field === (second === 'role' ? second : first))
}

/** What the worker found wrong, beside the fields; what belongs to no field is left out. */
export const fieldErrorsOf = (problems: readonly FieldProblem[]): FieldErrors => {
  const errors: Partial<Record<Field, FieldCode>> = {}
  for (const { pointer, code } of problems) {
    const field = fieldAt(pointer)
    if (field) errors[field] ??= code
  }
  return errors
}
