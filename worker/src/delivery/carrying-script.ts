import type { Release } from './release.ts'

/** The script of a release with what it carries, in JSON, which is JavaScript too (ECMA-262, JSON superset); 0 for nothing. */
export const carryingScript = ({ script }: Release, carried: string): string => `${script}})(${carried})`
