import type { RegistrationForm } from '#contract'
import { asksForProof } from '../abuse/admission.ts'
import { newChallenge } from '../abuse/challenge.ts'
import type { Database } from '../database/database.ts'
import { consentText, currentConsentVersion } from '../privacy/consent.ts'
import { presentAvailability } from '../schedule/present-forum.ts'
import { type ForumRow, readForum } from '../schedule/schedule-store.ts'
import { addressOnly } from '../subscription/next.ts'
import { awaitedOf } from '../subscription/subscription-rules.ts'
import { newStamp } from './stamp.ts'

export type Opening = { readonly forum: string; readonly source: string; readonly now: number }

/** The forum, and what somebody needs who opens its form. */
export type Opened = { readonly row: ForumRow; readonly form: RegistrationForm }

/** What there is for whoever opens the form now; undefined when there is no such forum. */
export const openForm = async (
  database: Database,
  secret: string,
  { forum, source, now }: Opening,
): Promise<Opened | undefined> => {
  const [found, asked] = await Promise.all([readForum(database, forum), asksForProof(database, source, forum, now)])
  const text = consentText(currentConsentVersion)
  if (!found || !text) return undefined
  const form = {
    forum,
    registration: presentAvailability(found.forum, now),
    consent: { version: currentConsentVersion, text },
    stamp: await newStamp(secret, forum, now),
    ...(awaitedOf(found.forum, now) && { notice: addressOnly }),
    ...(asked && { challenge: await newChallenge(secret, forum, now) }),
  }
  return { row: found, form }
}
