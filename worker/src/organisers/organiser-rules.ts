import type { FieldProblem } from '#contract'
import type { Organiser, Role } from './organiser.ts'
import { holdsScope } from './scope-rules.ts'

type Given = {
  readonly role: Role
  readonly districts: readonly string[] | null
  readonly forums: readonly string[] | null
}

type Giver = Pick<Organiser, 'role' | 'districts' | 'forums'>

/** What a scope is made of: whoever has districts themselves gives, unless told otherwise, just these. */
export const scopeGiven = (
  giver: Giver,
  role: Role,
  said: {
    readonly districts?: readonly string[] | null | undefined
    readonly forums?: readonly string[] | null | undefined
  },
): Given => ({ role, districts: said.districts ?? giver.districts, forums: said.forums ?? null })

/** Why this organiser may not give that; nobody gives more than they have. */
export const wrongInGiven = (giver: Giver, given: Given): FieldProblem[] => {
  const errors: FieldProblem[] = []
  if (given.role === 'city' && (giver.role !== 'city' || given.districts !== null))
    errors.push({ pointer: giver.role === 'city' ? '/districts' : '/role', code: 'invalid-value' })
  else if (!holdsScope(giver, given)) errors.push({ pointer: '/districts', code: 'unknown-reference' })
  if (given.role === 'district' && given.districts === null) errors.push({ pointer: '/districts', code: 'required' })
  if ((given.role === 'desk') !== (given.forums !== null))
    errors.push({ pointer: '/forums', code: given.role === 'desk' ? 'required' : 'invalid-value' })
  return errors
}
