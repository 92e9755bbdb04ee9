import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ChangedForum, ForumChange, ForumList, ForumListQuery, ForumMove, ForumRecord, NewForum } from '#contract'
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
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { type Changed, changeForum, moveForum } from './change-forum.ts'
import { makeForum, pageOfForums, removeForum } from './forums.ts'
import { presentForumRecord } from './present-forum-record.ts'
import { madeAnswer, placed, refusals, removedAnswer, versioned } from './programme-answers.ts'

const many = { ...forOrganisers('Forums'), path: '/admin/forums' } as const
const one = { ...forOrganisers('Forums'), path: '/admin/forums/{forum}' } as const

const getForums = createRoute({
  ...many,
  method: 'get',
  summary: 'One’s forums, drafts too, with how many come',
  request: { query: ForumListQuery },
  responses: { 200: jsonAnswer(ForumList, 'A page of them'), ...problemAnswers(400, 401, 403) },
})

const postForum = createRoute({
  ...many,
  method: 'post',
  summary: 'Makes a draft of a forum',
  request: { body: requiredBody(NewForum) },
  responses: {
    201: madeAnswer(ForumRecord, 'The draft', '/api/v1/admin/forums/2019-podilskyi'),
    ...refusals.making,
  },
})

const getForum = createRoute({
  ...one,
  method: 'get',
  summary: 'One forum, with all that can be changed of it',
  request: { params: ForumPath },
  responses: { 200: versionedAnswer(ForumRecord, 'The forum'), ...refusals.reading },
})

const patchForum = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes a forum; free places go to whoever waits',
  description:
    'Another date, hour or venue of a published forum is told to whoever is registered: 409 `people-will-be-told` says how ' +
    'many, until the body says `tell`. A lowered capacity throws nobody out: see `overbooked`.',
  request: { params: ForumPath, headers: IfMatch, body: requiredBody(ForumChange) },
  responses: { 200: versionedAnswer(ChangedForum, 'As it is now, or would be'), ...refusals.changing },
})

const deleteForum = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes a forum at which nobody ever registered, with its activities',
  request: { params: ForumPath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

const postMove = createRoute({
  ...one,
  method: 'post',
  path: '/admin/forums/{forum}/moves',
  summary: 'A move of a forum’s life: announced, opened, moved, cancelled, held …',
  description:
    'What its state does not allow is 409 `wrong-state`. What matters to registered people says whom it will tell before it ' +
    'does: `preview` changes nothing, and without `tell` the answer is 409 `people-will-be-told`.',
  request: { params: ForumPath, headers: IfMatch, body: requiredBody(ForumMove) },
  responses: { 200: versionedAnswer(ChangedForum, 'As it is now, or would be'), ...refusals.changing },
})

export const forumRoutes = () =>
  newApi()
    .openapi(getForums, async context => {
      const { database, organiser, now } = context.var
      const { forums, next } = await pageOfForums(database, organiser, context.req.valid('query'), now)
      return context.json({ forums: forums.map(forum => presentForumRecord(forum, now)), next }, 200)
    })
    .openapi({ ...postForum, middleware: largeJsonBody } as const, async context => {
      const { database, organiser, now } = context.var
      const forum = await makeForum(database, organiser, actorOf(context), context.req.valid('json'))
      if ('refusal' in forum) return problem(context, forum.refusal)
      return context.json(presentForumRecord(forum, now), 201, placed(forum.version, `/forums/${forum.slug}`))
    })
    .openapi(getForum, async context => {
      const { database, organiser, now } = context.var
      const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
      if (!found) return problem(context, { code: 'not-found' })
      return context.json(presentForumRecord(found.forum, now), 200, versioned(found.forum.version))
    })
    .openapi({ ...patchForum, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const asked = askedBy(context, context.req.valid('param').forum, seen)
      const changed = await changeForum(asked, context.req.valid('json'))
      if ('refusal' in changed) return problem(context, changed.refusal)
      return context.json(presentChanged(context, changed), 200, versioned(changed.forum.version))
    })
    .openapi(deleteForum, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { database, organiser } = context.var
      const { forum } = context.req.valid('param')
      const refused = await removeForum(database, organiser, actorOf(context), forum, seen)
      if (refused) return problem(context, refused.refusal)
      forgetSchedules(context.env.DB)
      return context.body(null, 204)
    })
    .openapi({ ...postMove, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const asked = askedBy(context, context.req.valid('param').forum, seen)
      const changed = await moveForum(asked, context.req.valid('json'))
      if ('refusal' in changed) return problem(context, changed.refusal)
      return context.json(presentChanged(context, changed), 200, versioned(changed.forum.version))
    })

const askedBy = (context: Context<Env>, slug: string, seen: number) => {
  const { database, organiser } = context.var
  return { database, organiser, actor: actorOf(context), slug, seen }
}

/** What was done is seen on the public schedule at once. */
const presentChanged = (context: Context<Env>, { forum, tells, done }: Changed): ChangedForum => {
  if (done) forgetSchedules(context.env.DB)
  return { forum: presentForumRecord(forum, context.var.now), tells, done }
}
