import { secureHeaders } from 'hono/secure-headers'
import { noStringsOfOthers } from '../pages/content-policy.ts'

const self = ["'self'"]
const none = ["'none'"]

/** The editors' page and what is printed: in nobody's frame. The editors' page shows the frame page in its own. */
export const ownPageHeaders = secureHeaders({
  contentSecurityPolicy: {
    ...noStringsOfOthers,
    frameSrc: self,
    formAction: self,
    frameAncestors: none,
    trustedTypes: none,
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
})

/** The page that stands in strangers' frames. */
export const frameHeaders = secureHeaders({
  contentSecurityPolicy: {
    ...noStringsOfOthers,
    formAction: none,
    frameAncestors: ['*'],
    trustedTypes: ['kyiv-forums'],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: 'cross-origin',
})

/** A picture that strangers' pages may show. */
export const pictureHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: none, frameAncestors: none },
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'cross-origin',
})
