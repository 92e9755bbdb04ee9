/** Tags of this script, of whatever version. */
export const tags = 'script[src*="/v1/widget.js"],script[src*="/r/"][src$="/widget.js"]'

/** The tag that runs now: to be asked for at once. An editor's system may have made a module of it, which has no such tag. */
const current = document.currentScript as HTMLScriptElement | null

/** The tags that may be running. */
export const runningTags = (): readonly HTMLScriptElement[] =>
  current ? [current] : [...document.querySelectorAll<HTMLScriptElement>(tags)]

/** Where this script came from: the API is there too, and its parts. */
export const scriptOrigin: string = new URL(runningTags()[0]?.src ?? location.href).origin
