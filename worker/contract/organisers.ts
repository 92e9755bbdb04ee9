import * as z from 'zod'
import { Slug } from './words.ts'

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
    name: z.string(),
    ...scope,
    permissions: z.array(z.string()),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Me', description: 'The holder of a token' })
export type Me = z.infer<typeof Me>
