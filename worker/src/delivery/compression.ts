import { brotliCompressSync, constants } from 'node:zlib'

/**
 * Cloudflare would compress an answer for speed; this one is asked for by every visitor of every site and changes
 * seldom, so that it is worth ten times the effort once: it is what fits it into the first flight of a connection.
 */
const quality = 11

/** Texts that were compressed last, by their ETag. */
const most = 20
const kept = new Map<string, Uint8Array>()

/** `text` in Brotli (RFC 7932), made once for all who are answered the same. */
export const brotli = (etag: string, text: string): Uint8Array => {
  const found = kept.get(etag) ?? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  kept.set(etag, found)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return found
}

/** What the client itself accepts: its own header, which Cloudflare's edge replaces, stands in `cf`. */
export const acceptsBrotli = ({ cf, headers }: Request): boolean => {
  const { clientAcceptEncoding = headers.get('Accept-Encoding') } = (cf ?? {}) as { clientAcceptEncoding?: string }
  return /\bbr\b/.test(clientAcceptEncoding ?? '')
}
