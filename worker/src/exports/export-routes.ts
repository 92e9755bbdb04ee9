import { createRoute, z } from '@hono/zod-openapi'
import { ExportFormat, ExportQuery, RegistrationRecord, Slug } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { ForumPath, forOrganisers, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { logFault } from '../http/fault.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { byteStream } from './byte-stream.ts'
import { exportList } from './export-list.ts'
import { savedAs } from './file-name.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const satisfies Record<ExportFormat, string>

const getExport = createRoute({
  ...forOrganisers('Lists'),
  method: 'get',
  path: '/admin/forums/{forum}/exports/{format}',
  summary: 'A list to take out of the house',
  description:
    'All people of a selection in one file: CSV for spreadsheets (RFC 4180, UTF-8 with a byte order mark, formulas defused with an apostrophe), an Excel workbook, or JSON. Streamed; each export is one line of the audit.',
  request: { params: ForumPath.extend({ format: ExportFormat }), query: ExportQuery },
  responses: {
    200: {
      description: 'The list',
      headers: z.object({
        'Content-Disposition': z.string().meta({
          description: 'What the file is to be called (RFC 6266)',
          example: 'attachment; filename="2019-dniprovskyi-registrations.csv"',
        }),
      }),
      content: {
        'text/csv': { schema: z.string().meta({ example: '\uFEFF"Код";"Стан"\r\n"7H3M-2Q9X";"підтверджено"\r\n' }) },
        [mediaTypes.xlsx]: { schema: z.string().meta({ format: 'binary' }) },
        'application/json': {
          schema: z.object({ forum: Slug, registrations: z.array(RegistrationRecord) }),
        },
      },
    },
    ...problemAnswers(400, 401, 403, 404),
  },
})

export const exportRoutes = () =>
  newApi().openapi(getExport, async context => {
    const { forum: slug, format } = context.req.valid('param')
    const query = context.req.valid('query')
    const { database, organiser } = context.var
    const found = await readOwnForum(database, organiser, slug)
    if (!found) return problem(context, { code: 'not-found' })
    const answer = await exportList(database, actorOf(context), found.forum, format, query)
    if ('refusal' in answer) return problem(context, answer.refusal)
    return context.body(
      byteStream(answer.parts, fault => logFault(fault, context)),
      200,
      { 'Content-Type': mediaTypes[format], 'Content-Disposition': savedAs(slug, format, query.lang) },
    )
  })
