import * as z from 'zod'
import { orNull, Slug, WallTime, Words } from './words.ts'

export const District = z
  .object({ slug: Slug, name: Words })
  .meta({ id: 'District', description: 'One of the ten districts' })
export type District = z.infer<typeof District>

export const Venue = z
  .object({
    name: Words,
    address: orNull(Words),
    shelter: orNull(Words).meta({ description: 'Where the nearest shelter is; null: not known' }),
    access: orNull(Words).meta({ description: 'Step-free access; null: not known' }),
    mapUrl: z.url().nullable(),
  })
  .meta({ id: 'Venue', description: 'Where a forum gathers' })
export type Venue = z.infer<typeof Venue>

export const ForumState = z
  .enum(['announced', 'scheduled', 'moved', 'paused', 'cancelled', 'held'])
  .meta({ id: 'ForumState', description: 'Computed from the facts and the clock' })
export type ForumState = z.infer<typeof ForumState>

export const RegistrationState = z
  .enum(['not-open', 'open', 'waitlist', 'full', 'closed'])
  .meta({ id: 'RegistrationState', description: 'What happens to somebody who registers now' })
export type RegistrationState = z.infer<typeof RegistrationState>

const moment = z.iso.datetime({ offset: true }).meta({ example: '2019-06-05T15:00:00.000Z' })

export const Availability = z
  .object({
    state: RegistrationState,
    opensAt: moment.nullable().meta({ description: 'Null: as soon as the forum has a date and places' }),
    closesAt: moment.nullable().meta({
      description: 'By default the start of the forum, or 18:00 in Kyiv the day before when no hour is published',
    }),
    capacity: z.int().nonnegative().nullable().meta({ description: 'Null: not decided' }),
    seatsLeft: z.int().nonnegative().nullable().meta({ description: '0 while anybody waits' }),
  })
  .meta({ id: 'Availability', description: 'Whether and until when one can register' })
export type Availability = z.infer<typeof Availability>

export const Activity = z
  .object({ slug: Slug, title: Words })
  .meta({ id: 'Activity', description: 'A part of a forum: training, seminar, workshop, fair' })
export type Activity = z.infer<typeof Activity>

export const Outcome = z
  .object({
    attendance: z
      .object({
        count: z.int().nonnegative(),
        precision: z.enum(['exact', 'more-than']),
      })
      .nullable(),
    summary: orNull(Words),
  })
  .meta({ id: 'Outcome', description: 'What a held forum published' })
export type Outcome = z.infer<typeof Outcome>

/** Everything about a forum that has to be counted, dated or declined, said by the server's clock and in Kyiv's time. */
const ForumWords = z
  .object({
    date: z.string().nullable().meta({ description: 'In full', example: 'четвер, 6 червня 2019 р.' }),
    month: z.string().nullable().meta({ example: 'червень' }),
    weekday: z.string().nullable().meta({ example: 'четвер' }),
    registration: z.string().meta({ description: 'How it stands', example: 'Реєстрація до 5 червня, 18:00' }),
    seats: z.string().nullable().meta({ description: 'When few are left', example: 'Залишилося 3 місця' }),
    moved: z.string().nullable().meta({ description: 'When it was moved', example: 'Перенесено з 5 червня' }),
    attendance: z.string().nullable().meta({ description: 'Once it is held', example: 'Понад 70 учасників' }),
    tellMe: z.string().nullable().meta({
      description: 'On the button with which one asks to be told; null: there is nothing to wait for',
      example: 'Повідомити про дату',
    }),
  })
  .meta({ id: 'ForumWords', description: 'A forum, told to people' })
export type ForumWords = z.infer<typeof ForumWords>

export const Forum = z
  .object({
    slug: Slug,
    series: Slug,
    district: orNull(District).meta({ description: 'Null: the whole city' }),
    title: Words,
    date: z.iso.date().nullable().meta({ description: 'Null: to be announced', example: '2019-06-06' }),
    startTime: WallTime.nullable().meta({ description: 'Wall time; null: not published', example: '10:00' }),
    endTime: WallTime.nullable().meta({ example: '16:00' }),
    timeZone: z.literal('Europe/Kyiv'),
    venue: orNull(Venue).meta({ description: 'Null: not published' }),
    state: ForumState,
    movedFrom: z.iso.date().nullable().meta({ description: 'The date before it was moved' }),
    registration: Availability,
    activities: z.array(Activity),
    outcome: orNull(Outcome),
    words: z.object({ uk: ForumWords, en: ForumWords }),
  })
  .meta({ id: 'Forum', description: 'One gathering of a series' })
export type Forum = z.infer<typeof Forum>
