import { z } from '@hono/zod-openapi'
import { Problem, Slug } from '#contract'

const meanings = {
  400: 'The request cannot be read',
  401: 'No or a wrong token',
  403: 'Not from this site',
  404: 'Not there, or not yours to know',
  409: 'The state of the forum says no',
  413: 'The body is over 16 KB',
  415: 'Not `application/json`',
  422: 'Understood, but not acceptable',
  429: 'Too many; `Retry-After` says when to come again, and the form then brings a challenge to solve',
  503: 'Overloaded; `Retry-After` says when to come again',
} as const

type Refusal = keyof typeof meanings

type ProblemAnswer = {
  description: string
  content: { 'application/problem+json': { schema: typeof Problem } }
}

/** The refusals of an operation, for its description. */
export const problemAnswers = <Status extends Refusal>(...statuses: Status[]): Record<Status, ProblemAnswer> =>
  Object.fromEntries(
    statuses.map(status => [
      status,
      { description: meanings[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  ) as unknown as Record<Status, ProblemAnswer>

/** Anything that is no slug is no forum: 404, not 400. */
export const ForumPath = z.object({ forum: Slug })

/** A body of an answer, for the description of its operation. */
export const jsonAnswer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A body that a request must have. */
export const requiredBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
