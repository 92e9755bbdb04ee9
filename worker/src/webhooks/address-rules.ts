/** Names that lead to no public host (RFC 6761, RFC 6762, RFC 7686, RFC 8375), and those that networks use at home. */
const privateNames = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'lan',
  'home',
  'corp',
  'test',
  'example',
  'invalid',
  'onion',
  'alt',
  'arpa',
]

/**
 * The address to which a webhook may send, as it is stored; undefined for one that could be a house of our own. `trusts`
 * names those which a local worker may use besides. A public name can still lead into a private network; from where the
 * worker runs none can be reached.
 */
export const webhookAddress = (typed: string, trusts: (url: URL) => boolean): string | undefined => {
  if (!URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  const isTrusted = /^https?:$/.test(url.protocol) && trusts(url)
  return isTrusted || isPublic(url) ? url.href : undefined
}

/** A URL writes every spelling of an IPv4 address as four numbers; an IPv6 address stands in brackets. */
const isPublic = ({ protocol, port, hostname }: URL): boolean => {
  const labels = hostname.replace(/\.$/, '').split('.')
  const top = labels.at(-1) ?? ''
  return (
    protocol === 'https:' &&
    port === '' &&
    labels.length > 1 &&
    labels.every(label => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label)) &&
    /[a-z]/.test(top) &&
    !privateNames.includes(top)
  )
}
