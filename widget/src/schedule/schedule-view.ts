import type { Forum, Series } from '#contract'
import { html, nothing, type TemplateResult } from 'lit'
import { emptyFace, failedFace, loadingFace } from './faces.ts'
import { forumCard } from './forum-card.ts'
import { outwardLink } from './forum-facts.ts'
import { goalBand } from './goal-band.ts'
import type { ScheduleState } from './schedule-controller.ts'
import { groupForums, namedAlike } from './schedule-groups.ts'
import { forumName, type View } from './view.ts'

/** The four faces of the schedule. */
export const scheduleView = (state: ScheduleState, view: View): TemplateResult => {
  switch (state.kind) {
    case 'loading':
      return loadingFace(view)
    case 'failed':
      return failedFace(state.code, state.retrying, view)
    case 'empty':
      return html`${header(state.series, view)}${emptyFace(view)}${footer(state.series, view)}`
    case 'ready':
      return html`${header(state.series, view)}${programme(state.forums, state.series, view)}${footer(state.series, view)}`
  }
}

const header = (series: Series | null, { locale }: View) =>
  series
    ? html`<header part="header">
        <h2>${series.title[locale]}</h2>
        <p class="about">${series.about[locale]}</p>
      </header>`
    : nothing

const programme = (forums: readonly Forum[], series: Series | null, view: View) => {
  const { locale, messages } = view
  const { next, later, undated, held, goal } = groupForums(forums)
  const alike = namedAlike(forums)
  const title = (forum: Forum) => (forum.district ? forum.title[locale] : '')
  const rows = (group: readonly Forum[]) =>
    html`<ol>
      ${group.map(forum => html`<li>${forumCard(forum, 'row', alike.has(forum) ? title(forum) : '', view)}</li>`)}
    </ol>`
  // One forum that was asked for by name is not one of several in a list.
  const single = series ? next : forums[0]
  return html`${single ? forumCard(single, 'card', title(single), view) : nothing}
    ${later[0] ? html`<section><h3>${messages.laterForums}</h3>${rows(later)}</section>` : nothing}
    ${undated[0] ? withoutDate(undated, view) : nothing}
    ${
      series && held[0]
        ? html`<details ?open=${!next && !later[0] && !undated[0]}>
            <summary><h3>${messages.heldForums(held.length)}</h3></summary>${rows(held)}
          </details>`
        : nothing
    }
    ${series?.progress.total ? goalBand(series, goal, view) : nothing}`
}

/** Nothing is known about any of them but the name: one group, not a card each. */
const withoutDate = (forums: readonly Forum[], { locale, messages }: View) =>
  html`<section>
    <h3>${messages.undated}</h3>
    <ul class="undated" part="undated">
      ${forums.map(forum => html`<li>${forumName(forum, locale)}</li>`)}
    </ul>
  </section>`

/** Whoever shows KMDA's material links to it; one forum alone does not tell its source. */
const kmda = { name: { uk: 'КМДА', en: 'KMDA' }, url: 'https://kyivcity.gov.ua' }

const footer = (series: Series | null, view: View) => {
  const { name, url } = series?.source ?? kmda
  return html`<footer part="source">${view.messages.source} ${outwardLink(url, name[view.locale], view)}</footer>`
}
