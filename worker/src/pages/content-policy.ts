/** Content-Security-Policy (W3C CSP 3) of the worker's pages: nothing but files of this origin, and no `<base>`. */
export const filesOfOwn = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  baseUri: ["'none'"],
}

/** And no string that becomes markup or a script but by a policy that the page names (W3C Trusted Types). */
export const noStringsOfOthers = { ...filesOfOwn, requireTrustedTypesFor: ["'script'"] }
