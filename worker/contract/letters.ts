import * as z from 'zod'
import { limits } from './limits.ts'
import { lineInBoth, textInBoth } from './programme-fields.ts'
import { RegistrationStatus } from './registered.ts'
import { Slug, Words } from './words.ts'

const moment = z.iso.datetime().meta({ example: '2019-06-03T09:00:00.000Z' })

/** To whom of a forum's people a letter goes. Without a status it goes to whoever has a place or waits for one. */
export const LetterSelection = z
  .strictObject({
    status: RegistrationStatus.optional().meta({ description: 'Absent: whoever has a place or waits for one' }),
    activity: Slug.optional().meta({ description: 'Who chose this part of the programme', example: 'street-workshop' }),
    came: z.boolean().optional().meta({ description: 'Whether they were checked in' }),
    invited: z.boolean().optional().meta({ description: 'Whether they hold a reserved place' }),
    organisation: z
      .string()
      .min(1)
      .max(limits.organisation)
      .optional()
      .meta({ description: 'Its number in the register, or its name', example: 'ГО «Приклад»' }),
  })
  .meta({ id: 'LetterSelection', description: 'What is absent does not matter' })
export type LetterSelection = z.infer<typeof LetterSelection>

export const NewLetter = z
  .strictObject({
    subject: lineInBoth(limits.subject).meta({
      example: { uk: 'Зустрічаємося на годину пізніше', en: 'We meet an hour later' },
    }),
    text: textInBoth(limits.letter).meta({
      example: { uk: 'Двері відчиняємо об 11:00.', en: 'Doors open at 11:00.' },
    }),
    selection: LetterSelection.prefault({}),
  })
  .meta({
    id: 'NewLetter',
    description: 'What an organiser writes to some of a forum’s people; each reads it in their language',
  })
export type NewLetter = z.output<typeof NewLetter>

const shown = z.object({
  subject: z.string().meta({ example: 'Зустрічаємося на годину пізніше' }),
  text: z.string().meta({ example: 'Двері відчиняємо об 11:00.' }),
})

export const LetterRecord = z
  .object({
    id: z.int().positive().meta({ example: 7 }),
    forum: Slug,
    subject: Words,
    text: Words,
    selection: LetterSelection,
    recipients: z.int().meta({
      description: 'How many get it now: those with an address. Once it is sent: how many got it',
      example: 120,
    }),
    preview: z.object({ uk: shown, en: shown }).meta({ description: 'What people are to read, in each language' }),
    createdAt: moment,
    sentAt: moment.nullable().meta({ description: 'Null: a draft' }),
  })
  .meta({ id: 'LetterRecord', description: 'A letter to many: a draft until it is sent' })
export type LetterRecord = z.infer<typeof LetterRecord>

export const LetterList = z
  .object({ letters: z.array(LetterRecord).meta({ description: 'The newest first, a hundred at most' }) })
  .meta({ id: 'LetterList' })
export type LetterList = z.infer<typeof LetterList>

/** The second step: to how many it is sent, so that nobody writes to more people than they think. */
export const Sending = z
  .strictObject({ recipients: z.int().min(0).meta({ description: 'As the draft says now, else 409', example: 120 }) })
  .meta({ id: 'Sending' })
export type Sending = z.infer<typeof Sending>
