import type { Forum } from './forum.ts'

/** How the city's own forum is named where districts are chosen. */
export const city = 'city'

/** Slugs, separated by spaces. */
export const slugsOf = (text: string): readonly string[] => text.match(/\S+/g) ?? []

/** The forums of so many districts, in their order. */
export const ofDistricts = (forums: readonly Forum[], slugs: readonly string[]): Forum[] =>
  forums.filter(({ district }) => slugs.includes(district?.slug ?? city))
