import * as z from 'zod'
import { Locale } from './words.ts'

export const RegistrationStatus = z.enum(['confirmed', 'waitlisted', 'cancelled'])
export type RegistrationStatus = z.infer<typeof RegistrationStatus>

/** What is stored of a registered person, as they themselves and the organisers see it. Of an erased one nothing is left but ''. */
export const Registered = z.object({
  code: z.string().meta({ example: '7H3M-2Q9X' }),
  status: RegistrationStatus,
  name: z.string().meta({ example: 'Олена Приклад' }),
  email: z.string().meta({
    description: 'Empty of who was entered without one, and of an erased one',
    example: 'olena@example.com',
  }),
  phone: z.string().nullable().meta({ example: '+380001234567' }),
  organisation: z
    .object({
      name: z.string().meta({ example: 'ГО «Приклад»' }),
      edrpou: z.string().nullable().meta({ description: 'Number in the state register', example: '00000000' }),
      role: z.string().nullable().meta({ example: 'координаторка' }),
    })
    .nullable(),
  proposal: z
    .object({
      topic: z.string().nullable().meta({ example: 'Двір' }),
      text: z.string().meta({ example: 'Більше лавок біля школи' }),
    })
    .nullable(),
  needs: z.string().nullable().meta({ example: 'Місце біля дверей' }),
  locale: Locale,
  createdAt: z.iso.datetime(),
  confirmBy: z.iso.datetime().nullable().meta({
    description:
      'Until when the address has to be confirmed: the place is held until then. Null: there is nothing to confirm. A cancelled one that has it was not confirmed in time',
    example: null,
  }),
})
export type Registered = z.infer<typeof Registered>
