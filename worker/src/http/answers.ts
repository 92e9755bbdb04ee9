import { z } from '@hono/zod-openapi'
import { Problem, Slug } from '#contract'

/** What a refusal of each status says, as the document tells it. */
export const meanings = {
  400: 'The request cannot be read',
  401: 'No or a wrong token',
  403: 'Not from this site, or not with this token',
  404: 'Not there, or not yours to know',
  409: 'The state of the forum, or of what is asked for, says no',
  412: 'Changed by somebody else since it was read',
  413: 'The body is over 16 KB',
  415: 'Not `application/json`',
  422: 'Understood, but not acceptable',
  428: '`If-Match` is missing',
  429: 'Too many; `Retry-After` says when to come again, and the form then brings a challenge to solve',
  500: 'Something broke on our side',
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

/** What every operation of the organisers has in common. */
export const forOrganisers = <Tag extends string>(tag: Tag) => ({ tags: [tag], security: [{ organiser: [] }] })

/** A body whose `ETag` a change must name. */
export const versionedAnswer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  ...jsonAnswer(schema, description),
  headers: z.object({ ETag: z.string().meta({ description: 'For `If-Match` of a change', example: '"7"' }) }),
})

/** Of what was made: where it is, and its first `ETag`. */
export const createdAnswer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  ...jsonAnswer(schema, description),
  headers: z.object({
    Location: z.string().meta({ description: 'Where it is', example: '/api/v1/admin/webhooks/12' }),
    ETag: z.string().meta({ description: 'For `If-Match` of a change', example: '"1"' }),
  }),
})

/** The number of a thing in a path. What is no number is no thing: 404, not 400. */
export const NumberPath = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/)
  .transform(Number)
  .meta({ type: 'string', example: '12' })

/** Of a change: what was seen before it (RFC 9110, section 13.1.1). Its absence and form are judged by `seenVersion`. */
export const IfMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The `ETag` of what was read; needed, else 428. Changed meanwhile: 412', example: '"7"' }),
})

/** A body that a request must have. */
export const requiredBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
