import type { OwnRegistration } from '#contract'
import { calendarLinks } from '../calendar/calendar-links.ts'
import { presentRegistered } from '../registration/present-registered.ts'
import { mayChange } from '../schedule/forum-rules.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { Found } from './own-registration-store.ts'

/** What the holder of the private link sees. */
export const presentOwn = (
  found: Found,
  waitlistPlace: number | null,
  origin: string,
  now: number,
): OwnRegistration => {
  const forum = presentForum(found, now)
  const isLive = found.registration.status !== 'cancelled'
  const calendar = isLive && calendarLinks(forum, origin)
  return {
    ...presentRegistered(found.registration),
    forum,
    waitlistPlace,
    mayChange: isLive && mayChange(found.forum, now),
    ...(calendar && { calendar }),
  }
}
