import type { Challenge } from '#contract'
import { sha256 } from '@noble/hashes/sha2.js'

const encoder = new TextEncoder()

/** The bytes that a number's hash has to be. */
const wanted = (hex: string): number[] => (hex.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16))

/** The first number in `from..to`, both included, that solves the challenge; undefined when none does. */
export const search = ({ challenge, salt }: Challenge, from: number, to: number): number | undefined => {
  const target = wanted(challenge)
  for (let number = from; number <= to; number++) {
    const hash = sha256(encoder.encode(salt + number))
    if (hash.every((byte, index) => byte === target[index])) return number
  }
  return undefined
}
