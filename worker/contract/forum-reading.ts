import type { Forum } from './forum.ts'
import type { Locale } from './words.ts'

/** What everybody reads out of a forum who shows it: the widget, the pages and what is printed. */

/** Whose forum it is, in a person's words: the district's, else its own title. */
export const forumName = ({ district, title }: Forum, locale: Locale): string => (district?.name ?? title)[locale]

/** «10:00–16:00», the first of them alone, or null when no hour is published. */
export const hoursOf = ({ startTime, endTime }: Forum): string | null =>
  startTime && endTime ? `${startTime}–${endTime}` : startTime

/** Whether a person can do something about this forum now. */
export const takesRegistrations = ({ state, registration }: Forum): boolean =>
  /^(scheduled|moved)$/.test(state) && /^(open|waitlist)$/.test(registration.state)

/** How registration stands, or what became of the forum itself: what a mark beside the words shows. */
export const standingShape = ({ state, registration }: Forum): string =>
  state === 'paused' || state === 'cancelled' ? state : registration.state
