import { html, raw } from 'hono/html'
import type { Forum, Locale, RegistrationStatus, Words } from '#contract'
import { forumName, hoursOf } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { momentIn } from '#contract/wording'
import type { Content } from '../pages/page.ts'
import type { ListedRow } from '../registration/registration-store.ts'
import { lettersOf } from './letters.ts'
import { type SheetMessages, sheetMessages } from './messages/sheet-messages.ts'
import { sheetStyle } from './sheet-style.ts'

export type Sheet = {
  readonly lang: Locale
  readonly forum: Forum
  readonly status: RegistrationStatus
  /** Title of the activity whose people alone are meant. */
  readonly activity: Words | undefined
  readonly counts: { readonly confirmed: number; readonly waitlisted: number }
  readonly now: number
}

/** A list to be signed at the door, by the Ukrainian alphabet: HTML, in parts, as its pages are read. */
export async function* sheetPage(sheet: Sheet, pages: AsyncIterable<readonly ListedRow[]>): AsyncGenerator<string> {
  const words = sheetMessages[sheet.lang]
  yield String(await opening(sheet, words))
  const letterOf = lettersOf()
  let number = 0
  for await (const rows of pages) {
    // Of whom is erased there is nothing to print.
    const named = rows.filter(({ name }) => name !== null)
    const lines = named.map(row => [letter(letterOf(row.name ?? '')), person((number += 1), row)])
    yield (await Promise.all(lines.flat())).join('')
  }
  yield String(await ending(number, words))
}

const opening = ({ lang, forum, status, activity, counts, now }: Sheet, words: SheetMessages): Content => {
  const title = words.titles[status]
  const name = forumName(forum, lang)
  const whole = forum.title[lang] === name ? name : `${forum.title[lang]}, ${name}`
  const moment = momentIn(lang, new Date(now).toISOString())
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}: ${name}</title>
${raw(`<style>${sheetStyle}</style>`)}
</head>
<body>
<p class="hint">${words.printHint}</p>
<header>
<h1>${title}</h1>
<p class="forum">${whole}</p>
<p>${whenAndWhere(forum, lang)}</p>
${activity && html`<p>${words.activity(activity[lang])}</p>`}
<p class="counts">${words.ofForum(counts.confirmed, counts.waitlisted)}. ${words.asOf(moment)}.</p>
</header>
<main>
<table>
${heading(words, `${name} · ${forum.words[lang].date ?? messages[lang].undated}`)}
<tbody>
`
}

/** Repeated on each sheet of paper, with whose it is. */
const heading = (words: SheetMessages, running: string): Content => html`<colgroup>
<col class="number"><col class="name"><col class="organisation"><col class="code"><col class="signature">
</colgroup>
<thead>
<tr class="running"><th colspan="5">${running}</th></tr>
<tr>
<th scope="col" class="number">${words.number}</th>
<th scope="col">${words.name}</th>
<th scope="col" class="organisation">${words.organisation}</th>
<th scope="col" class="code">${words.code}</th>
<th scope="col" class="signature">${words.signature}</th>
</tr>
</thead>`

const whenAndWhere = (forum: Forum, lang: Locale): string => {
  const { undated, placeToCome } = messages[lang]
  const { venue } = forum
  const parts = [
    forum.words[lang].date ?? undated,
    hoursOf(forum),
    venue?.name[lang] ?? placeToCome,
    venue?.address?.[lang],
  ]
  return parts.filter(part => part !== null && part !== undefined).join(' · ')
}

/** Each letter is a group of rows of its own. */
const letter = (begins: string | undefined): Content | string =>
  begins === undefined
    ? ''
    : html`</tbody>
<tbody>
<tr class="letter"><th colspan="5" scope="rowgroup">${begins}</th></tr>
`

const person = (number: number, { name, organisationName, code }: ListedRow): Content =>
  html`<tr class="person">
<td class="number">${number}</td>
<th scope="row">${name}</th>
<td class="organisation">${organisationName}</td>
<td class="code">${code}</td>
<td class="signature"></td>
</tr>
`

const ending = (count: number, words: SheetMessages): Content => html`</tbody>
</table>
</main>
<footer><p>${count === 0 ? words.nobody : words.people(count)}</p></footer>
</body>
</html>
`
