import { createRoute, z } from '@hono/zod-openapi'
import { ConsentText } from '#contract'
import { jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { problem } from '../problems.ts'
import { consentHash, consentText } from './consent.ts'

const getConsent = createRoute({
  method: 'get',
  path: '/consents/{version}',
  tags: ['Registration'],
  summary: 'What people agreed to, word for word',
  request: { params: z.object({ version: z.string().max(32).meta({ example: '2019-06' }) }) },
  responses: { 200: jsonAnswer(ConsentText, 'The text of that version'), ...problemAnswers(404) },
})

export const consentRoutes = () =>
  newApi().openapi(getConsent, async context => {
    const { version } = context.req.valid('param')
    const text = consentText(version)
    const sha256 = await consentHash(version)
    if (!text || sha256 === undefined) return problem(context, { code: 'not-found' })
    return context.json({ version, text, sha256 }, 200, { 'Cache-Control': 'public, max-age=31536000, immutable' })
  })
