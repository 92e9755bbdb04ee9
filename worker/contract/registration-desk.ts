import * as z from 'zod'
import { formatted } from './formatted.ts'
import { limits } from './limits.ts'
import { Registered, RegistrationStatus } from './registered.ts'
import { RegistrationChange, RegistrationRequest } from './registration.ts'
import { text } from './text-formats.ts'
import { Locale, Slug } from './words.ts'

const moment = z.iso.datetime().meta({ example: '2019-06-03T09:00:00.000Z' })
const code = z.string().meta({ example: '7H3M-2Q9X' })

export const ConsentChannel = z
  .enum(['form', 'phone', 'paper', 'in-person'])
  .meta({ description: 'How consent was given', example: 'phone' })

export const RegistrationRecord = Registered.extend({
  forum: Slug.optional().meta({ description: 'Where several forums are looked through' }),
  activities: z.array(Slug).meta({ description: 'Slugs of chosen activities', example: ['street-workshop'] }),
  note: z.string().nullable().meta({ description: 'Of organisers, for organisers', example: 'Зателефонувати ввечері' }),
  invited: z.boolean().meta({ description: 'Holds one of the places kept back for invited people' }),
  origin: z.enum(['form', 'organiser', 'door']).meta({ description: 'Who entered it', example: 'form' }),
  cameAt: moment.nullable().meta({ description: 'When the person was checked in' }),
  sourceHost: z
    .string()
    .nullable()
    .meta({ description: 'Host name of the page on which the form stood', example: 'district.example.org' }),
  consent: z.object({ version: z.string().meta({ example: '2019-06' }), givenAt: moment, channel: ConsentChannel }),
  erasedAt: moment.nullable().meta({ description: 'Since when nothing is left of the person' }),
}).meta({ id: 'RegistrationRecord', description: "One person's place, as an organiser sees it" })
export type RegistrationRecord = z.infer<typeof RegistrationRecord>

const registrations = z.array(RegistrationRecord)

export const RegistrationList = z
  .object({
    forum: Slug,
    capacity: z.int().nullable(),
    counts: z.object({
      confirmed: z.int(),
      waitlisted: z.int(),
      overbooked: z.int().meta({ description: 'Confirmed beyond a capacity that was lowered' }),
    }),
    registrations: registrations.meta({ description: 'In the order that was asked for; what is searched for by name' }),
    next: z.string().nullable().meta({
      description: '`cursor` of the next page. A page may be short, even empty: the list ends where this is null',
      example: 'WyJyZWdpc3RlcmVkIiwwLDQ3MTFd',
    }),
    more: z
      .literal(true)
      .optional()
      .meta({ description: 'A search met more people than it looks at: say more of whom you seek' }),
  })
  .meta({ id: 'RegistrationList' })
export type RegistrationList = z.infer<typeof RegistrationList>

export const FoundRegistrations = z
  .object({
    registrations: registrations.meta({ description: 'By name; each tells its forum' }),
    next: z.string().nullable().meta({ description: '`cursor` of the next page', example: null }),
    more: z.literal(true).optional().meta({ description: 'More were met than a search looks at: say more' }),
  })
  .meta({ id: 'FoundRegistrations', description: 'What was found in all forums of one’s own' })
export type FoundRegistrations = z.infer<typeof FoundRegistrations>

const yesOrNo = z
  .enum(['true', 'false'])
  .transform(said => said === 'true')
  .optional()

const asMoment = (description: string) =>
  z.iso
    .datetime({ offset: true })
    .transform(said => Date.parse(said))
    .optional()
    .meta({ description, format: 'date-time', example: '2019-06-03T12:00:00+03:00' })

const paging = {
  cursor: z
    .string()
    .max(4_000)
    .regex(/^[\w-]+$/)
    .optional()
    .meta({ description: '`next` of the page before' }),
  limit: z
    .string()
    .regex(/^[0-9]{1,4}$/)
    .transform(Number)
    .refine(count => count >= 1 && count <= limits.page)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: limits.page, default: limits.page }),
}

const filters = {
  status: RegistrationStatus.optional(),
  since: asMoment('Registered at this moment or later'),
  until: asMoment('Registered before this moment'),
  came: yesOrNo.meta({ description: 'Whether they were checked in' }),
  invited: yesOrNo.meta({ description: 'Whether they hold a reserved place' }),
  site: z.string().min(1).max(253).toLowerCase().optional().meta({
    description: 'Host name of the page on which they registered',
    example: 'district.example.org',
  }),
  organisation: z
    .string()
    .min(1)
    .max(limits.organisation)
    .optional()
    .meta({ description: 'Its number in the register, or its name', example: 'ГО «Приклад»' }),
}

const q = z.string().max(200).meta({
  description:
    'Beginnings of words of the name or the organisation, all of which must match; or an address, a phone number, a code. Nothing in it is a wildcard',
  example: 'прикл олена',
})

export const RegistrationListQuery = z.strictObject({
  q: q.optional(),
  ...filters,
  activity: Slug.optional().meta({ description: 'Who chose this part of the programme' }),
  sort: z.enum(['arrival', 'name']).default('arrival').meta({
    description:
      'In the order of arrival (who came: of arrival at the door), or of the Ukrainian alphabet; what is searched for is always by name',
  }),
  ...paging,
})
export type RegistrationListQuery = z.output<typeof RegistrationListQuery>

export const RegistrationSearchQuery = z.strictObject({ q, ...filters, ...paging })
export type RegistrationSearchQuery = z.output<typeof RegistrationSearchQuery>

const { name, email, phone, organisation, needs } = RegistrationRequest.shape

const activities = z
  .array(Slug)
  .max(limits.activities)
  .optional()
  .meta({ description: 'Slugs of chosen activities', example: ['street-workshop'] })

const note = formatted(text(limits.note)).meta({
  description: 'Of organisers, for organisers; the person sees it when they ask for all that is stored',
  example: 'Зателефонувати ввечері',
})

/** What an organiser may change; what is absent stays, null takes away. */
export const RecordChange = z
  .strictObject({
    name: name.optional(),
    email: email.nullish().meta({ description: 'Null only for who did not fill in the form and has a phone number' }),
    phone: RegistrationChange.shape.phone,
    organisation,
    activities,
    needs: RegistrationChange.shape.needs,
    note: note.nullish(),
    invited: z.boolean().optional().meta({ description: 'Only of who has a place' }),
    locale: Locale.optional(),
  })
  .meta({ id: 'RecordChange' })
export type RecordChange = z.infer<typeof RecordChange>

/** Somebody who phoned, wrote or came by. */
export const HandRegistration = z
  .strictObject({
    name,
    email: email.optional().meta({ description: 'This or a phone number' }),
    phone,
    organisation,
    activities,
    needs,
    note: note.optional(),
    locale: Locale.default('uk'),
    consent: z
      .strictObject({
        given: z.literal(true),
        version: z.string().max(32).meta({ example: '2019-06' }),
        channel: ConsentChannel.exclude(['form']),
      })
      .meta({ description: 'To which text, and how' }),
    invited: z.boolean().default(false).meta({ description: 'Takes one of the places kept back' }),
    beyondLimit: z.boolean().default(false).meta({ description: 'Though the organisation has all its places' }),
  })
  .refine(({ email: address, phone: number }) => address !== undefined || number !== undefined, {
    path: ['email'],
    params: { code: 'required' },
  })
  .meta({ id: 'HandRegistration', description: 'A registration that an organiser enters for somebody' })
export type HandRegistration = z.output<typeof HandRegistration>

export const Promotion = z
  .strictObject({
    invited: z.boolean().default(false).meta({ description: 'Into one of the places kept back for invited people' }),
  })
  .meta({ id: 'Promotion' })
export type Promotion = z.output<typeof Promotion>

export const Transfer = z.strictObject({ forum: Slug }).meta({ id: 'Transfer', description: 'To which forum' })
export const Merge = z.strictObject({ into: code.max(40) }).meta({ id: 'Merge', description: 'The one that is kept' })
