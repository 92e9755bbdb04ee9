import * as z from 'zod'
import { Locale } from './words.ts'

export const RegistrationStatus = z.enum(['confirmed', 'waitlisted', 'cancelled'])
export type RegistrationStatus = z.infer<typeof RegistrationStatus>

/** What is stored of a registered person, as they themselves and the organisers see it. Of an erased one nothing is left but ''. */
export const Registered = z.object({
  code: z.string(),
  status: RegistrationStatus,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  organisation: z.object({ name: z.string(), edrpou: z.string().nullable(), role: z.string().nullable() }).nullable(),
  proposal: z.object({ topic: z.string().nullable(), text: z.string() }).nullable(),
  needs: z.string().nullable(),
  locale: Locale,
  createdAt: z.iso.datetime(),
})
export type Registered = z.infer<typeof Registered>
