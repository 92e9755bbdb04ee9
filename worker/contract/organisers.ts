import * as z from 'zod'
import { limits } from './limits.ts'
import { Registered } from './registered.ts'
import { formatted } from './registration.ts'
import { email, line } from './text-formats.ts'
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

const madeAt = z.iso.datetime().meta({ example: '2019-06-03T09:00:00.000Z' })

export const OrganiserRecord = z
  .object({
    id: z.int(),
    name: z.string().meta({ example: 'Дніпровська РДА, стіл реєстрації' }),
    ...scope,
    email: z.string().nullable().meta({ description: 'By which Cloudflare Access knows the person' }),
    token: z
      .string()
      .nullable()
      .meta({ description: 'How the token begins; null: there is none', example: 'kf_4fT9a' }),
    createdAt: madeAt,
    expiresAt: madeAt.nullable(),
    revokedAt: madeAt.nullable(),
    lastUsedAt: madeAt.nullable().meta({ description: 'To within ten minutes' }),
  })
  .meta({ id: 'OrganiserRecord', description: 'Who may do what' })
export type OrganiserRecord = z.infer<typeof OrganiserRecord>

export const OrganiserList = z.object({ organisers: z.array(OrganiserRecord) }).meta({ id: 'OrganiserList' })

const given = {
  districts: z
    .array(Slug)
    .min(1)
    .max(10)
    .nullish()
    .meta({ example: ['dniprovskyi'] }),
  forums: z.array(Slug).min(1).max(100).nullish().meta({ description: 'Needed for a desk, and for nobody else' }),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform(moment => Date.parse(moment))
    .nullish()
    .meta({ type: 'string', format: 'date-time', description: 'Absent: in a year. Null: never' }),
}

const organiserName = formatted(line(limits.name)).meta({ example: 'Дніпровська РДА, стіл реєстрації' })

export const NewOrganiser = z
  .strictObject({
    name: organiserName,
    role: OrganiserRole,
    ...given,
    email: formatted(email).optional().meta({
      format: 'email',
      description: 'Let in by Cloudflare Access; then no token is made',
      example: 'desk@example.org',
    }),
  })
  .meta({ id: 'NewOrganiser' })
export type NewOrganiser = z.infer<typeof NewOrganiser>

export const MadeOrganiser = z
  .object({
    organiser: OrganiserRecord,
    token: z.string().nullable().meta({ description: 'Shown this once, and stored nowhere' }),
  })
  .meta({ id: 'MadeOrganiser' })

export const OrganiserChange = z
  .strictObject({ name: organiserName.optional(), ...given })
  .meta({ id: 'OrganiserChange', description: 'What is absent stays' })
export type OrganiserChange = z.infer<typeof OrganiserChange>
