import * as z from 'zod'
import { RegistrationRequest } from './registration.ts'
import { Locale, Slug } from './words.ts'

/** How much a desk is given or sends at once. */
const most = { people: 500, scans: 500 }

const moment = z.iso.datetime().meta({ example: '2019-06-06T07:42:00.000Z' })

const typedCode = z.string().min(1).max(500).meta({
  description:
    'As typed or scanned: case, dash and spaces do not matter, O is read as 0, I and L as 1; a text or an address in which the code stands will do',
  example: '7h3m 2q9x',
})

export const DoorPerson = z
  .object({
    code: z.string().meta({ example: '7H3M-2Q9X' }),
    name: z.string().meta({ example: 'Олена Приклад' }),
    organisation: z.string().nullable().meta({ example: 'ГО «Приклад»' }),
    status: z.enum(['confirmed', 'waitlisted']),
    invited: z.boolean().meta({ description: 'Holds one of the places kept back for invited people' }),
    cameAt: moment.nullable().meta({ description: 'Null: not checked in' }),
    activities: z.array(Slug).meta({ description: 'Chosen parts of the programme' }),
    isHeld: z.boolean().meta({ description: 'Has not confirmed the address yet; being here will do' }),
    hasNeeds: z.boolean().meta({ description: 'Wrote what would help them to take part: ask an organiser' }),
  })
  .meta({ id: 'DoorPerson', description: 'What a desk needs to know of a person, and no more' })
export type DoorPerson = z.infer<typeof DoorPerson>

export const DoorList = z
  .object({
    forum: Slug,
    date: z.iso.date().nullable(),
    today: z
      .boolean()
      .meta({ description: 'Whether it is the day of the forum in Kyiv, on which people are checked in' }),
    counts: z.object({ confirmed: z.int(), waitlisted: z.int(), came: z.int() }),
    people: z.array(DoorPerson),
    more: z
      .boolean()
      .meta({ description: 'There are more than these: ask for the next page, or type more of the name' }),
    next: z
      .string()
      .nullable()
      .meta({ description: '`cursor` of the next page; null after the last one, and with `q`', example: null }),
  })
  .meta({ id: 'DoorList', description: 'Who is to come, and how many came' })
export type DoorList = z.infer<typeof DoorList>

export const DoorQuery = z.strictObject({
  q: z.string().max(200).optional().meta({
    description: 'Beginnings of the words of a name or an organisation, in any order; at most 50 people are found',
    example: 'прик ол',
  }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,1000}$/)
    .optional()
    .meta({ description: '`next` of the page before; not with `q`' }),
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/)
    .transform(Number)
    .refine(count => count >= 1 && count <= most.people)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: most.people, default: most.people }),
})

export const CheckInRequest = z
  .strictObject({
    code: typedCode,
    promote: z.boolean().optional().meta({ description: 'Gives a free place to somebody who waits, out of turn' }),
  })
  .meta({ id: 'CheckInRequest', description: 'The code of whoever stands at the door' })
export type CheckInRequest = z.infer<typeof CheckInRequest>

export const CheckIn = z
  .object({
    result: z.enum(['first', 'already']),
    at: moment.meta({ description: 'When the person was checked in, the first time' }),
    time: z.string().meta({ description: 'The same by the clocks in Kyiv', example: '10:42' }),
    person: DoorPerson,
  })
  .meta({ id: 'CheckIn', description: 'Of many scans of one code exactly one is `first`' })
export type CheckIn = z.infer<typeof CheckIn>

const { name, email, phone, organisation } = RegistrationRequest.shape

/** A field of a desk's screen that was left empty said nothing. */
const emptyIsNothing = (typed: unknown): unknown =>
  typed === null || (typeof typed === 'string' && typed.trim() === '') ? undefined : typed

export const WalkInRequest = z
  .strictObject({
    name,
    email: z.preprocess(emptyIsNothing, email.optional()).meta({
      format: 'email',
      description: 'If the person wants the letter with their private link',
      example: 'olena@example.com',
    }),
    phone,
    organisation,
    locale: Locale.default('uk').meta({ description: 'In which the person is written to' }),
    consent: z
      .strictObject({
        given: z.literal(true),
        version: z.string().max(32).meta({ example: '2019-06' }),
        channel: z.enum(['in-person', 'paper']),
      })
      .meta({ description: 'To the text that was read to the person or that they signed' }),
  })
  .meta({ id: 'WalkInRequest', description: 'Somebody who comes without a registration' })
export type WalkInRequest = z.infer<typeof WalkInRequest>

const id = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .meta({ example: 'a-1c2b' })

export const ScanBatch = z
  .strictObject({
    device: id.meta({
      description: 'The same for everything that one device sends',
      example: 'tablet-at-the-left-door',
    }),
    scans: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Of this device’s scan: what was applied under it is not applied again' }),
          code: typedCode,
          at: z.iso.datetime({ offset: true }).meta({
            description: 'When it was scanned, by the device’s clock',
            example: '2019-06-06T10:42:00+03:00',
          }),
          undo: z.boolean().optional().meta({ description: 'Takes a check-in back' }),
        }),
      )
      .max(most.scans),
  })
  .meta({ id: 'ScanBatch', description: 'What a device recorded while it had no connection' })
export type ScanBatch = z.infer<typeof ScanBatch>

export const scanOutcomes = [
  'first',
  'already',
  'undone',
  'unknown',
  'typo',
  'cancelled',
  'waitlisted',
  'not-the-day',
] as const

export type ScanOutcome = (typeof scanOutcomes)[number]

export const ScanResults = z
  .object({
    results: z
      .array(
        z.object({
          id,
          outcome: z.enum(scanOutcomes),
          at: moment.optional().meta({ description: 'With `first` and `already`: when the person was checked in' }),
        }),
      )
      .meta({ description: 'In the order of the scans' }),
  })
  .meta({ id: 'ScanResults', description: 'What became of a device’s scans' })
export type ScanResults = z.infer<typeof ScanResults>
