import { html } from 'hono/html'
import type { Forum, Locale, Schedule } from '#contract'
import { forumName } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { groupForums, namedAlike } from '#contract/schedule-groups'
import { eventData } from './event-data.ts'
import { feedLinks } from './calendar-view.ts'
import { forumCard, forumNames, forumRows } from './forum-card.ts'
import { goalBand } from './goal-band.ts'
import { addressIn } from './page-address.ts'
import type { Content } from './page.ts'
import { pageWords } from './page-words.ts'
import { publicPage } from './public-page.ts'

/** What was asked for: slugs, of districts separated by spaces. */
export type Asked = { readonly district: string | undefined; readonly series: string | undefined }

export type SchedulePage = {
  readonly asked: Asked
  readonly schedule: Schedule
  /** Every forum of the series, to which the page leads by district. */
  readonly whole: readonly Forum[]
  readonly locale: Locale
  readonly origin: string
}

export const schedulePage = ({ asked, schedule, whole, locale, origin }: SchedulePage): Content => {
  const words = pageWords[locale]
  const { series, forums } = schedule
  const of = asked.district && forums[0] ? `: ${namesOf(forums, locale).join(', ')}` : ''
  return publicPage({
    locale,
    origin,
    title: `${words.schedule}${of}`,
    path: pathOf(asked),
    description: `${series.title[locale]}. ${series.about[locale]}`,
    data: forums.flatMap(forum => eventData(forum, locale, origin) ?? []),
    script: true,
    content: html`<h1>${words.schedule}</h1>
      <kyiv-forums ${widgetAttributes(asked)} lang="${locale}" theme="auto"
        ><div class="schedule">
          <header>
            <h2>${series.title[locale]}</h2>
            <p>${series.about[locale]}</p>
          </header>
          ${forums[0] ? programme(schedule, locale) : empty(locale)}
        </div></kyiv-forums
      >
      ${feedLinks(asked, locale, origin)} ${byDistrict(whole, asked, locale)}`,
  })
}

const pathOf = ({ district, series }: Asked): string => {
  const query = new URLSearchParams({ ...(district && { district }), ...(series && { series }) })
  return query.size > 0 ? `/schedule?${query}` : '/schedule'
}

const widgetAttributes = ({ district, series }: Asked) =>
  html`${district ? html`district="${district}"` : ''} ${series ? html`series="${series}"` : ''}`

const namesOf = (forums: readonly Forum[], locale: Locale): string[] => [
  ...new Set(forums.map(forum => forumName(forum, locale))),
]

/** In the groups and the order in which the widget shows it. */
const programme = ({ series, forums }: Schedule, locale: Locale) => {
  const { next, later, undated, held, goal } = groupForums(forums)
  const { laterForums, undated: withoutDate, heldForums } = messages[locale]
  const alike = namedAlike(forums)
  return html`${next ? forumCard(next, locale) : ''}
  ${later[0] ? section(laterForums, forumRows(later, alike, locale)) : ''}
  ${undated[0] ? section(withoutDate, forumNames(undated, locale)) : ''}
  ${held[0] ? section(heldForums(held.length), forumRows(held, alike, locale)) : ''}
  ${series.progress.total > 0 ? goalBand(series, goal, locale) : ''}`
}

const section = (title: string, content: Content) =>
  html`<section>
    <h3>${title}</h3>
    ${content}
  </section>`

const empty = (locale: Locale) =>
  html`<div class="card notice">
    <p>${messages[locale].empty}</p>
    <p><a href="https://kyivcity.gov.ua">${messages[locale].cityPortal}</a></p>
  </div>`

const byDistrict = (whole: readonly Forum[], { district: asked, series }: Asked, locale: Locale) => {
  const { byDistrict: title, wholeSchedule } = pageWords[locale]
  const link = (district: string | undefined, name: string) =>
    html`<li>
      <a
        href="${addressIn(locale, pathOf({ district, series }))}"
        ${(asked || undefined) === district ? 'aria-current="page"' : ''}
        >${name}</a
      >
    </li>`
  const ofDistricts = whole.filter(({ district }) => district).map(forum => namedBy(forum, locale))
  const city = whole.filter(({ district }) => !district).map(forum => namedBy(forum, locale))
  const sorted = ofDistricts.toSorted(([, one], [, other]) => one.localeCompare(other, locale))
  const districts = new Map([...sorted, ...city])
  return html`<nav class="districts" aria-labelledby="districts-title">
    <h2 id="districts-title">${title}</h2>
    <ul>
      ${link(undefined, wholeSchedule)} ${[...districts].map(([slug, name]) => link(slug, name))}
    </ul>
  </nav>`
}

const namedBy = (forum: Forum, locale: Locale): [slug: string, name: string] => [
  forum.district?.slug ?? 'city',
  forumName(forum, locale),
]
