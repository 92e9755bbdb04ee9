import { sha256, sign } from './signing.ts'

/**
 * The token of a registration's private link: 256 bits that only the worker's secret can make, so that a letter can
 * carry it again while the database knows no more than its hash.
 */
export const privateToken = async (secret: string, code: string): Promise<string> =>
  (await sign(secret, 'private-link', code)).toBase64({ alphabet: 'base64url', omitPadding: true })

export const tokenHash = (token: string): Promise<string> => sha256(token)

/** The token of a request, or undefined for anything that cannot be one: it never reaches the database. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1]
