import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { LetterList, LetterRecord, NewLetter, Sending, Slug } from '#contract'
import { actorOf } from '../audit/actor.ts'
import {
  ForumPath,
  forOrganisers,
  IfMatch,
  jsonAnswer,
  problemAnswers,
  requiredBody,
  versionedAnswer,
} from '../http/answers.ts'
import { type Env, newApi } from '../http/api.ts'
import { jsonBody, largeJsonBody } from '../http/json-body.ts'
import { etagOf, seenVersion } from '../http/precondition.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { presentLetter } from './present-letter.ts'
import {
  type Counted,
  discardLetter,
  draftLetter,
  seeLetter,
  seeLetters,
  selectionOf,
  sendDraft,
  type WritingDesk,
} from './write-letters.ts'

const LetterPath = z.object({
  forum: Slug,
  letter: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/)
    .transform(Number)
    .meta({ type: 'integer', example: 7 }),
})

const many = { ...forOrganisers('Letters'), path: '/admin/forums/{forum}/letters' } as const
const one = { ...forOrganisers('Letters'), path: '/admin/forums/{forum}/letters/{letter}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'Letters to a forum’s people, drafts too',
  request: { params: ForumPath },
  responses: { 200: jsonAnswer(LetterList, 'The letters'), ...problemAnswers(401, 403, 404) },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Drafts a letter; says to how many it would go, and sends nothing',
  request: { params: ForumPath, body: requiredBody(NewLetter) },
  responses: {
    201: {
      ...versionedAnswer(LetterRecord, 'The draft'),
      headers: z.object({
        ETag: z.string().meta({ description: 'For `If-Match` of the sending', example: '"1"' }),
        Location: z.string().meta({
          description: 'Its address',
          example: '/api/v1/admin/forums/2019-sviatoshynskyi/letters/7',
        }),
      }),
    },
    ...problemAnswers(400, 401, 403, 404, 413, 415, 422),
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One letter, with how many get it now',
  request: { params: LetterPath },
  responses: { 200: versionedAnswer(LetterRecord, 'The letter'), ...problemAnswers(401, 403, 404) },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Throws a draft away; what was sent stays',
  request: { params: LetterPath, headers: IfMatch },
  responses: { 204: { description: 'It is gone' }, ...problemAnswers(400, 401, 403, 404, 409, 412, 428) },
})

const sending = createRoute({
  ...forOrganisers('Letters'),
  method: 'post',
  path: '/admin/forums/{forum}/letters/{letter}/sending',
  summary: 'Sends it, once, to as many people as are named',
  description: 'When more or fewer people are meant by now, nothing is sent, and `tells` says how many.',
  request: { params: LetterPath, headers: IfMatch, body: requiredBody(Sending) },
  responses: {
    200: versionedAnswer(LetterRecord, 'It is on its way'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
})

const deskOf = async (context: Context<Env>, slug: string): Promise<WritingDesk | undefined> => {
  const { database, organiser } = context.var
  const found = await readOwnForum(database, organiser, slug)
  return found && { database, actor: actorOf(context), forum: found.forum }
}

const present = ({ row, recipients }: Counted, slug: string) => presentLetter(row, slug, selectionOf(row), recipients)

const versioned = ({ row }: Counted) => ({ ETag: etagOf(row.version) })

export const letterRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const { forum } = context.req.valid('param')
      const desk = await deskOf(context, forum)
      if (!desk) return problem(context, { code: 'not-found' })
      return context.json({ letters: (await seeLetters(desk)).map(letter => present(letter, forum)) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const { forum } = context.req.valid('param')
      const desk = await deskOf(context, forum)
      if (!desk) return problem(context, { code: 'not-found' })
      const letter = await draftLetter(desk, context.req.valid('json'))
      if ('refusal' in letter) return problem(context, letter.refusal)
      const Location = `/api/v1/admin/forums/${forum}/letters/${letter.row.id}`
      return context.json(present(letter, forum), 201, { ...versioned(letter), Location })
    })
    .openapi(get, async context => {
      const { forum, letter: id } = context.req.valid('param')
      const desk = await deskOf(context, forum)
      if (!desk) return problem(context, { code: 'not-found' })
      const letter = await seeLetter(desk, id)
      if ('refusal' in letter) return problem(context, letter.refusal)
      return context.json(present(letter, forum), 200, versioned(letter))
    })
    .openapi(remove, async context => {
      const { forum, letter: id } = context.req.valid('param')
      const desk = await deskOf(context, forum)
      if (!desk) return problem(context, { code: 'not-found' })
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const refused = await discardLetter(desk, id, seen)
      return refused ? problem(context, refused.refusal) : context.body(null, 204)
    })
    .openapi({ ...sending, middleware: jsonBody } as const, async context => {
      const { forum, letter: id } = context.req.valid('param')
      const desk = await deskOf(context, forum)
      if (!desk) return problem(context, { code: 'not-found' })
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const letter = await sendDraft(desk, id, seen, context.req.valid('json').recipients)
      if ('refusal' in letter) return problem(context, letter.refusal)
      return context.json(present(letter, forum), 200, versioned(letter))
    })
