import { createRoute } from '@hono/zod-openapi'
import { Me } from '#contract'
import { forOrganisers, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { permissionsOf } from './permission-rules.ts'

const getMe = createRoute({
  ...forOrganisers('Organisers'),
  method: 'get',
  path: '/admin/me',
  summary: 'Who one is, and what one may do',
  responses: { 200: jsonAnswer(Me, 'The holder of the token'), ...problemAnswers(401, 403) },
})

export const meRoutes = () =>
  newApi().openapi(getMe, context => {
    const { name, role, districts, forums, expiresAt } = context.var.organiser
    return context.json(
      {
        name,
        role,
        districts: districts && [...districts],
        forums: forums && [...forums],
        permissions: [...permissionsOf(role)],
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
      },
      200,
    )
  })
