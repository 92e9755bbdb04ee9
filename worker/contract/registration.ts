import * as z from 'zod'
import { Availability } from './forum.ts'
import { limits } from './limits.ts'
import type { FieldCode } from './problem-codes.ts'
import { edrpou, email, type Format, line, phone, text } from './text-formats.ts'
import { Locale, Slug, Words } from './words.ts'

/** A string in the given format; what it refuses becomes an issue that carries the field's code. */
const formatted = (format: Format) =>
  z.string().transform((typed, context) => {
    const read = format(typed)
    if ('value' in read) return read.value
    context.addIssue({ code: 'custom', params: { code: read.refused } })
    return z.NEVER
  })

const refusedAs = (code: FieldCode) => ({ params: { code }, message: code })

/** Optional fields may be left out, be null or be empty: all mean that nothing was said. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    typed => (typed === null || (typeof typed === 'string' && typed.trim() === '') ? undefined : typed),
    schema.optional(),
  )

export const RegistrationRequest = z
  .strictObject({
    name: formatted(line(limits.name)).meta({
      description: 'As it shall stand on the badge',
      example: 'Олена Приклад',
    }),
    email: formatted(email).meta({ format: 'email', example: 'olena@example.com' }),
    phone: optional(formatted(phone)).meta({
      description: 'Ukrainian in any spelling, others with +',
      example: '+380 00 123 45 67',
    }),
    organisation: z
      .strictObject({
        name: formatted(line(limits.organisation)).meta({ example: 'ГО «Приклад»' }),
        edrpou: optional(formatted(edrpou)).meta({ example: '00000000' }),
        role: optional(formatted(line(limits.role))).meta({ example: 'координаторка' }),
      })
      .nullish()
      .meta({ description: 'Absent or null: represents nobody' }),
    activities: z
      .array(z.string().max(64))
      .max(limits.activities)
      .optional()
      .meta({ description: 'Slugs of chosen activities' }),
    proposal: z
      .strictObject({
        topic: optional(formatted(line(limits.topic))),
        text: formatted(text(limits.proposal)).refine(value => value !== '', refusedAs('required')),
      })
      .nullish()
      .meta({ description: 'A need, question or initiative for the district' }),
    needs: optional(formatted(text(limits.needs))).meta({ description: 'What would help this person to take part' }),
    locale: Locale,
    consent: z
      .strictObject({ given: z.literal(true), version: z.string().max(32) })
      .meta({ description: 'To the text and version that came with the form' }),
    stamp: z.string().max(256).meta({ description: 'From the form; at least 3 s and at most 2 h old' }),
    solution: z.string().max(2048).optional().meta({ description: 'Only when the form came with a challenge' }),
    website: z.string().max(2048).optional().meta({ description: 'People do not see this field and leave it empty' }),
  })
  .meta({ id: 'RegistrationRequest' })
export type RegistrationRequest = z.infer<typeof RegistrationRequest>

export const ReceiptStatus = z.enum(['confirmed', 'waitlisted'])
export type ReceiptStatus = z.infer<typeof ReceiptStatus>

export const Receipt = z
  .object({
    status: ReceiptStatus,
    code: z
      .string()
      .meta({ description: 'To be named at the door; the last character checks the others', example: '7H3M-2Q9X' }),
    forum: Slug,
    next: z.array(Words).meta({ description: 'What happens next, a sentence each' }),
  })
  .meta({ id: 'Receipt', description: 'The same for a new and for a repeated address' })
export type Receipt = z.infer<typeof Receipt>

export const RegistrationForm = z
  .object({
    forum: Slug,
    registration: Availability,
    consent: z.object({ version: z.string(), text: Words }),
    stamp: z.string().meta({ description: 'Signed; to be sent back with the registration' }),
  })
  .meta({ id: 'RegistrationForm', description: 'What opening the form needs' })
export type RegistrationForm = z.infer<typeof RegistrationForm>
