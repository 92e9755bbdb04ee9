import { html } from 'hono/html'
import { type ProblemCode, problemStatuses } from '#contract'
import { problemTitles } from '../problems.ts'
import { page } from './page.ts'

const codes = Object.keys(problemStatuses) as ProblemCode[]

/** Every problem code, where `type` of a refusal points. */
export const problemsPage = () =>
  page(
    'en',
    'Problem codes of the Kyiv Forums API',
    html`<main class="text">
      <h1>Problem codes</h1>
      <p>
        A refusal is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is one of these and never
        changes its meaning. Bad input also carries <code>errors</code> with a <code>pointer</code> to each value.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
            <th scope="col" lang="uk">Значення</th>
          </tr>
        </thead>
        <tbody>
          ${codes.map(
            code =>
              html`<tr id="${code}">
                <th scope="row"><code>${code}</code></th>
                <td>${problemStatuses[code]}</td>
                <td>${problemTitles[code].en}</td>
                <td lang="uk">${problemTitles[code].uk}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p><a href="/docs">The API</a> · <a href="/docs/recipes?lang=en">Recipes</a></p>
    </main>`,
  )
