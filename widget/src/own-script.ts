/** Tags of this script, of whatever version. */
const tags = 'script[src*="/v1/widget.js"]'

/** The tag that runs now: to be asked for at once. An editor's system may have made a module of it, which has no such tag. */
const current = document.currentScript as HTMLScriptElement | null

/** The tags that may be running. */
export const runningTags = (): readonly HTMLScriptElement[] =>
  current ? [current] : [...document.querySelectorAll<HTMLScriptElement>(tags)]

/** The address of this script: the API is there too, and the form part beside it. */
export const scriptAddress: string = runningTags()[0]?.src ?? location.href
