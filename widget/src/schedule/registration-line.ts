import type { Forum } from '#contract'
import { html, nothing, type TemplateResult } from 'lit'
import { dayIn, momentIn } from '../dates.ts'
import { forumName, type View } from './view.ts'

/** Places are named when there are so few that one should hurry. */
const few = 20

/** Whether a person can do something about this forum now. */
export const takesRegistrations = ({ state, registration }: Forum): boolean =>
  /^(scheduled|moved)$/.test(state) && /^(open|waitlist)$/.test(registration.state)

/** Whether registration stands as it does because of what became of the forum itself. */
const stopped = ({ state }: Forum): 'paused' | 'cancelled' | undefined =>
  state === 'paused' || state === 'cancelled' ? state : undefined

const standing = (forum: Forum, { locale, messages }: View): string => {
  const { state, opensAt, closesAt } = forum.registration
  const when = state === 'not-open' ? opensAt : closesAt
  const stop = stopped(forum)
  return stop ? messages[stop] : messages.registration[state](when ? momentIn(locale, when) : '')
}

const isScarce = ({ registration: { state, seatsLeft } }: Forum): boolean =>
  state === 'open' && seatsLeft !== null && seatsLeft <= few

// Texts that change are set as properties: a page translator replaces text nodes, and Lit would go on writing into the old ones.
const line = (name: string, text: string) => html`<p class=${name} .textContent=${text}></p>`

/** How registration stands, in words; the class gives it a shape besides. */
export const registrationStanding = (forum: Forum, view: View): TemplateResult => {
  const { movedFrom, registration } = forum
  const { locale, messages } = view
  return html`${movedFrom ? line('standing moved', messages.movedFrom(dayIn(locale, 'date', movedFrom))) : nothing}
  ${line(`standing ${stopped(forum) ?? registration.state}`, standing(forum, view))}
  ${isScarce(forum) ? line('seats', messages.seatsLeft(registration.seatsLeft ?? 0)) : nothing}`
}

/** The way into the form, where there is one. Its name for the ear tells the forum too. */
export const registerButton = (forum: Forum, view: View): TemplateResult | typeof nothing => {
  if (!takesRegistrations(forum)) return nothing
  const { locale, messages, unopened, open, approach } = view
  return html`<button
      type="button"
      class="button"
      part="button"
      data-forum=${forum.slug}
      @click=${() => open(forum)}
      @pointerenter=${approach}
      @focus=${approach}
    >
      ${forum.registration.state === 'waitlist' ? messages.joinWaitlist : messages.register}<span class="vh"
        >: ${forumName(forum, locale)}</span
      >
    </button>
    <p class="complaint" role="status" .textContent=${unopened === forum.slug ? messages.troubles.connection : ''}></p>`
}
