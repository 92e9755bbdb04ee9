import { isSignature, sign } from '../registration/signing.ts'

const purpose = 'reminders'

/** With which whoever got a reminder switches the others off, and nothing else: `registration.signature`. */
export const reminderToken = async (secret: string, registrationId: number): Promise<string> => {
  const id = registrationId.toString(36)
  return `${id}.${(await sign(secret, purpose, id)).toBase64({ alphabet: 'base64url', omitPadding: true })}`
}

/** Whose reminders a token is about; undefined when it is none of ours. */
export const registrationOf = async (secret: string, token: string): Promise<number | undefined> => {
  const [, id, encoded] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(token) ?? []
  if (id === undefined || encoded === undefined) return undefined
  const signature = Uint8Array.fromBase64(encoded, { alphabet: 'base64url' })
  return (await isSignature(signature, secret, purpose, id)) ? Number.parseInt(id, 36) : undefined
}
