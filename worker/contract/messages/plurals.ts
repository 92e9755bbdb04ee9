import type { Locale } from '../words.ts'

/** The forms that a language has (Unicode CLDR); a missing one does not compile. */
export interface PluralForms {
  readonly uk: Readonly<Record<'one' | 'few' | 'many' | 'other', string>>
  readonly en: Readonly<Record<'one' | 'other', string>>
}

/** The form for `count`, with the number in place of `#`. */
export const plural = <Language extends Locale>(
  language: Language,
  count: number,
  forms: PluralForms[Language],
): string => {
  const form = new Intl.PluralRules(language).select(count)
  return ((forms as Record<string, string>)[form] ?? forms.other).replace('#', String(count))
}
