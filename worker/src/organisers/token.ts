import { crc32 } from 'node:zlib'

/**
 * A token as GitHub makes them: a prefix by which people and scanners know it, 43 random base62 characters (256 bits),
 * and 6 that are the CRC-32 of those, by which junk is told without asking a database.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const length = 43

const base62 = (number: bigint): string =>
  number < 62n ? (alphabet[Number(number)] ?? '') : base62(number / 62n) + base62(number % 62n)

const checksum = (random: string): string => base62(BigInt(crc32(random))).padStart(6, '0')

/** The token of 32 random bytes. */
export const tokenOf = (bytes: Uint8Array): string => {
  const random = base62(bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)).padStart(length, '0')
  return `kf_${random}${checksum(random)}`
}

export const newToken = (): string => tokenOf(crypto.getRandomValues(new Uint8Array(32)))

/** Whether it is one of ours, as far as it can be known without looking. */
export const isToken = (text: string): boolean => {
  const [, random, sum] = /^kf_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(text) ?? []
  return random !== undefined && checksum(random) === sum
}

/** What may be shown of a token, so that its holder knows which one it is. */
export const startOf = (token: string): string => token.slice(0, 8)
