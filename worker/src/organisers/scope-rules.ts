import type { Organiser } from './organiser.ts'

type Scope = Pick<Organiser, 'districts' | 'forums'>

/** Whether a district's things are this organiser's; null is the city, which is those of the whole city alone. */
export const holdsDistrict = ({ districts }: Scope, district: string | null): boolean =>
  districts === null || (district !== null && districts.includes(district))

/** Whether a forum is this organiser's. What is not is answered as if it were not there. */
export const holdsForum = (scope: Scope, forum: { readonly slug: string; readonly district: string | null }): boolean =>
  holdsDistrict(scope, forum.district) && (scope.forums === null || scope.forums.includes(forum.slug))

/** Whether one organiser may give another's scope: never more than they have themselves. */
export const holdsScope = (scope: Scope, given: Scope): boolean =>
  scope.districts === null || (given.districts?.every(district => scope.districts?.includes(district)) ?? false)
