/** HMAC-SHA-256 (RFC 2104) with the worker's secret. `purpose` keeps a signature for one thing from being good for another. */
const encoder = new TextEncoder()

const hmacKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

const message = (purpose: string, parts: readonly string[]) => encoder.encode(JSON.stringify([purpose, ...parts]))

export const sign = async (secret: string, purpose: string, ...parts: string[]): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(secret), message(purpose, parts)))

/** In constant time. */
export const isSignature = async (
  signature: Uint8Array,
  secret: string,
  purpose: string,
  ...parts: string[]
): Promise<boolean> => crypto.subtle.verify('HMAC', await hmacKey(secret), signature, message(purpose, parts))

/** SHA-256 (FIPS 180-4) in hexadecimal. */
export const sha256 = async (text: string): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))).toHex()
