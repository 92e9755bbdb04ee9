import * as z from 'zod'
import { CalendarLinks } from './calendar.ts'
import { formatted, refusedAs } from './formatted.ts'
import { Availability, Forum } from './forum.ts'
import { sampleStamp, solution, stamp, website } from './form-guards.ts'
import { limits } from './limits.ts'
import { edrpou, email, line, phone as phoneFormat, text } from './text-formats.ts'
import { Registered } from './registered.ts'
import { Locale, Slug, Words } from './words.ts'

/** Optional fields may be left out, be null or be empty: all mean that nothing was said. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    typed => (typed === null || (typeof typed === 'string' && typed.trim() === '') ? undefined : typed),
    schema.optional(),
  )

/** May be left out, which changes nothing; null and '' take the value away. */
const cleared = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(typed => (typeof typed === 'string' && typed.trim() === '' ? null : typed), schema.nullish())

const name = formatted(line(limits.name)).meta({
  description: 'As it shall stand on the badge',
  example: 'Олена Приклад',
})

const phone = formatted(phoneFormat).meta({
  description: 'Ukrainian in any spelling, others with +',
  example: '+380 00 123 45 67',
})

const organisation = z
  .strictObject({
    name: formatted(line(limits.organisation)).meta({ example: 'ГО «Приклад»' }),
    edrpou: optional(formatted(edrpou)).meta({ example: '00000000' }),
    role: optional(formatted(line(limits.role))).meta({ example: 'координаторка' }),
  })
  .nullish()
  .meta({ description: 'Absent or null: represents nobody' })

const proposal = z
  .strictObject({
    topic: optional(formatted(line(limits.topic))).meta({ example: 'Двір' }),
    text: formatted(text(limits.proposal))
      .refine(value => value !== '', refusedAs('required'))
      .meta({ example: 'Більше лавок біля школи' }),
  })
  .nullish()
  .meta({ description: 'A need, question or initiative for the district' })

const needs = formatted(text(limits.needs)).meta({
  description: 'What would help this person to take part',
  example: 'Місце біля дверей',
})

const version = z.string().meta({ description: 'Of the text that was agreed to', example: '2019-06' })

export const RegistrationRequest = z
  .strictObject({
    name,
    email: formatted(email).meta({ format: 'email', example: 'olena@example.com' }),
    phone: optional(phone),
    organisation,
    activities: z
      .array(z.string().max(64))
      .max(limits.activities)
      .optional()
      .meta({ description: 'Slugs of chosen activities' }),
    proposal,
    needs: optional(needs),
    locale: Locale,
    consent: z
      .strictObject({ given: z.literal(true), version: z.string().max(32).meta({ example: '2019-06' }) })
      .meta({ description: 'To the text and version that came with the form' }),
    stamp,
    solution,
    website,
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
    calendar: CalendarLinks.optional(),
    confirmBy: z.iso.datetime().optional().meta({
      description: 'Until when the place is held, at a forum that wants the address confirmed first',
      example: '2019-06-03T10:00:00.000Z',
    }),
    title: Words.optional().meta({ description: 'What to say instead of the status, while the place is only held' }),
  })
  .meta({ id: 'Receipt', description: 'The same for a new and for a repeated address' })
export type Receipt = z.infer<typeof Receipt>

/**
 * A proof of work: some number up to `maxNumber` for which the SHA-256 of `salt` followed by it is `challenge`, in
 * hexadecimal. The solution is this object with the `number` for its `maxNumber`, as JSON in Base64.
 */
export const Challenge = z
  .object({
    algorithm: z.literal('SHA-256'),
    challenge: z.string().meta({ example: '3b2f…' }),
    salt: z.string().meta({ example: 'c1f0e5?expires=1559553000' }),
    signature: z.string().meta({ example: '9a41…' }),
    maxNumber: z.int().positive(),
  })
  .meta({ id: 'Challenge', description: 'Asked only of sources that send unusually much; each solution is good once' })
export type Challenge = z.infer<typeof Challenge>

export const RegistrationForm = z
  .object({
    forum: Slug,
    registration: Availability,
    consent: z.object({ version, text: Words }),
    stamp: z.string().meta({ description: 'Signed; to be sent back with the registration', example: sampleStamp }),
    challenge: Challenge.optional(),
    notice: Words.optional().meta({
      description: 'Where one cannot register yet: what is kept of an address that is left to be told',
    }),
    elsewhere: z
      .literal(true)
      .optional()
      .meta({ description: 'The page that asks is of no registered site: people register at `/forums/{forum}`' }),
  })
  .meta({ id: 'RegistrationForm', description: 'What opening the form needs' })
export type RegistrationForm = z.infer<typeof RegistrationForm>

/** What may be changed of one's own registration: what is absent stays, null takes away. */
export const RegistrationChange = z
  .strictObject({
    name: name.optional(),
    phone: cleared(phone),
    organisation,
    proposal,
    needs: cleared(needs),
  })
  .meta({ id: 'RegistrationChange' })
export type RegistrationChange = z.infer<typeof RegistrationChange>

export const OwnRegistration = Registered.extend({
  forum: Forum,
  waitlistPlace: z
    .int()
    .positive()
    .nullable()
    .meta({ description: 'How many wait until this person, themselves included' }),
  mayChange: z.boolean().meta({ description: 'False once the forum is over or the registration cancelled' }),
  calendar: CalendarLinks.optional(),
}).meta({ id: 'OwnRegistration', description: 'What the holder of a private link sees of their own registration' })
export type OwnRegistration = z.infer<typeof OwnRegistration>

/** Everything that is stored about a person at one forum, to be kept or taken elsewhere. */
export const PersonalData = z
  .object({
    registration: OwnRegistration,
    consent: z.object({ version, text: Words, givenAt: z.iso.datetime() }),
    submissions: z.array(z.object({ code: z.string().meta({ example: '7H3M-2Q9X' }), sentAt: z.iso.datetime() })),
    letters: z.array(z.object({ kind: z.string().meta({ example: 'confirmed' }), createdAt: z.iso.datetime() })),
    activities: z.array(Slug).meta({ description: 'Slugs of chosen activities', example: ['street-workshop'] }),
    note: z.string().nullable().meta({ description: 'What organisers noted', example: null }),
    cameAt: z.iso.datetime().nullable().meta({ description: 'When the person was checked in', example: null }),
    sourceHost: z.string().nullable().meta({ example: 'district.example.org' }),
  })
  .meta({ id: 'PersonalData' })
export type PersonalData = z.infer<typeof PersonalData>

/** Asks for the private link again. Whether the address is known is told to nobody but the address. */
export const LinkRequest = z
  .strictObject({
    email: formatted(email).meta({ format: 'email', example: 'olena@example.com' }),
    forum: Slug.optional().meta({ description: 'All of this address’s forums when absent' }),
  })
  .meta({ id: 'LinkRequest' })
export type LinkRequest = z.infer<typeof LinkRequest>

export const LinkAnswer = z.object({ sent: z.literal('if-known') }).meta({ id: 'LinkAnswer' })
