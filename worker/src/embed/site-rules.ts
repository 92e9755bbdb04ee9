/** The host name in what an editor typed: an address, or the bare name. Null when there is none in it. */
export const hostnameOf = (typed: string): string | null => {
  const text = typed.trim()
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (/\s/.test(text) || !URL.canParse(address)) return null
  const { hostname } = new URL(address)
  return hostname.length <= 253 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(hostname) ? hostname : null
}
