import { createRoute, z } from '@hono/zod-openapi'
import { SheetQuery } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { byteStream } from '../exports/byte-stream.ts'
import { ForumPath, forOrganisers, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { logFault } from '../http/fault.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { sheetPolicy } from './sheet-policy.ts'
import { printSheet } from './sign-in-sheet.ts'

const getSheet = createRoute({
  ...forOrganisers('Lists'),
  method: 'get',
  path: '/admin/forums/{forum}/sign-in-sheet',
  summary: 'A list to be signed at the door',
  description:
    'A page ready to be printed on A4 paper: names by the Ukrainian alphabet, with a box for the signature. Each is one line of the audit.',
  request: { params: ForumPath, query: SheetQuery },
  responses: {
    200: {
      description: 'The page',
      content: { 'text/html': { schema: z.string().meta({ example: '<!doctype html><html lang="uk">…</html>' }) } },
    },
    ...problemAnswers(400, 401, 403, 404),
  },
})

export const signInSheetRoutes = () =>
  newApi().openapi(getSheet, async context => {
    const { database, organiser } = context.var
    const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
    if (!found) return problem(context, { code: 'not-found' })
    const answer = await printSheet(database, actorOf(context), found, context.req.valid('query'))
    if ('refusal' in answer) return problem(context, answer.refusal)
    return context.body(
      byteStream(answer.parts, fault => logFault(fault, context)),
      200,
      {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': await sheetPolicy(),
        'Referrer-Policy': 'no-referrer',
      },
    )
  })
