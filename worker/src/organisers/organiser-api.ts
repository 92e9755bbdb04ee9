import { exportRoutes } from '../exports/export-routes.ts'
import { doorRoutes } from '../door/door-routes.ts'
import { figuresRoutes } from '../figures/figures-routes.ts'
import { auditRoutes } from '../audit/audit-routes.ts'
import { newApi } from '../http/api.ts'
import { programmeRoutes } from '../programme/programme-routes.ts'
import { letterRoutes } from '../registration-desk/letter-routes.ts'
import { recordRoutes } from '../registration-desk/record-routes.ts'
import { registrationDeskRoutes } from '../registration-desk/registration-desk-routes.ts'
import { signInSheetRoutes } from '../sign-in-sheet/sign-in-sheet-routes.ts'
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
    .route('/', programmeRoutes())
    .route('/', registrationDeskRoutes())
    .route('/', recordRoutes())
    .route('/', letterRoutes())
    .route('/', exportRoutes())
    .route('/', signInSheetRoutes())
    .route('/', doorRoutes())
    .route('/', figuresRoutes())
    .route('/', webhookRoutes())
    .route('/', auditRoutes())
}

export type OrganiserApi = ReturnType<typeof organiserApi>
