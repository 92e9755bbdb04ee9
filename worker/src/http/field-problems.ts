import type { z } from '@hono/zod-openapi'
import { type FieldCode, fieldCodes, type FieldProblem } from '#contract'

type Issue = z.core.$ZodIssue

/** What zod found, as pointers (RFC 6901) and codes. Names that the contract does not know are not repeated. */
export const fieldProblems = (issues: readonly Issue[]): FieldProblem[] =>
  issues.map(issue => ({ pointer: pointer(issue.path), code: fieldCode(issue) }))

const pointer = (path: readonly PropertyKey[]): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const fieldCode = (issue: Issue): FieldCode => {
  if (issue.path.join('.') === 'consent.given') return 'consent-required'
  switch (issue.code) {
    case 'custom':
      return fieldCodes.find(code => code === issue.params?.code) ?? 'invalid-value'
    case 'unrecognized_keys':
      return 'unknown-field'
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'required' : 'invalid-type'
    case 'too_big':
      return issue.origin === 'number' ? 'out-of-range' : issue.origin === 'array' ? 'too-many' : 'too-long'
    case 'too_small':
      return issue.origin === 'number' ? 'out-of-range' : 'invalid-value'
    default:
      return 'invalid-value'
  }
}
