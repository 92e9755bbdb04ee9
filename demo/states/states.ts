import { worker } from '../journeys/steps.ts'
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

/** Everything that a person can be shown. A new state is a line here, or in one of the two lists. */
export const states: readonly State[] = [
  ...hostStates,
  ...ownStates,
  page('page-home', '/', 'uk', 'Відбувся 1 із 10'),
  page('page-problems', '/docs/problems', 'en', 'Problem codes'),
]

export const stateNamed = (name: string): State => {
  const found = states.find(state => state.name === name)
  if (!found) throw new Error(`No state is called ${name}`)
  return found
}
