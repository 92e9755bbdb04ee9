import * as z from 'zod'
import { fieldCodes, type ProblemCode, problemStatuses } from './problem-codes.ts'

/** What a desk may do about a person who cannot be checked in as they are. */
export const doorRemedies = ['promote', 'walk-in', 'other-forum'] as const

const codes = Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]]

/** RFC 9457. Nothing of what was sent is repeated in it. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Where the code is explained', example: '/docs/problems#invalid-request' }),
    title: z.string().meta({
      description: 'In the language of `Accept-Language`, Ukrainian by default',
      example: 'Деякі поля заповнено неправильно',
    }),
    status: z.int().meta({ example: 422 }),
    code: z.enum(codes).meta({ example: 'invalid-request' }),
    instance: z.string().meta({
      description: 'The id of this request, to be named when asking for help',
      example: 'urn:uuid:0b3f6f0e-6a3c-4b3e-9d0f-2a4c8e1d5b77',
    }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'RFC 6901', example: '/email' }),
          code: z.enum(fieldCodes).meta({ example: 'invalid-email' }),
        }),
      )
      .optional(),
    tells: z
      .int()
      .optional()
      .meta({ description: 'With `people-will-be-told`: how many registered people the change is told' }),
    mayDo: z.array(z.enum(doorRemedies)).optional().meta({ description: 'At the door: what may be done about it' }),
    at: z.iso.datetime().optional().meta({ description: 'With `checked-in`: since when' }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
export type FieldProblem = NonNullable<Problem['errors']>[number]
