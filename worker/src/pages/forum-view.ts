import { html } from 'hono/html'
import type { Forum, Locale, Venue } from '#contract'
import { hoursOf, standingShape } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'

/** A leaf torn from a wall calendar; a forum without a date gets a blank one. Read aloud as one plain date. */
export const calendarLeaf = ({ date, words }: Forum, locale: Locale) => {
  const { date: inFull, month, weekday } = words[locale]
  return date
    ? html`<time class="leaf" datetime="${date}"
        ><span class="vh">${inFull}</span
        ><span aria-hidden="true"><b>${month}</b><strong>${Number(date.slice(8))}</strong><i>${weekday}</i></span></time
      >`
    : html`<p class="leaf blank"><span class="vh">${messages[locale].undated}</span></p>`
}

/** Hour, place, shelter and step-free access. What is not known yet is told only where `inFull`. */
export const forumFacts = (forum: Forum, locale: Locale, inFull: boolean) => {
  const { hours, hoursToCome, place, placeToCome, shelter, access } = messages[locale]
  const { venue } = forum
  return html`<dl>
    ${fact(hours, hoursOf(forum) ?? (inFull && hoursToCome))}
    ${fact(place, venue ? placeOf(venue, locale) : placeToCome)} ${fact(shelter, venue?.shelter?.[locale])}
    ${fact(access, venue?.access?.[locale])}
  </dl>`
}

const fact = (name: string, content: unknown) =>
  content
    ? html`<div>
        <dt>${name}</dt>
        <dd>${content}</dd>
      </div>`
    : ''

const placeOf = ({ name, address, mapUrl }: Venue, locale: Locale) =>
  html`<strong>${name[locale]}</strong>${address ? `, ${address[locale]}` : ''}${
    mapUrl ? html` <a class="map" href="${mapUrl}">${messages[locale].map}</a>` : ''
  }`

/** How registration stands, in words; the class gives it a shape besides. */
export const registrationStanding = (forum: Forum, locale: Locale) => {
  const { moved, registration: standing, seats } = forum.words[locale]
  return html`${moved ? html`<p class="standing moved">${moved}</p>` : ''}
    <p class="standing ${standingShape(forum)}">${standing}</p>
    ${seats ? html`<p class="seats">${seats}</p>` : ''}`
}

/** What a held forum published, as far as it has. */
const forumOutcome = ({ outcome, words }: Forum, locale: Locale) => {
  const { attendance } = words[locale]
  return html`${attendance ? html`<p class="attendance">${attendance}</p>` : ''}
  ${outcome?.summary ? html`<p>${outcome.summary[locale]}</p>` : ''}`
}

/** What there is to know before one goes, or what came of it. */
export const forumTold = (forum: Forum, locale: Locale, inFull: boolean) => {
  if (forum.state === 'held')
    return html`${forum.venue ? forumFacts(forum, locale, false) : ''}${forumOutcome(forum, locale)}`
  const known = forum.date || forum.venue
  return html`${known ? forumFacts(forum, locale, inFull) : html`<p>${messages[locale].undated}</p>`}
  ${registrationStanding(forum, locale)}`
}
