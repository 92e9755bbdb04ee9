import type { Locale } from '#contract'
import type { Content } from '../page.ts'
import type { RecipeName } from './commands.ts'
import { recipeWordsEn } from './recipe-words-en.ts'
import { recipeWordsUk } from './recipe-words-uk.ts'

/** What is said round a command. */
export type Recipe = { readonly title: string; readonly before: Content; readonly after?: Content }

export type RecipeWords = {
  readonly title: string
  readonly lead: Content
  readonly otherLanguage: string
  readonly reference: string
  readonly contents: string
  readonly copy: string
  readonly copied: string
  readonly recipes: Readonly<Record<RecipeName, Recipe>>
}

export const recipeWords: Readonly<Record<Locale, RecipeWords>> = { uk: recipeWordsUk, en: recipeWordsEn }
