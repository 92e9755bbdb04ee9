import { html } from 'hono/html'
import type { Forum, ForumState, Locale, Series } from '#contract'
import { messages } from '#contract/messages/messages'
import { type Content, document } from '../pages/page.ts'
import { hostedPath, qrPath } from './link-rules.ts'
import { type PosterMessages, posterMessages } from './messages/poster-messages.ts'
import { type Fact, posterFacts } from './poster-facts.ts'

export type Poster = {
  readonly lang: Locale
  readonly origin: string
  readonly forum: Forum
  readonly series: Series
}

/** An A4 sheet for a notice board. Only what is published; what is not yet known is said to be so. */
export const posterPage = (poster: Poster): Content => {
  const { lang, forum, series } = poster
  const words = posterMessages[lang]
  const title = forum.title[lang]
  const name = forum.district?.name[lang] ?? title
  const known = posterFacts(forum, lang)
  // Where much is known of the venue, that comes first: the parts of the day then have their names alone.
  const isFull = known.length > 2
  return document({
    lang,
    title: `${callOf(forum.state, words)}: ${name}`,
    sheet: '/pages/embed-poster.css',
    script: '/pages/embed-poster.js',
    content: html`<aside class="tools">
        <button type="button" hidden>${words.print}</button>
        <p>${words.printHint}</p>
      </aside>
      <main class="sheet ${isFull ? 'full' : ''}" data-state="${forum.state}">
        <header>
          <p class="series">${series.title[lang]}</p>
          <p class="call">${callOf(forum.state, words)}</p>
          ${forum.district && html`<p class="title">${title}</p>`}
        </header>
        <div class="what">
          ${leaf(forum, lang, words)}
          <div>
            <h1>${name}</h1>
            ${facts(forum, known, lang, words)}
          </div>
        </div>
        ${isToCome(forum.state) ? parts(forum, isFull, words) : html`<div class="parts"></div>`}
        ${invitation(poster, words)}
        <footer>
          ${messages[lang].source} ${series.source.name[lang]}: ${series.source.url.replace(/^https:\/\//, '')}
        </footer>
      </main>`,
  })
}

/** Nobody is invited to what is over or will not be. */
const isToCome = (state: ForumState): state is 'announced' | 'scheduled' | 'moved' =>
  state !== 'held' && state !== 'paused' && state !== 'cancelled'

const callOf = (state: ForumState, words: PosterMessages): string => (isToCome(state) ? words.invitation : words[state])

/** As the calendar leaf of the widget, large enough to be read across a street. */
const leaf = ({ date, words }: Forum, lang: Locale, { undated }: PosterMessages): Content =>
  date
    ? html`<time class="leaf" datetime="${date}"
        ><span class="vh">${words[lang].date}</span
        ><span aria-hidden="true"
          ><b>${words[lang].month}</b><strong>${Number(date.slice(8))}</strong><i>${words[lang].weekday}</i></span
        ></time
      >`
    : html`<p class="leaf blank">${undated}</p>`

const facts = (forum: Forum, known: readonly Fact[], lang: Locale, words: PosterMessages): Content => {
  const { moved } = forum.words[lang]
  return html`${moved && html`<p class="change">${moved}</p>`}
    ${forum.state === 'announced' && html`<p class="later">${words.undatedAbout}</p>`}
    <dl>
      ${known.map(
        ({ name, fact, more }) =>
          html`<div>
            <dt>${name}</dt>
            <dd><b>${fact}</b>${more && html`<br />${more}`}</dd>
          </div>`,
      )}
    </dl>`
}

const parts = ({ district }: Forum, isTerse: boolean, words: PosterMessages): Content =>
  html`<section class="parts">
    <h2>${words.happens}</h2>
    <ul>
      ${(district ? words.districtParts : words.cityParts).map(
        ({ name, about }) => html`<li><b>${name}</b> ${isTerse ? '' : about}</li>`,
      )}
    </ul>
  </section>`

const invitation = ({ lang, origin, forum }: Poster, words: PosterMessages): Content => {
  const shown = { scope: 'all', districts: [], forum: forum.slug } as const
  const { state } = forum.registration
  const takes = state === 'open' || state === 'waitlist'
  const scan = takes ? 'register' : forum.state === 'held' ? 'results' : 'follow'
  return html`<section class="way">
    <img src="${qrPath(shown, lang)}" width="200" height="200" alt="${words.code}" />
    <div>
      <h2>${words.scan[scan]}</h2>
      ${state === 'open' && html`<p class="until">${forum.words[lang].registration}</p>`}
      <p class="address">${(origin + hostedPath(shown, lang)).replace(/^https?:\/\//, '')}</p>
      ${takes && html`<p class="free">${words.free}</p>`}
    </div>
  </section>`
}
