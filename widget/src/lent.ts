import { html, nothing } from 'lit/html.js'
import { forumName } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { ask } from './http.ts'
import { outwardLink } from './schedule/forum-facts.ts'
import { forumPage } from './schedule/registration-line.ts'
import { troubleOf } from './schedule/trouble.ts'

/**
 * What the parts take from the running element instead of bringing a second copy: the build turns their imports of
 * these names into reads of `customElements.get('kyiv-forums').lent`. A second Lit would also be refused by pages that
 * allow one Trusted Types policy of a name.
 */
export const lent = { html, nothing, ask, forumName, forumPage, messages, outwardLink, troubleOf } as const
