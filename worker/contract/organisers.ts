import * as z from 'zod'
import { limits } from './limits.ts'
import { Registered } from './registered.ts'
import { Slug } from './words.ts'

export const RegistrationRecord = Registered.extend({
  consent: z.object({ version: z.string().meta({ example: '2019-06' }), givenAt: z.iso.datetime() }),
}).meta({ id: 'RegistrationRecord', description: "One person's place, as an organiser sees it" })
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
    next: z.string().nullable().meta({ description: '`cursor` of the next page', example: '4711' }),
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

export const OrganiserRole = z.enum(['city', 'district', 'editor', 'desk', 'analyst']).meta({ id: 'OrganiserRole' })
export type OrganiserRole = z.infer<typeof OrganiserRole>

/** Whose things somebody may see: all districts' and the city's when null. */
const scope = {
  role: OrganiserRole,
  districts: z.array(Slug).nullable().meta({ description: 'Null: all districts, and the city' }),
  forums: z.array(Slug).nullable().meta({ description: 'Of a desk: the forums at whose door it stands' }),
}

export const Me = z
  .object({
    name: z.string().meta({ example: 'Дарницька районна адміністрація' }),
    ...scope,
    permissions: z.array(z.string().meta({ example: 'people' })),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Me', description: 'The holder of a token' })
export type Me = z.infer<typeof Me>
