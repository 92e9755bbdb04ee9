import type { Forum } from '#contract'
import { forumName, standingShape, takesRegistrations } from '#contract/forum-reading'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { View } from './view.ts'

// Texts that change are set as properties: a page translator replaces text nodes, and Lit would go on writing into the old ones.
const line = (name: string, text: string | null) => (text ? html`<p class=${name} .textContent=${text}></p>` : nothing)

/** How registration stands, in words; the class gives it a shape besides. */
export const registrationStanding = (forum: Forum, { locale }: View): TemplateResult => {
  const { moved, registration: standing, seats } = forum.words[locale]
  return html`${line('standing moved', moved)} ${line(`standing ${standingShape(forum)}`, standing)} ${line('seats', seats)}`
}

/** The address of a forum's own page, on which one can register without this script. */
export const forumPage = (pages: string | null, slug: string): string => `${pages}/forums/${encodeURIComponent(slug)}`

/** The way into the form, where there is one: to a place, or to be told. Its name for the ear tells the forum too. */
export const registerButton = (forum: Forum, view: View): TemplateResult | typeof nothing => {
  const { messages, onPage, open, approach, locale } = view
  const { tellMe } = forum.words[locale]
  if (!tellMe && !takesRegistrations(forum)) return nothing
  const words = tellMe ?? (forum.registration.state === 'waitlist' ? messages.joinWaitlist : messages.register)
  const look = tellMe ? 'button quiet' : 'button'
  const label = html`<span .textContent=${words}></span><span class="vh">: ${forumName(forum, locale)}</span>`
  if (onPage) return forumLink(forum, view, look, label)
  return html`<button
      type="button"
      class=${look}
      part="button"
      data-forum=${forum.slug}
      @click=${() => open(forum)}
      @pointerenter=${approach}
      @focus=${approach}
    >${label}</button>
    ${complaint(forum, view)}`
}

/** That the form did not come, and where there is one that needs no script. */
const complaint = (forum: Forum, view: View) => {
  const { unopened, messages } = view
  const failed = unopened === forum.slug
  return html`<p class="complaint" role="status" .textContent=${failed ? messages.troubles.connection : ''}></p>
    ${failed ? forumLink(forum, view, '', messages.forumPage) : nothing}`
}

const forumLink = ({ slug }: Forum, { locale, pages }: View, look: string, label: unknown) =>
  html`<a class=${look} part=${look ? 'button' : nothing} href="${forumPage(pages, slug)}?lang=${locale}" target="_blank" rel="noopener">${label}</a>`
