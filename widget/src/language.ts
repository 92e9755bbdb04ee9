import type { Locale } from '#contract'

/** The shadow root's own parent is its host: a page may itself be made of components. */
const above = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode)

/** The language of the nearest `lang`, the element's own included. What is not English is spoken to in Ukrainian. */
export const localeOf = (element: Element): Locale => {
  for (let node: Node | null = element; node; node = above(node)) {
    const lang = node instanceof Element && node.getAttribute('lang')
    if (lang) return /^en\b/i.test(lang) ? 'en' : 'uk'
  }
  return 'uk'
}
