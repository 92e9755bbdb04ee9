import type { OwnRegistration } from '#contract'
import type { FailureCode } from '../http.ts'

/** Where the holder of a private link is. `lost` is without a link, or with one that does not work. */
export type OwnState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'lost'; readonly hadLink: boolean; readonly sent: boolean }
  | { readonly kind: 'shown'; readonly registration: OwnRegistration }
  | { readonly kind: 'erased' }

/** What is asked twice. */
export type Question = 'cancel' | 'erase'

/** What is on its way to the API: one thing at a time. */
export type Doing = Question | 'confirm' | 'save' | 'download' | 'send-link'

/** What has just succeeded, for as long as nothing else is done. */
export type Done = 'confirm' | 'save' | 'download'

/** The token of the private link `/registration#…`; it stands in the address only, and is kept nowhere else. */
export const tokenIn = (hash: string): string | undefined => /^#([\w-]{43})$/.exec(hash)?.[1]
