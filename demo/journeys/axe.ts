import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** WCAG 2.2 AA and EN 301 549, as far as a machine can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549']

/** Once for a page: what is loaded stays while size, look and language change. */
export const bringAxe = (page: Page): Promise<unknown> => page.evaluate(axe.source)

const colourRules = ['color-contrast', 'link-in-text-block']

/** Colours alone change with the look of a page: what else is wrong is wrong in each. */
export type Scope = 'everything' | 'colours'

/**
 * What axe finds wrong in an element, its open shadow root included. With forced colours contrast is the system's: there
 * Chromium tells scripts the page's own colour of a text beside the system's background, and axe would compare the two.
 */
export const violations = (page: Page, element: string, scope: Scope = 'everything'): Promise<string[]> =>
  page.evaluate(
    async ([selector, runOnly]) => {
      // What has just been changed is on the screen in the next frame.
      await new Promise(requestAnimationFrame)
      const { axe: brought } = globalThis as unknown as { axe: typeof axe }
      const found = await brought.run(selector, {
        runOnly,
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
        preload: false,
      })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
      )
    },
    [
      element,
      scope === 'colours' ? { type: 'rule' as const, values: colourRules } : { type: 'tag' as const, values: rules },
    ] as const,
  )
