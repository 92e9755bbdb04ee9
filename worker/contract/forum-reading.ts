import type { Forum } from './forum.ts'
import type { Locale } from './words.ts'

/** What everybody reads out of a forum who shows it: the widget, the pages and what is printed. */

/** Whose forum it is, in a person's words: the district's, else its own title. */
export const forumName = ({ district, title }: Forum, locale: Locale): string => (district?.name ?? title)[locale]

/** «10:00–16:00», the first of them alone, or null when no hour is published. */
export const hoursOf = ({ startTime, endTime }: Forum): string | null =>
  startTime && endTime ? `${startTime}–${endTime}` : startTime

/** Whether it is to come on a day that is known, neither put off nor over: what a calendar may be told. */
export const isToCome = ({ state }: Forum): boolean => /^(scheduled|moved)$/.test(state)

/** Whether a person can do something about this forum now. */
export const takesRegistrations = (forum: Forum): boolean =>
  isToCome(forum) && /^(open|waitlist)$/.test(forum.registration.state)

/** For what one may ask to be told; null: nothing more is to be announced, or one can register now. */
export const awaited = ({
  state,
  date,
  registration,
}: Pick<Forum, 'state' | 'date'> & { readonly registration: Pick<Forum['registration'], 'state'> }):
  'date' | 'opening' | null => {
  if (state === 'held' || state === 'cancelled' || (state !== 'paused' && registration.state !== 'not-open'))
    return null
  return date === null ? 'date' : 'opening'
}

/** How registration stands, or what became of the forum itself: what a mark beside the words shows. */
export const standingShape = ({ state, registration }: Forum): string =>
  state === 'paused' || state === 'cancelled' ? state : registration.state
