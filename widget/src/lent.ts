import { css, html, nothing } from 'lit'
import { dayIn } from './dates.ts'
import { ask } from './http.ts'
import { messages, troubleOf } from './messages/messages.ts'
import { Patience } from './patience.ts'
import { plural } from './plurals.ts'
import { forumName } from './schedule/view.ts'

/**
 * What the form part takes from the running element instead of bringing a second copy: the build turns the part's
 * imports of these names into reads of `customElements.get('kyiv-forums').lent`. A second Lit would also be refused by
 * pages that allow one Trusted Types policy of a name.
 */
export const lent = { css, html, nothing, ask, dayIn, forumName, messages, Patience, plural, troubleOf } as const
