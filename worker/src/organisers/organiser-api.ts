import { auditRoutes } from '../audit/audit-routes.ts'
import { newApi } from '../http/api.ts'
import { registrationDeskRoutes } from '../registration-desk/registration-desk-routes.ts'
import { webhookRoutes } from '../webhooks/webhook-routes.ts'
import { meRoutes } from './me-routes.ts'
import { organiserRoutes } from './organiser-routes.ts'
import { organisersOnly } from './organisers-only.ts'

/** Everything under `/admin`. Its type is what a typed client is made of: see `organiser-client.ts`. */
export const organiserApi = () => {
  const api = newApi()
  api.openAPIRegistry.registerComponent('securitySchemes', 'organiser', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that begins with `kf_`',
  })
  api.use('/admin/*', organisersOnly)
  return api
    .route('/', meRoutes())
    .route('/', organiserRoutes())
    .route('/', registrationDeskRoutes())
    .route('/', webhookRoutes())
    .route('/', auditRoutes())
}

export type OrganiserApi = ReturnType<typeof organiserApi>
