import type { OwnRegistration } from '#contract'
import { presentRegistered } from '../registration/present-registered.ts'
import { mayChange } from '../schedule/forum-rules.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { Found } from './own-registration-store.ts'

/** What the holder of the private link sees. */
export const presentOwn = (found: Found, waitlistPlace: number | null, now: number): OwnRegistration => ({
  ...presentRegistered(found.registration),
  forum: presentForum(found, now),
  waitlistPlace,
  mayChange: found.registration.status !== 'cancelled' && mayChange(found.forum, now),
})
