import { createChallenge, verifySolution } from 'altcha-lib/v1'
import type { Challenge } from '#contract'

/**
 * Proofs of work by ALTCHA's first protocol: a salted hash whose number has to be found. Signed, bound to a forum and
 * to a time, and accepted once: the caller stores the signature with what it bought.
 */
const lifetime = 20 * 60 * 1000

/** About a second of one phone's time. */
const maxNumber = 50_000

export const newChallenge = async (secret: string, forum: string, now: number): Promise<Challenge> => {
  const { challenge, salt, signature } = await createChallenge({
    hmacKey: secret,
    algorithm: 'SHA-256',
    maxnumber: maxNumber,
    expires: new Date(now + lifetime),
    params: { forum },
  })
  return { algorithm: 'SHA-256', challenge, salt, signature, maxNumber }
}

/** The signature of the challenge that was solved; null when it was not, is over, or was another forum's. */
export const solvedChallenge = async (
  secret: string,
  forum: string,
  solution: string,
  now: number,
): Promise<string | null> => {
  const payload = read(solution)
  if (!payload || !(await verifySolution(payload, secret, false))) return null
  const params = new URLSearchParams(payload.salt.split('?')[1])
  const isOurs = params.get('forum') === forum && Number(params.get('expires')) * 1000 >= now
  return isOurs ? payload.signature : null
}

type Payload = { algorithm: 'SHA-256'; challenge: string; number: number; salt: string; signature: string }

const read = (solution: string): Payload | undefined => {
  try {
    const { algorithm, challenge, number, salt, signature } = JSON.parse(atob(solution)) as Record<string, unknown>
    return algorithm === 'SHA-256' &&
      typeof challenge === 'string' &&
      typeof salt === 'string' &&
      typeof signature === 'string' &&
      Number.isSafeInteger(number)
      ? { algorithm, challenge, number: Number(number), salt, signature }
      : undefined
  } catch {
    return undefined
  }
}
