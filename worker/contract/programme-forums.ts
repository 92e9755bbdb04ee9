import * as z from 'zod'
import { ForumState, RegistrationState } from './forum.ts'
import {
  day,
  hour,
  moment,
  newSlug,
  places,
  programmeLimits,
  reference,
  textInBoth,
  title,
} from './programme-fields.ts'
import { orNull, Slug, WallTime, Words } from './words.ts'

const attendanceFields = {
  count: z.int().min(0).max(programmeLimits.places),
  precision: z.enum(['exact', 'more-than']),
}

const saidAttendance = z.strictObject(attendanceFields).meta({ example: { count: 70, precision: 'more-than' } })

const Attendance = z
  .object(attendanceFields)
  .meta({ id: 'Attendance', description: 'How many came, as it is published' })

export const Standing = z
  .enum(['draft', ...ForumState.options])
  .meta({ id: 'Standing', description: 'What a forum is for its organisers: a draft, or its public state' })
export type Standing = z.infer<typeof Standing>

const at = z.iso.datetime().nullable().meta({ example: '2019-06-03T09:00:00.000Z' })

export const ForumRecord = z
  .object({
    slug: Slug,
    url: z.string().meta({ description: 'Its public page, on this origin', example: '/forums/2019-podilskyi' }),
    series: Slug.meta({ example: '2019' }),
    district: Slug.nullable().meta({ description: 'Null: the forum of the whole city', example: 'podilskyi' }),
    title: Words,
    date: z.iso.date().nullable(),
    startTime: WallTime.nullable(),
    endTime: WallTime.nullable(),
    venue: Slug.nullable().meta({ example: 'podil-hall' }),
    movedFrom: z.iso.date().nullable(),
    capacity: z.int().nullable().meta({ description: 'Null: not decided' }),
    waitlistCapacity: z.int(),
    reserved: z.int().meta({ description: 'Of the capacity, kept back for invited people' }),
    organisationLimit: z.int().nullable().meta({ description: 'Live registrations of one organisation at most' }),
    confirmAddress: z
      .boolean()
      .meta({ description: 'A place taken by the form is held until the address is confirmed' }),
    opensAt: at.meta({ description: 'Null: as soon as the forum has a date and places' }),
    closesAt: at.meta({ description: 'Null: at the start, or 18:00 the day before when no hour is published' }),
    summary: orNull(Words),
    attendance: orNull(Attendance),
    state: Standing,
    registration: RegistrationState,
    publishedAt: at,
    pausedAt: at,
    cancelledAt: at,
    heldAt: at.meta({ description: 'When an organiser marked it as held; without it the clock says so' }),
    counts: z.object({
      confirmed: z.int(),
      waitlisted: z.int(),
      cancelled: z.int(),
      came: z.int(),
      subscribed: z.int().meta({ description: 'Who confirmed an address and waits for news of it' }),
      invited: z.int().meta({ description: 'Of the confirmed, those who hold a reserved place' }),
      overbooked: z.int().meta({ description: 'Confirmed beyond a capacity that was lowered' }),
    }),
  })
  .meta({ id: 'ForumRecord', description: 'A forum, as organisers keep it' })
export type ForumRecord = z.infer<typeof ForumRecord>

export const ForumList = z
  .object({
    forums: z.array(ForumRecord).meta({ description: 'By date, those without one last' }),
    next: z.string().nullable().meta({ description: '`cursor` of the next page', example: '2019-06-06.12' }),
  })
  .meta({ id: 'ForumList' })
export type ForumList = z.infer<typeof ForumList>

export const ForumListQuery = z.strictObject({
  series: Slug.optional().meta({ example: '2019' }),
  district: Slug.optional().meta({ description: '`city` for the forums of the whole city', example: 'podilskyi' }),
  state: Standing.optional(),
  cursor: z
    .string()
    .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]{1,15}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/)
    .transform(Number)
    .refine(count => count >= 1 && count <= programmeLimits.page)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: programmeLimits.page, default: programmeLimits.page }),
})
export type ForumListQuery = z.infer<typeof ForumListQuery>

const fields = {
  date: day.nullish(),
  startTime: hour.nullish(),
  endTime: hour.nullish().meta({ description: 'Before the start: on the next day', example: '16:00' }),
  venue: reference('podil-hall').nullish(),
  capacity: places(1).optional().meta({ description: 'To take nobody, close or pause it', example: 80 }),
  waitlistCapacity: places(0).optional().meta({ example: 40 }),
  reserved: places(0).optional().meta({ description: 'Of the capacity, for invited people', example: 0 }),
  organisationLimit: places(1).nullish().meta({ description: 'Live registrations of one organisation', example: 5 }),
  confirmAddress: z.boolean().optional().meta({
    description: 'A place taken by the form is held for an hour, until a button confirms the address',
    example: false,
  }),
  opensAt: moment.nullish(),
  closesAt: moment.nullish(),
  summary: textInBoth(programmeLimits.summary)
    .nullish()
    .meta({ example: { uk: 'Що вирішили', en: 'What was decided' } }),
}

export const NewForum = z
  .strictObject({
    slug: newSlug,
    series: reference('2019'),
    district: reference('podilskyi').nullable().meta({ description: 'Null: the forum of the whole city' }),
    title,
    ...fields,
  })
  .meta({ id: 'NewForum', description: 'It begins as a draft' })
export type NewForum = z.infer<typeof NewForum>

/** How a change says whether it may be heard of. */
const telling = {
  preview: z.boolean().optional().meta({ description: 'True: says what would become of it, and changes nothing' }),
  tell: z.boolean().optional().meta({ description: 'True: registered people may be told of it; see `tells`' }),
}

export const ForumChange = z
  .strictObject({
    series: reference('2019').optional(),
    district: reference('podilskyi').nullable().optional(),
    title: title.optional(),
    ...fields,
    movedFrom: day.nullish().meta({ description: 'The date before it was moved' }),
    attendance: saidAttendance.nullish().meta({ description: 'How many came, as it is published' }),
    ...telling,
  })
  .meta({ id: 'ForumChange', description: 'What is absent stays; null takes away' })
export type ForumChange = z.infer<typeof ForumChange>

export const ChangedForum = z
  .object({
    forum: ForumRecord,
    tells: z
      .object({ confirmed: z.int(), waitlisted: z.int() })
      .meta({ description: 'How many registered people with an address are, or would be, told' }),
    done: z.boolean().meta({ description: 'False: it was a preview' }),
  })
  .meta({ id: 'ChangedForum', description: 'A forum after a change, or as it would be' })
export type ChangedForum = z.infer<typeof ChangedForum>

const move = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ move: z.literal(name), ...shape, ...telling })

const plan = { startTime: fields.startTime, endTime: fields.endTime, venue: fields.venue }

/** A discriminated union cannot be read where a `move` is unknown: `invalid-value` at `/move`. */
export const ForumMove = z
  .discriminatedUnion('move', [
    move('announce', {}),
    move('withdraw', {}),
    move('schedule', { date: day, ...plan }),
    move('open', { opensAt: moment.optional().meta({ description: 'Now, when absent' }) }),
    move('close', {}),
    move('pause', {}),
    move('resume', {}),
    move('move', { date: day.optional(), ...plan }),
    move('cancel', {}),
    move('reinstate', {}),
    move('hold', {
      attendance: saidAttendance.optional().meta({ description: 'Absent: who was checked in, if anybody was' }),
    }),
  ])
  .meta({
    id: 'ForumMove',
    description:
      '`announce` publishes a draft, `withdraw` makes it one again while nobody is registered; `schedule` gives the first date, ' +
      '`move` another date, hour or venue; `open` and `close` registration; `pause` and `resume`, `cancel` and `reinstate` the forum; ' +
      '`hold` marks it as held.',
    example: { move: 'move', date: '2019-06-20', preview: true },
  })
export type ForumMove = z.infer<typeof ForumMove>
