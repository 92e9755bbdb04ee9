import type { Forum, Venue } from '#contract'
import { hoursOf } from '#contract/forum-reading'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isWebAddress } from '../web-address.ts'
import type { Language } from './view.ts'

/** A link out of the page, which says so to who cannot see it. */
export const outwardLink = <Text extends string | TemplateResult>(
  address: string,
  text: Text,
  { messages }: Language,
): TemplateResult | Text =>
  isWebAddress(address)
    ? html`<a href=${address} target="_blank" rel="noopener">${text}<span class="vh"> (${messages.newTab})</span></a>`
    : text

const place = ({ name, address, mapUrl }: Venue, view: Language) =>
  html`<strong>${name[view.locale]}</strong>${address ? `, ${address[view.locale]}` : nothing}
    ${mapUrl && isWebAddress(mapUrl) ? outwardLink(mapUrl, view.messages.map, view) : nothing}`

/** Hour, place, shelter and step-free access. That no hour is known yet is told only where `inFull`. */
export const forumFacts = (forum: Forum, inFull: boolean, view: Language): TemplateResult => {
  const { messages, locale } = view
  const { venue } = forum
  const fact = (name: 'hours' | 'place' | 'shelter' | 'access', content: unknown) =>
    content ? html`<dt>${messages[name]}</dt><dd>${content}</dd>` : nothing
  return html`<dl>
    ${fact('hours', hoursOf(forum) ?? (inFull && messages.hoursToCome))}
    ${fact('place', venue ? place(venue, view) : messages.placeToCome)}
    ${fact('shelter', venue?.shelter?.[locale])} ${fact('access', venue?.access?.[locale])}
  </dl>`
}
