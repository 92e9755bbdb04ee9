import { createRoute } from '@hono/zod-openapi'
import { Figures, FiguresQuery } from '#contract'
import { forOrganisers, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { problem } from '../problems.ts'
import { figures } from './figures.ts'

const getFigures = createRoute({
  ...forOrganisers('Figures'),
  method: 'get',
  path: '/admin/figures',
  summary: 'How many are registered, wait, cancelled and came',
  description:
    'Of the forums in one’s scope. By `forum`, `district` and `series` from counters; by `day` (of registration, in Kyiv), ' +
    '`site`, `organisation` and `activity` every registration of the `series` or `forum` is read, one of which must be ' +
    'given. An analyst sees no figure from 1 to 4, nor one from which such a figure could be found by subtraction, nor an ' +
    'organisation of fewer than five people, and may narrow by `series` alone: 403 otherwise.',
  request: { query: FiguresQuery },
  responses: { 200: jsonAnswer(Figures, 'The figures'), ...problemAnswers(400, 401, 403, 404) },
})

export const figuresRoutes = () =>
  newApi().openapi(getFigures, async context => {
    const { database, organiser } = context.var
    const answer = await figures(database, organiser, context.req.valid('query'))
    return 'refusal' in answer ? problem(context, answer.refusal) : context.json(answer, 200)
  })
