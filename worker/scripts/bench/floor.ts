import type { Page } from '@playwright/test'

/** The schedule that a page shows: its height, its markup and its styles as the browser understood them. */
export interface Shown {
  readonly height: number
  readonly markup: string
  readonly styles: string
}

export const shownBy = (page: Page): Promise<Shown> =>
  page.locator('kyiv-forums').evaluate(element => {
    const root = element.shadowRoot
    if (!root) throw new Error('The widget has no open shadow root')
    return {
      height: element.getBoundingClientRect().height,
      markup: root.innerHTML,
      styles: root.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules].map(({ cssText }) => cssText)).join(''),
    }
  })

/** How many forums it lays out. */
export const forumsShownBy = (page: Page): Promise<number> =>
  page
    .locator('kyiv-forums')
    .locator('[part~=card],[part~=row],[part~=undated] li')
    .evaluateAll(forums => forums.filter(forum => forum.checkVisibility()).length)

const tidyMarkup = (markup: string) => markup.replaceAll(/<!--.*?-->/gs, '').replaceAll(/\s+/g, ' ')

const tidyStyles = (styles: string) => styles.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{};]) ?/g, '$1')

/** The least that shows the same: the finished markup and its styles in an element without any library. */
export const floorScript = ({ markup, styles }: Shown): string => {
  const content = JSON.stringify(`<style>${tidyStyles(styles)}</style>${tidyMarkup(markup)}`)
  return `customElements.define("forums-floor",class extends HTMLElement{connectedCallback(){this.attachShadow({mode:"open"}).innerHTML=${content}}})`
}
