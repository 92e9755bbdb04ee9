import { isSignature, sign } from './signing.ts'

const purpose = 'stamp'

/** A signed word that this form was opened at this moment (milliseconds since 1970): `moment.signature`. */
export const newStamp = async (secret: string, forum: string, now: number): Promise<string> => {
  const moment = now.toString(36)
  const signature = await sign(secret, purpose, forum, moment)
  return `${moment}.${signature.toBase64({ alphabet: 'base64url', omitPadding: true })}`
}

/** When the form was opened; null when the stamp is not ours, or another forum's. */
export const openedAt = async (stamp: string, secret: string, forum: string): Promise<number | null> => {
  const [, moment, encoded] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(stamp) ?? []
  if (moment === undefined || encoded === undefined) return null
  const signature = Uint8Array.fromBase64(encoded, { alphabet: 'base64url' })
  return (await isSignature(signature, secret, purpose, forum, moment)) ? Number.parseInt(moment, 36) : null
}
