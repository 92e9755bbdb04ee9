import { openHost, tagOf, worker } from '../journeys/steps.ts'
import { hostStates } from './host-states.ts'
import { ownStates } from './own-states.ts'
import type { Language, State } from './state.ts'

/** A page of the worker that speaks one language. */
const page = (name: string, path: string, language: Language, shown: string): State => ({
  name,
  shows: { [language]: shown },
  element: 'html',
  open: at => at.goto(`${worker()}${path}`),
  speak: async () => {},
})

/** A page as the worker has written it, which the element does not take over. */
const written = (...[name, path, language, shown]: Parameters<typeof page>): State => ({
  ...page(name, path, language, shown),
  open: async at => {
    await at.route('**/take-over.js', route => route.abort())
    await at.goto(`${worker()}${path}`)
  },
})

/** What an editor sees who asks what is wrong. */
const checkPanel: State = {
  ...page('check-panel', '', 'uk', 'Що надіслати адміністраторові'),
  element: '[data-kyiv-forums-check]',
  open: async at => {
    await openHost(at, tagOf())
    await at.evaluate(() => {
      location.hash = 'kyiv-forums-check'
    })
  },
}

/** Everything that a person can be shown. A new state is a line here, or in one of the two lists. */
export const states: readonly State[] = [
  ...hostStates,
  ...ownStates,
  page('page-home', '/', 'uk', 'Відбувся 1 із 10'),
  page('page-embed', '/embed', 'uk', 'Повний розклад'),
  page('page-embed-en', '/embed?lang=en', 'en', 'Full schedule'),
  page('page-poster', '/embed/poster?forum=2019-sviatoshynskyi', 'uk', 'Святошинський район'),
  page('page-accessibility', '/accessibility', 'uk', 'EN 301 549'),
  page('page-accessibility-en', '/accessibility?lang=en', 'en', 'EN 301 549'),
  written('page-forum', '/forums/states-open', 'uk', 'Ім’я та прізвище'),
  written('page-forum-en', '/forums/states-open?lang=en', 'en', 'Full name'),
  written('page-schedule', '/schedule?series=states', 'uk', 'Форуми в усіх станах'),
  written('page-schedule-en', '/schedule?series=states&lang=en', 'en', 'Forums in Every State'),
  written('page-undated', '/forums/states-undated', 'uk', 'Повідомити про дату'),
  page('page-not-found', '/forums/nowhere', 'uk', 'немає'),
  checkPanel,
  page('page-problems', '/docs/problems', 'en', 'Problem codes'),
]

export const stateNamed = (name: string): State => {
  const found = states.find(state => state.name === name)
  if (!found) throw new Error(`No state is called ${name}`)
  return found
}
