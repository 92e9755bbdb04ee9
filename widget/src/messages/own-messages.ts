import type { Locale, OwnRegistration } from '#contract'
import { ownEn } from './own-en.ts'
import { ownUk } from './own-uk.ts'

/** What asks twice before it is done. */
interface Question {
  readonly ask: string
  readonly about: string
  readonly yes: string
  readonly no: string
}

/** Everything that the page of one's own registration says besides what the schedule and the form say too. */
export interface OwnMessages {
  readonly title: string
  readonly loading: string
  readonly status: Readonly<Record<OwnRegistration['status'], string>>
  /** `place` counts from 1. */
  /** Of a place that is held until the address is confirmed; `time` is by the clocks of Kyiv. */
  readonly held: {
    readonly title: string
    readonly until: Readonly<Record<'confirmed' | 'waitlisted', (time: string) => string>>
    readonly left: (minutes: number) => string
    readonly otherwise: string
    readonly confirm: string
    readonly confirming: string
    readonly confirmed: string
  }
  /** Of one that was not confirmed in time. */
  readonly lapsed: { readonly title: string; readonly about: (time: string) => string; readonly again: string }
  readonly queue: (place: number) => string
  readonly anew: string
  readonly unchangeable: string
  readonly code: string
  readonly codeAbout: string
  readonly change: string
  readonly sentTo: string
  readonly save: string
  readonly saved: string
  readonly saving: string
  readonly cancel: string
  readonly data: string
  readonly dataAbout: string
  readonly download: string
  readonly downloaded: string
  readonly erase: string
  readonly erased: string
  readonly erasedAbout: string
  readonly questions: Readonly<Record<'cancel' | 'erase', Question>>
  readonly noLink: string
  readonly wrongLink: string
  readonly linkAbout: string
  readonly sendLink: string
  readonly linkSent: string
  readonly tooLate: string
  readonly otherLanguage: string
}

export const ownMessages: Readonly<Record<Locale, OwnMessages>> = { uk: ownUk, en: ownEn }
