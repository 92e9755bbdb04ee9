import type { Locale } from '#contract'
import { statementEn } from './statement-en.ts'
import { statementUk } from './statement-uk.ts'

type Check = { readonly name: string; readonly about: string }

/** The accessibility statement: what was checked, by whom or what, and what was not. */
export interface Statement {
  readonly title: string
  readonly lead: string
  readonly otherLanguage: string
  readonly standard: { readonly title: string; readonly text: string; readonly level: string; readonly law: string }
  readonly machine: { readonly title: string; readonly text: string; readonly checks: readonly Check[] }
  readonly hand: {
    readonly title: string
    readonly text: string
    readonly notYet: string
    readonly checks: readonly Check[]
  }
  readonly limits: { readonly title: string; readonly known: readonly string[] }
  readonly report: { readonly title: string; readonly text: string; readonly link: string; readonly what: string }
}

export const statements: Readonly<Record<Locale, Statement>> = { uk: statementUk, en: statementEn }
