import { forumName } from '#contract/forum-reading'
import type { Forum, Series } from '#contract'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { emptyFace, failedFace, loadingFace } from './faces.ts'
import { forumCard } from './forum-card.ts'
import { outwardLink } from './forum-facts.ts'
import { goalBand } from './goal-band.ts'
import type { ScheduleState } from './schedule-controller.ts'
import { registerButton, registrationStanding } from './registration-line.ts'
import { groupForums, namedAlike } from '#contract/schedule-groups'
import type { View } from './view.ts'

/** The four faces of the schedule. */
export const scheduleView = (state: ScheduleState, view: View): TemplateResult | typeof nothing => {
  switch (state.kind) {
    case 'loading':
      return loadingFace(view)
    case 'failed':
      return failedFace(state.code, state.retrying, view)
    case 'empty':
      return html`${header(state.series, view)}${emptyFace(view)}${footer(state.series, view)}`
    case 'ready':
      return view.variant === 'button'
        ? sole(state.forums, view)
        : html`${staleLine(state.at, view)}${header(state.series, view)}${programme(state.forums, state.series, view)}${footer(state.series, view)}`
  }
}

const header = (series: Series | null, { locale, variant }: View) =>
  series && variant !== 'list'
    ? html`<header part="header">
        <h2>${series.title[locale]}</h2>
        <p class="about">${series.about[locale]}</p>
      </header>`
    : nothing

/** That there is no connection, and of when this is. */
const staleLine = (at: number | null, { locale, messages, retry }: View) =>
  at
    ? html`<p class="stale ways" part="stale">
        <span role="status">${messages.stale(new Date(at).toLocaleString(locale, moment))}</span>
        <button type="button" class="button quiet" part="button" @click=${retry}>${messages.tryAgain}</button>
      </p>`
    : nothing

const moment = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Kyiv' } as const

const programme = (forums: readonly Forum[], series: Series | null, view: View) => {
  const { messages, variant } = view
  const { next, later, undated, held, goal } = groupForums(forums)
  if (variant === 'list') return html`${rows([next ?? [], later].flat(), forums, view)} ${withoutDate(undated, view)}`
  // One forum that was asked for by name is not one of several in a list.
  const single = series ? next : forums[0]
  return html`${single ? forumCard(single, 'card', titleOf(single, view), view) : nothing}
    ${later[0] ? html`<section><h3>${messages.laterForums}</h3>${rows(later, forums, view)}</section>` : nothing}
    ${withoutDate(undated, view)}
    ${
      series && held[0]
        ? html`<details ?open=${!next && !later[0] && !undated[0]}>
            <summary><h3>${messages.heldForums(held.length)}</h3></summary>${rows(held, forums, view)}
          </details>`
        : nothing
    }
    ${series?.progress.total ? goalBand(series, goal, view) : nothing}`
}

const titleOf = ({ district, title }: Forum, { locale }: View) => (district ? title[locale] : '')

const rows = (group: readonly Forum[], all: readonly Forum[], view: View) => {
  const alike = namedAlike(all)
  return html`<ol>
    ${group.map(forum => html`<li>${forumCard(forum, 'row', alike.has(forum) ? titleOf(forum, view) : '', view)}</li>`)}
  </ol>`
}

/** Only the way into the next forum's form, or how it stands. */
const sole = (forums: readonly Forum[], view: View) => {
  const forum = groupForums(forums).next ?? forums[0]
  if (!forum) return nothing
  const button = registerButton(forum, view)
  return html`${button === nothing ? registrationStanding(forum, view) : button}
    <p class="muted">${forumName(forum, view.locale)} · ${forum.words[view.locale].date ?? view.messages.undated}</p>`
}

/** Nothing is known about any of them but the name: one group, not a card each. */
const withoutDate = (forums: readonly Forum[], view: View) =>
  forums[0]
    ? html`<section>
    <h3>${view.messages.undated}</h3>
    <ul class="undated" part="undated">
      ${forums.map(forum => html`<li>${forumName(forum, view.locale)} ${registerButton(forum, view)}</li>`)}
    </ul>
  </section>`
    : nothing

/** Whoever shows KMDA's material links to it; one forum alone does not tell its source. */
const kmda = { name: { uk: 'КМДА', en: 'KMDA' }, url: 'https://kyivcity.gov.ua' }

const footer = (series: Series | null, view: View) => {
  const { name, url } = series?.source ?? kmda
  return html`<footer part="source">${view.messages.source} ${outwardLink(url, name[view.locale], view)}</footer>`
}
