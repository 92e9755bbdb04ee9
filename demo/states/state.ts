import type { Page } from '@playwright/test'

export type Language = 'uk' | 'en'

/** Something that a person can be shown, and how to get there. */
export type State = {
  readonly name: string
  /** What is on the screen then, in each language that it speaks. */
  readonly shows: Readonly<Partial<Record<Language, string>>>
  /** What is ours on the screen, as a selector. */
  readonly element: string
  readonly open: (page: Page) => Promise<unknown>
  readonly speak: (page: Page, language: Language) => Promise<unknown>
}

export const languagesOf = ({ shows }: State): readonly Language[] => Object.keys(shows) as Language[]

/** Puts another language on the screen and waits until it is there. */
export const speak = async (page: Page, state: State, language: Language): Promise<void> => {
  await state.speak(page, language)
  await page
    .getByText(state.shows[language] ?? '')
    .first()
    .waitFor({ state: 'attached' })
}

export const looks = ['light', 'dark', 'forced-colours'] as const
export type Look = (typeof looks)[number]

/** How a person's system, and the page's editor, want it to look. */
export const turnTo = async (page: Page, look: Look): Promise<void> => {
  await page.emulateMedia({
    colorScheme: look === 'light' ? 'light' : 'dark',
    forcedColors: look === 'forced-colours' ? 'active' : 'none',
  })
  await page
    .locator('kyiv-forums')
    .evaluateAll(
      (elements, theme) => elements.forEach(element => element.setAttribute('theme', theme)),
      look === 'dark' ? 'dark' : 'light',
    )
}
