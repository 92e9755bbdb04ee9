import { accessibilityRoutes } from './accessibility/accessibility-routes.ts'
import { checkBindings } from './bindings.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { openDatabase } from './database/database.ts'
import { embedRoutes } from './embed/embed-routes.ts'
import { type Api, newApi } from './http/api.ts'
import { fault } from './http/fault.ts'
import { lettersAfterAnswer } from './http/letters-after-answer.ts'
import { notFound } from './http/not-found.ts'
import { openToEveryPage, ownOriginOnly, varyingByOrigin } from './http/origins.ts'
import { asksWhetherRegistered, registeredSitesOnly, type Trust } from './http/registered-sites.ts'
import { deliveryRoutes } from './delivery/delivery-routes.ts'
import { reminderRoutes } from './email/reminder-routes.ts'
import { healthRoutes } from './health/health-routes.ts'
import { organiserApi } from './organisers/organiser-api.ts'
import { forumPageRoutes } from './pages/forum-page-routes.ts'
import { openApiDocument } from './pages/openapi-document.ts'
import { pageRoutes } from './pages/page-routes.ts'
import { schedulePageRoutes } from './pages/schedule-page-routes.ts'
import { ownRegistrationRoutes } from './own-registration/own-registration-routes.ts'
import { consentRoutes } from './privacy/consent-routes.ts'
import { registrationRoutes } from './registration/registration-routes.ts'
import { scheduleRoutes } from './schedule/schedule-routes.ts'
import { subscriptionPageRoutes } from './subscription/subscription-page-routes.ts'
import { subscriptionRoutes } from './subscription/subscription-routes.ts'

const apiPath = '/api/v1'

/**
 * The whole worker. `clock` gives milliseconds since 1970 and is asked once a request; `trusts` tells which pages may
 * register people besides those of registered sites, and which addresses may be told of changes besides public ones.
 */
export const createApp = (clock: () => number, trusts: Trust = () => false): Api => {
  const app = newApi()
  app.use(async (context, next) => {
    checkBindings(context.env)
    context.set('database', openDatabase(context.env.DB))
    context.set('now', clock())
    context.set('trusts', trusts)
    context.set('requestId', crypto.randomUUID())
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
  })
  app.use(lettersAfterAnswer)
  for (const path of ['form', 'registrations', 'subscriptions'])
    app.use(`${apiPath}/forums/:forum/${path}`, varyingByOrigin, asksWhetherRegistered(trusts))
  for (const path of ['registrations', 'subscriptions'])
    app.use(`${apiPath}/forums/:forum/${path}`, registeredSitesOnly)
  for (const path of ['schedule', 'schedule.ics']) app.use(`${apiPath}/${path}`, openToEveryPage)
  app.use(`${apiPath}/forums/*`, openToEveryPage)
  for (const path of ['/registration', '/registration/*', '/admin/*']) app.use(apiPath + path, ownOriginOnly)
  app.route(apiPath, calendarRoutes())
  app.route(apiPath, scheduleRoutes())
  app.route(apiPath, registrationRoutes())
  app.route(apiPath, subscriptionRoutes())
  app.route(apiPath, ownRegistrationRoutes())
  app.route(apiPath, consentRoutes())
  app.route(apiPath, organiserApi())
  app.route(apiPath, healthRoutes())
  app.get(`${apiPath}/openapi.json`, context => context.json(openApiDocument(app, apiPath)))
  app.route('/', deliveryRoutes())
  app.route('/', pageRoutes())
  app.route('/', schedulePageRoutes())
  app.route('/', forumPageRoutes())
  app.route('/', reminderRoutes())
  app.route('/', subscriptionPageRoutes())
  app.route('/', embedRoutes())
  app.route('/', accessibilityRoutes())
  app.notFound(notFound(app))
  app.onError(fault)
  return app
}
