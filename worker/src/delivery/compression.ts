import { brotliCompressSync, constants } from 'node:zlib'

/**
 * Cloudflare would compress an answer anew for everybody, for speed. This one is the same for everybody until a forum
 * changes, so that somebody's effort pays for all who come after: nobody waits for it.
 */
const quality = { now: 5, afterwards: 11 }

/** Texts that were compressed last, by their ETag. */
const most = 50
const kept = new Map<string, Uint8Array>()

/** Runs when the answer is on its way. */
type Afterwards = (work: () => void) => void

/** `text` in Brotli (RFC 7932): quickly for whoever is the first to ask for it, as small as can be for everybody else. */
export const brotli = (etag: string, text: string, afterwards: Afterwards): Uint8Array => {
  const found = kept.get(etag)
  if (found) return found
  const quick = compress(text, quality.now)
  keep(etag, quick)
  afterwards(() => keep(etag, compress(text, quality.afterwards)))
  return quick
}

const compress = (text: string, effort: number) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } })

const keep = (etag: string, bytes: Uint8Array) => {
  kept.set(etag, bytes)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

/** What the client itself accepts: its own header, which Cloudflare's edge replaces, stands in `cf`. */
export const acceptsBrotli = ({ cf, headers }: Request): boolean => {
  const { clientAcceptEncoding = headers.get('Accept-Encoding') } = (cf ?? {}) as { clientAcceptEncoding?: string }
  return /\bbr\b/.test(clientAcceptEncoding ?? '')
}
