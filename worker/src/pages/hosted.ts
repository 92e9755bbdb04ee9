import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from '../http/api.ts'
import { isOwnOrigin } from '../http/origins.ts'
import { noStringsOfOthers } from './content-policy.ts'
import { requestedLocale } from './page-address.ts'
import { refusalPage } from './refusal-page.ts'

/** No script and no style but this origin's, no string that becomes a script but by the widget's own policy. */
export const hostedHeaders = secureHeaders({
  contentSecurityPolicy: {
    ...noStringsOfOthers,
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    trustedTypes: ['kyiv-forums'],
  },
  // Not `no-referrer`: with it a browser says `Origin: null` of a form's own page (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
})

export const knownLanguage = createMiddleware<Env>(async (context, next) =>
  requestedLocale(context) ? next() : refusalPage(context, 'invalid-query'),
)

/** A form of this worker's own page. */
export const ownFormOnly = createMiddleware<Env>(async (context, next) =>
  isOwnOrigin(context) ? next() : refusalPage(context, 'foreign-origin'),
)
