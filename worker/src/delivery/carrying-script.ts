import type { Carried } from '#contract'
import { type Release } from './release.ts'

/** The script of a release with what it carries: JSON is JavaScript (ECMA-262, JSON superset). */
export const carryingScript = ({ script }: Release, carried: Carried | null): string =>
  `${script}})(${carried ? JSON.stringify(carried) : 0})`
