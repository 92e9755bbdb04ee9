import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ActivityChange, ActivityList, ActivityRecord, NewActivity } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { ForumPath, forOrganisers, IfMatch, jsonAnswer, requiredBody, versionedAnswer } from '../http/answers.ts'
import { type Env, newApi } from '../http/api.ts'
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { byPosition } from '../schedule/present-forum.ts'
import { readActivities } from '../schedule/schedule-store.ts'
import { changeActivity, makeActivity, removeActivity } from './activities.ts'
import { readActivity } from './activities-store.ts'
import { presentActivityRecord } from './present-programme.ts'
import { ActivityPath, madeAnswer, placed, refusals, removedAnswer, versioned } from './programme-answers.ts'

const many = { ...forOrganisers('Programme'), path: '/admin/forums/{forum}/activities' } as const
const one = { ...forOrganisers('Programme'), path: '/admin/forums/{forum}/activities/{activity}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'The programme of a forum, in its order',
  request: { params: ForumPath },
  responses: { 200: jsonAnswer(ActivityList, 'The activities'), ...refusals.reading },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Adds an activity to a forum',
  request: { params: ForumPath, body: requiredBody(NewActivity) },
  responses: {
    201: madeAnswer(ActivityRecord, 'The activity', '/api/v1/admin/forums/2019-podilskyi/activities/seminar'),
    ...refusals.making,
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One activity',
  request: { params: ActivityPath },
  responses: { 200: versionedAnswer(ActivityRecord, 'The activity'), ...refusals.reading },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes an activity',
  request: { params: ActivityPath, headers: IfMatch, body: requiredBody(ActivityChange) },
  responses: { 200: versionedAnswer(ActivityRecord, 'As it is now'), ...refusals.changing },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes an activity that nobody has chosen',
  request: { params: ActivityPath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

export const activityRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const forum = await ownForum(context, context.req.valid('param').forum)
      if (!forum) return problem(context, { code: 'not-found' })
      const rows = await readActivities(context.var.database, forum.slug)
      return context.json({ activities: rows.toSorted(byPosition).map(presentActivityRecord) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const forum = await ownForum(context, context.req.valid('param').forum)
      if (!forum) return problem(context, { code: 'not-found' })
      const row = await makeActivity(context.var.database, actorOf(context), forum, context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      const path = `/forums/${forum.slug}/activities/${row.slug}`
      return context.json(presentActivityRecord(row), 201, placed(row.version, path))
    })
    .openapi(get, async context => {
      const { forum: slug, activity } = context.req.valid('param')
      const forum = await ownForum(context, slug)
      const row = forum && (await readActivity(context.var.database, forum, activity))
      if (!row) return problem(context, { code: 'not-found' })
      return context.json(presentActivityRecord(row), 200, versioned(row.version))
    })
    .openapi({ ...patch, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { forum: slug, activity } = context.req.valid('param')
      const forum = await ownForum(context, slug)
      if (!forum) return problem(context, { code: 'not-found' })
      const change = context.req.valid('json')
      const row = await changeActivity(context.var.database, actorOf(context), forum, activity, seen, change)
      if ('refusal' in row) return problem(context, row.refusal)
      return context.json(presentActivityRecord(row), 200, versioned(row.version))
    })
    .openapi(remove, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { forum: slug, activity } = context.req.valid('param')
      const forum = await ownForum(context, slug)
      if (!forum) return problem(context, { code: 'not-found' })
      const refused = await removeActivity(context.var.database, actorOf(context), forum, activity, seen)
      if (refused) return problem(context, refused.refusal)
      return context.body(null, 204)
    })

const ownForum = async (context: Context<Env>, slug: string) =>
  (await readOwnForum(context.var.database, context.var.organiser, slug))?.forum
