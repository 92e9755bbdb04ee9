import { isSignature, sign } from './signing.ts'

/** For what the number is good, and nothing else. */
type Purpose = 'reminders' | 'subscription'

/** A row's number for a link in a letter, which nobody else can make: `number.signature`. */
export const signedNumber = async (secret: string, purpose: Purpose, number: number): Promise<string> => {
  const id = number.toString(36)
  return `${id}.${(await sign(secret, purpose, id)).toBase64({ alphabet: 'base64url', omitPadding: true })}`
}

/** The number that was signed for this purpose; undefined when it is none of ours. */
export const numberOf = async (secret: string, purpose: Purpose, signed: string): Promise<number | undefined> => {
  const [, id, encoded] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(signed) ?? []
  if (id === undefined || encoded === undefined) return undefined
  const signature = Uint8Array.fromBase64(encoded, { alphabet: 'base64url' })
  return (await isSignature(signature, secret, purpose, id)) ? Number.parseInt(id, 36) : undefined
}
