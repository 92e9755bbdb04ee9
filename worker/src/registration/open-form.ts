import type { RegistrationForm } from '#contract'
import { asksForProof } from '../abuse/admission.ts'
import { newChallenge } from '../abuse/challenge.ts'
import type { Database } from '../database/database.ts'
import { consentText, currentConsentVersion } from '../privacy/consent.ts'
import { presentAvailability } from '../schedule/present-forum.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { newStamp } from './stamp.ts'

export type Opening = { readonly forum: string; readonly source: string; readonly now: number }

/** What somebody needs who opens the form now; undefined when there is no such forum. */
export const openForm = async (
  database: Database,
  secret: string,
  { forum, source, now }: Opening,
): Promise<RegistrationForm | undefined> => {
  const [found, asked] = await Promise.all([readForum(database, forum), asksForProof(database, source, forum, now)])
  const text = consentText(currentConsentVersion)
  if (!found || !text) return undefined
  return {
    forum,
    registration: presentAvailability(found.forum, now),
    consent: { version: currentConsentVersion, text },
    stamp: await newStamp(secret, forum, now),
    ...(asked && { challenge: await newChallenge(secret, forum, now) }),
  }
}
