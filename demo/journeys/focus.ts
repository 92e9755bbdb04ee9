import type { Locator, Page } from '@playwright/test'

/** Presses Tab until the keyboard stands on something. */
export const tabTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press(key)
    const stands = await target.evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element)
    if (stands) return
  }
  throw new Error('The keyboard does not reach it')
}

export type Stop = {
  /** Tag and what a person would call it. */
  readonly name: string
  /** On the page, or in the dialog: as if nothing had been scrolled. */
  readonly left: number
  readonly top: number
  readonly bottom: number
  /** Whether a person sees a part of it: not all of it is off the screen or under something else. */
  readonly seen: boolean
}

/** Where the keyboard stands, through open shadow roots; null when it stands nowhere. */
export const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    if (!at || at === document.body) return null
    const found = at
    const { left, right, top, bottom } = found.getBoundingClientRect()
    const scrolled = found.closest('dialog')?.scrollTop ?? scrollY
    const atPoint = (x: number, y: number) => {
      let on = document.elementFromPoint(x, y)
      while (on?.shadowRoot) {
        const inner = on.shadowRoot.elementFromPoint(x, y)
        if (!inner || inner === on) break
        on = inner
      }
      return on !== null && (found.contains(on) || on.contains(found))
    }
    const xs = [0.1, 0.5, 0.9].map(part => left + (right - left) * part)
    const ys = [0.1, 0.5, 0.9].map(part => top + (bottom - top) * part)
    return {
      name: `${found.localName} ${found.getAttribute('aria-label') || found.id || found.textContent?.trim().replace(/\s+/g, ' ')}`,
      left,
      top: top + scrolled,
      bottom: bottom + scrolled,
      seen: xs.some(x => ys.some(y => atPoint(x, y))),
    }
  })

/** Every stop of the keyboard from where it stands until it comes to `last`, or nowhere. */
export const stopsUntil = async (page: Page, last: RegExp, key = 'Tab'): Promise<readonly Stop[]> => {
  const stops: Stop[] = []
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press(key)
    const at = await stop(page)
    if (!at || last.test(at.name)) return stops
    stops.push(at)
  }
  throw new Error(`The keyboard goes on and on: ${stops.map(({ name }) => name).join(', ')}`)
}
