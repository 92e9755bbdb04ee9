import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { quietLit } from './quiet-lit.ts'
import { pages } from './test-pages.ts'

const root = join(import.meta.dirname, '..')

/** A real browser, far from Kyiv, so that a date told by the machine's clock is noticed. */
const inBrowser = (
  name: string,
  include: string,
  exclude: string[],
  plugins: NonNullable<TestProjectInlineConfiguration['plugins']>,
): TestProjectInlineConfiguration => ({
  plugins,
  resolve: { conditions: ['module', 'browser', 'production'] },
  optimizeDeps: { include: ['lit', 'axe-core'] },
  test: {
    name,
    root,
    include: [include],
    exclude,
    setupFiles: ['widget/src/testing/setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
          args: ['--no-sandbox', '--disable-gpu'],
        },
        contextOptions: { timezoneId: 'America/New_York', locale: 'en-US' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})

const ownPage = 'widget/src/own-registration/*.browser.test.ts'

/** Rules in Node; what is embedded with the Lit that is delivered, the page of one's own registration with a whole one. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'widget-rules',
          root,
          include: ['widget/**/*.test.ts'],
          exclude: ['widget/**/*.browser.test.ts'],
          env: { TZ: 'America/New_York' },
        },
      },
      inBrowser('widget-browser', 'widget/**/*.browser.test.ts', [ownPage], [pages, quietLit]),
      inBrowser('own-page-browser', ownPage, [], [pages]),
    ],
  },
})
