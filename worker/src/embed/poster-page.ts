import { html } from 'hono/html'
import type { Forum, Locale, Series } from '#contract'
import { messages } from '#contract/messages/messages'
import { type Content, document } from './document.ts'
import { hostedPath, qrPath } from './link-rules.ts'
import { type PosterMessages, posterMessages } from './messages/poster-messages.ts'

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
  return document({
    lang,
    title: `${forum.district?.name[lang] ?? title}: ${words.print.toLowerCase()}`,
    sheet: 'embed-poster',
    script: 'embed-poster',
    content: html`<div class="tools">
        <button type="button" hidden>${words.print}</button>
        <p>${words.printHint}</p>
      </div>
      <main class="sheet ${forum.state}">
        <header>
          <p class="series">${series.title[lang]}</p>
          <p class="call">${callOf(forum, words)}</p>
        </header>
        <div class="what">
          ${leaf(forum, lang, words)}
          <div class="whose">
            <h1>${forum.district?.name[lang] ?? title}</h1>
            ${forum.district && html`<p class="title">${title}</p>`} ${facts(forum, lang, words)}
          </div>
        </div>
        ${parts(forum, words)} ${invitation(poster, words)}
        <footer>${messages[lang].source} ${series.source.name[lang]}: ${series.source.url.replace(/^https:\/\//, '')}</footer>
      </main>`,
  })
}

const callOf = ({ state }: Forum, words: PosterMessages): string =>
  state === 'held' || state === 'paused' || state === 'cancelled' ? words[state] : words.invitation

/** As the calendar leaf of the widget, large enough to be read across a street. */
const leaf = ({ date, words }: Forum, lang: Locale, { undated }: PosterMessages): Content =>
  date
    ? html`<time class="leaf" datetime="${date}" aria-label="${words[lang].date}"
        ><span aria-hidden="true"
          ><b>${words[lang].month}</b><strong>${Number(date.slice(8))}</strong><i>${words[lang].weekday}</i></span
        ></time
      >`
    : html`<p class="leaf blank">${undated}</p>`

const facts = (forum: Forum, lang: Locale, { undatedAbout }: PosterMessages): Content => {
  const { venue, startTime, endTime, date } = forum
  const words = messages[lang]
  const moved = forum.words[lang].moved
  const hours = startTime && (endTime ? `${startTime}–${endTime}` : startTime)
  const told = [
    [words.hours, hours || words.hoursToCome],
    [words.place, venue ? html`<b>${venue.name[lang]}</b><br />${venue.address?.[lang]}` : words.placeToCome],
    [words.shelter, venue?.shelter?.[lang]],
    [words.access, venue?.access?.[lang]],
  ]
  return html`${moved && html`<p class="moved">${moved}</p>`}
    ${
      date === null
        ? html`<p class="later">${undatedAbout}</p>`
        : html`<dl>
          ${told.map(([name, fact]) => fact && html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}
        </dl>`
    }`
}

/** Nobody is invited to what is over or will not be. */
const parts = ({ state, district }: Forum, words: PosterMessages): Content =>
  state === 'held' || state === 'paused' || state === 'cancelled'
    ? html`<div class="parts"></div>`
    : html`<section class="parts">
        <h2>${words.happens}</h2>
        <ul>
          ${(district ? words.districtParts : words.cityParts).map(
            ({ name, about }) => html`<li><b>${name}</b> ${about}</li>`,
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
