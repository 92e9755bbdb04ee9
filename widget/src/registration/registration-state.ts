import type { Receipt, RegistrationForm, SubscriptionReceipt } from '#contract'
import type { ProblemCode } from '#contract/problem-codes'
import type { FailureCode } from '../http.ts'
import type { FieldErrors } from '#contract/field-errors'
import type { FreshForm } from './sending.ts'

/**
 * Where a person is. The fields are on the screen from `opening` on, and keep what is typed until it is sent.
 * `editing.problem` is why the last sending did not succeed, if it is not about a field.
 */
export type RegistrationState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed-to-open'; readonly code: FailureCode }
  | {
      readonly kind: 'editing'
      readonly fresh: FreshForm
      readonly errors: FieldErrors
      readonly problem: FailureCode | null
    }
  | { readonly kind: 'sending'; readonly fresh: FreshForm }
  | { readonly kind: 'done'; readonly receipt: Receipt | SubscriptionReceipt }

/** The form that has come, if it has. */
export const formOf = (state: RegistrationState): RegistrationForm | undefined =>
  state.kind === 'editing' || state.kind === 'sending' ? state.fresh.form : undefined

/** Why nobody can register for the forum now, or leave an address; undefined when one can. */
export const whyClosed = ({ registration, elsewhere }: RegistrationForm, tells: boolean): FailureCode | undefined => {
  if (elsewhere) return 'foreign-origin'
  return tells ? undefined : refusals[registration.state]
}

const refusals: Readonly<Record<RegistrationForm['registration']['state'], ProblemCode | undefined>> = {
  open: undefined,
  waitlist: undefined,
  full: 'forum-full',
  closed: 'registration-closed',
  'not-open': 'not-open-yet',
}
