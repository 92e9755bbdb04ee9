import { sign } from '../registration/signing.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Where a request comes from, as a hash that cannot be led back to an address and is another one every day. Cloudflare's
 * edge sets the header and nobody can forge it there; without it all requests are one source.
 */
export const sourceOf = async (secret: string, connectingIp: string | undefined, now: number): Promise<string> =>
  (await sign(secret, 'source', connectingIp ?? '', String(Math.floor(now / day)))).toHex().slice(0, 32)
