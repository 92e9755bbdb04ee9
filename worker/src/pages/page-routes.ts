import { secureHeaders } from 'hono/secure-headers'
import { type Api, newApi } from '../http/api.ts'
import { filesOfOwn, noStringsOfOthers } from './content-policy.ts'
import { docsPage } from './docs-page.ts'
import { homePage } from './home-page.ts'
import { localeOf } from './page-address.ts'
import { problemsPage } from './problems-page.ts'
import { recipesPage } from './recipes/recipes-page.ts'
import { kyivDate } from '../schedule/kyiv-time.ts'
import { registrationPage } from './registration-page.ts'

const own = secureHeaders({
  contentSecurityPolicy: {
    ...filesOfOwn,
    // Swagger UI sets styles on elements; nothing of ours does.
    styleSrc: ["'self'", "'unsafe-inline'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Read by strangers' pages: the widget and its part.
  crossOriginResourcePolicy: 'cross-origin',
})

/** The page that holds a person's data: no style but its sheets, no string that becomes a script. */
const strict = secureHeaders({
  contentSecurityPolicy: {
    ...noStringsOfOthers,
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    trustedTypes: ['lit-html'],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
})

export const pageRoutes = (): Api => {
  const routes = newApi()
  for (const path of ['/', '/docs', '/docs/*']) routes.use(path, own)
  routes.use('/registration', strict)
  routes.get('/registration', context => {
    context.header('Cache-Control', 'no-store')
    return context.html(registrationPage())
  })
  routes.get('/', context => context.html(homePage(new URL(context.req.url).origin)))
  routes.get('/docs', context => context.html(docsPage()))
  routes.get('/docs/recipes', context => {
    const place = { origin: new URL(context.req.url).origin, today: kyivDate(context.var.now) }
    return context.html(recipesPage(localeOf(context), place))
  })
  routes.get('/docs/problems', context => context.html(problemsPage()))
  return routes
}
