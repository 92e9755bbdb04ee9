import * as z from 'zod'
import { nextPage, PageQuery } from './page-query.ts'
import { Slug } from './words.ts'

/** What an organiser can have done, as the audit names it. `<thing>.<what was done>`. */
export const auditActions = [
  'organiser.listed',
  'organiser.created',
  'organiser.changed',
  'organiser.revoked',
  'series.created',
  'series.changed',
  'series.removed',
  'district.created',
  'district.changed',
  'district.removed',
  'site.created',
  'site.changed',
  'site.removed',
  'venue.created',
  'venue.changed',
  'venue.removed',
  'forum.created',
  'forum.changed',
  'forum.moved-on',
  'forum.removed',
  'activity.created',
  'activity.changed',
  'activity.removed',
  'registrations.listed',
  'registrations.searched',
  'registrations.exported',
  'registration.read',
  'registration.created',
  'registration.changed',
  'registration.cancelled',
  'registration.promoted',
  'registration.transferred',
  'registration.merged',
  'letter.drafted',
  'letter.removed',
  'letter.sent',
  'sign-in-sheet.printed',
  'door.searched',
  'door.checked-in',
  'door.undone',
  'door.walked-in',
  'webhook.created',
  'webhook.changed',
  'webhook.removed',
  'webhook.replayed',
] as const

export type AuditAction = (typeof auditActions)[number]

const AuditActionName = z.enum(auditActions).meta({ id: 'AuditAction', description: 'What was done, to what' })

export const AuditEntry = z
  .object({
    id: z.int().meta({ example: 4711 }),
    at: z.iso.datetime(),
    organiser: z
      .object({
        id: z.int().meta({ example: 12 }),
        name: z.string().meta({ example: 'Дарницька районна адміністрація' }),
      })
      .nullable()
      .meta({ description: 'Null: a script of whoever runs the worker' }),
    action: AuditActionName,
    forum: z.string().nullable().meta({ description: 'Slug', example: '2019-darnytskyi' }),
    object: z
      .string()
      .nullable()
      .meta({ description: 'Which thing: a slug, a number, the code of a registration', example: '7H3M-2Q9X' }),
    count: z.int().nullable().meta({ description: 'Of how many, where there were many', example: 250 }),
    requestId: z.string().meta({
      description: '`instance` of the answer, without `urn:uuid:`',
      example: '0b3f6f0e-6a3c-4b3e-9d0f-2a4c8e1d5b77',
    }),
  })
  .meta({ id: 'AuditEntry', description: 'A line of the book. There is nothing personal in it' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditList = z
  .object({ entries: z.array(AuditEntry), next: nextPage })
  .meta({ id: 'AuditList', description: 'The newest first' })
export type AuditList = z.infer<typeof AuditList>

const moment = z.iso
  .datetime({ offset: true })
  .transform(text => Date.parse(text))
  .optional()

export const AuditQuery = PageQuery.extend({
  forum: Slug.optional().meta({ description: 'Slug of a forum', example: '2019-darnytskyi' }),
  organiser: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/)
    .transform(Number)
    .optional()
    .meta({ type: 'string', description: 'Number of an organiser', example: '12' }),
  action: AuditActionName.optional().meta({ description: 'What was done', example: 'registrations.exported' }),
  since: moment.meta({
    type: 'string',
    format: 'date-time',
    description: 'From this moment on',
    example: '2019-06-03T00:00:00+03:00',
  }),
  until: moment.meta({
    type: 'string',
    format: 'date-time',
    description: 'Before this moment',
    example: '2019-06-04T00:00:00+03:00',
  }),
})
export type AuditQuery = z.infer<typeof AuditQuery>
