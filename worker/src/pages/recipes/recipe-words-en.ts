import { html } from 'hono/html'
import type { RecipeWords } from './recipe-words.ts'

export const recipeWordsEn: RecipeWords = {
  title: 'Recipes for organisers',
  lead: html`From a token to a published forum, its list, its door and a program that hears of changes. Copy the commands
    into one terminal, one after another: each uses what those before it have set. They need <code>bash</code> and
    <code>curl</code> 7.76 or newer (on Windows: Git Bash or WSL).`,
  otherLanguage: 'Українською',
  reference: 'The whole API',
  contents: 'Recipes',
  copy: 'Copy',
  copied: 'Copied',
  recipes: {
    token: {
      title: 'Say who you are',
      before: html`Whoever runs this worker gives you a token, which begins with <code>kf_</code>. It is as good as a
        password: put it in no address, no letter and no chat. Write yours in the second line. The two functions save
        typing; the last line tells your role and your districts.`,
      after: html`Answered with <code>"code":"unauthorised"</code>? The token is wrong, expired or revoked. Every refusal
        bears a <code>code</code>, and <a href="/docs/problems">each is explained</a>.`,
    },
    venue: {
      title: 'A venue',
      before: html`Name your series and one of your districts. The forum of these recipes is called
        <code>try-…</code>, so that you can begin again whenever you like.`,
    },
    draft: {
      title: 'A draft of a forum',
      before: html`Only organisers see a draft. This forum is today, so that you can try the door as well.`,
    },
    publish: {
      title: 'Publish it',
      before: html`Whoever changes a thing says by <code>If-Match</code> which version they have seen, so that nobody
        overwrites what somebody else has just written. The second line asks for the forum as everybody sees it.`,
      after: html`The schedule and the widget on all sites show it within a minute. Other moves:
        <code>move</code> to another date, <code>pause</code>, <code>cancel</code>, <code>hold</code>. When registered
        people would be told of it, the answer is <code>people-will-be-told</code> with their number; send it again with
        <code>"tell": true</code>.`,
    },
    site: {
      title: 'A site on which people register',
      before: html`Every page may show the schedule. On registered sites people can also register, and a tag without
        attributes shows that site’s district.`,
      after: html`For the page itself there is <a href="/embed">a tag to copy</a>.`,
    },
    person: {
      title: 'Somebody has phoned',
      before: html`The text that people consent to has a version, which comes with the form. Read it to the person, and
        say how they agreed. The last line shows the code that is named at the door.`,
    },
    list: {
      title: 'See and search the list',
      before: html`A page has at most 1000 people; <code>next</code> of the answer is the <code>cursor</code> of the page
        after it. A search looks for beginnings of words, in any order and case.`,
    },
    export: {
      title: 'Take the list to a spreadsheet',
      before: html`Both files are named after the forum. Each export is written down in the audit: with whom a list was
        shared must be known.`,
      after: html`<ul>
        <li>
          <b>Excel</b> opens both with a double click: the CSV is UTF-8 with a byte order mark and has <code>;</code>
          between its cells, as Ukrainian settings expect. Where Excel expects commas, add
          <code>&amp;delimiter=,</code>.
        </li>
        <li>
          <b>LibreOffice</b> asks how to read a CSV: UTF-8, separated by semicolons. The XLSX asks nothing.
        </li>
        <li>
          A cell that begins with <code>=</code>, <code>+</code>, <code>-</code> or <code>@</code> bears an apostrophe, so
          that no typed name becomes a formula.
        </li>
        <li>
          <b>Power Query</b>: “From Web”, “Advanced”, the address of the CSV, a header <code>Authorization</code> with
          <code>Bearer kf_…</code>, and “Anonymous” when asked who you are. The token is then stored in the workbook: use
          one that expires soon, and share the values, not the query.
        </li>
        <li>
          <b>Google Sheets</b>: <code>IMPORTDATA</code> sends no token, and no address of ours holds one. Upload the file,
          if it may leave the house at all.
        </li>
      </ul>`,
    },
    'check-in': {
      title: 'Check somebody in',
      before: html`On the day of the forum, by the code, typed in any case. The first time it answers
        <code>"result":"first"</code>, and after that <code>already</code> with the hour.`,
    },
    many: {
      title: 'Check in from a script',
      before: html`One code to a line. It may be run again: whoever is checked in stays so. A device without a connection
        sends everything at once to <code>/scans</code> later.`,
    },
    receiver: {
      title: 'A program that hears of changes',
      before: html`<code>receiver.mjs</code> for Node.js 22 or newer. It believes only what is signed (<a
          href="https://www.standardwebhooks.com"
          >Standard Webhooks</a
        >) and not older than five minutes. An answer other than 2xx is tried again after a minute, 5 and 30 minutes, 2, 8
        and 24 hours; 410 ends it. The same message always has the same id.`,
    },
    webhook: {
      title: 'Tell it',
      before: html`The address must be https and public. The answer holds the secret, this once: start the receiver with
        <code>WEBHOOK_SECRET=whsec_… PORT=4000 node receiver.mjs</code>. Messages name forums and codes, never people; who
        it is you ask the API, with a token.`,
      after: html`What was sent, and how it went, is at <code>/admin/webhooks/…/deliveries</code>; each can be replayed.`,
    },
  },
}
