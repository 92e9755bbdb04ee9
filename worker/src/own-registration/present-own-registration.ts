import type { OwnRegistration } from '#contract'
import { mayChange } from '../schedule/forum-rules.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { Found } from './own-registration-store.ts'

/** What the holder of the private link sees. */
export const presentOwn = (found: Found, waitlistPlace: number | null, now: number): OwnRegistration => {
  const { registration: own, forum } = found
  return {
    forum: presentForum(found, now),
    status: own.status,
    waitlistPlace,
    code: own.code,
    name: own.name ?? '',
    email: own.email ?? '',
    phone: own.phone,
    organisation:
      own.organisationName === null
        ? null
        : { name: own.organisationName, edrpou: own.organisationEdrpou, role: own.organisationRole },
    proposal: own.proposalText === null ? null : { topic: own.proposalTopic, text: own.proposalText },
    needs: own.needs,
    locale: own.locale,
    mayChange: own.status !== 'cancelled' && mayChange(forum, now),
    createdAt: new Date(own.createdAt).toISOString(),
  }
}
