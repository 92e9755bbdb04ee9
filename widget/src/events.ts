import type { ReceiptStatus } from '#contract'
import type { FailureCode } from './http.ts'

/** What a host page may learn. Nothing in it tells about a person. */
export interface KyivForumsEvents {
  readonly 'kyiv-forums-loaded': undefined
  readonly 'kyiv-forums-opened': { readonly forum: string }
  readonly 'kyiv-forums-registered': { readonly forum: string; readonly status: ReceiptStatus }
  readonly 'kyiv-forums-subscribed': { readonly forum: string }
  /** Of the page of one's own registration. */
  readonly 'kyiv-forums-cancelled': { readonly forum: string }
  readonly 'kyiv-forums-failed': { readonly code: FailureCode }
}

export type KyivForumsEvent = keyof KyivForumsEvents
