import * as z from 'zod'
import { limits } from './limits.ts'
import { Locale, Slug } from './words.ts'

const moment = z.iso.datetime()

export const RegistrationStatus = z.enum(['confirmed', 'waitlisted', 'cancelled'])
export type RegistrationStatus = z.infer<typeof RegistrationStatus>

export const RegistrationRecord = z
  .object({
    code: z.string(),
    status: RegistrationStatus,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    organisation: z.object({ name: z.string(), edrpou: z.string().nullable(), role: z.string().nullable() }).nullable(),
    proposal: z.object({ topic: z.string().nullable(), text: z.string() }).nullable(),
    needs: z.string().nullable(),
    locale: Locale,
    consent: z.object({ version: z.string(), givenAt: moment }),
    createdAt: moment,
  })
  .meta({ id: 'RegistrationRecord', description: "One person's place, as an organiser sees it" })
export type RegistrationRecord = z.infer<typeof RegistrationRecord>

export const RegistrationList = z
  .object({
    forum: Slug,
    capacity: z.int().nullable(),
    counts: z.object({
      confirmed: z.int(),
      waitlisted: z.int(),
      overbooked: z.int().meta({ description: 'Confirmed beyond a capacity that was lowered' }),
    }),
    registrations: z.array(RegistrationRecord).meta({ description: 'In the order in which they came' }),
    next: z.string().nullable().meta({ description: '`cursor` of the next page' }),
  })
  .meta({ id: 'RegistrationList' })
export type RegistrationList = z.infer<typeof RegistrationList>

export const RegistrationListQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[0-9]{1,4}$/)
    .transform(Number)
    .refine(count => count >= 1 && count <= limits.page)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: limits.page, default: limits.page }),
})
