import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { pages } from './test-pages.ts'

const root = join(import.meta.dirname, '..')

/** Rules in Node; elements in a real browser, far from Kyiv, so that a date told by the machine's clock is noticed. */
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
      {
        plugins: [pages],
        resolve: { conditions: ['module', 'browser', 'production'] },
        optimizeDeps: { include: ['lit', 'axe-core'] },
        test: {
          name: 'widget-browser',
          root,
          include: ['widget/**/*.browser.test.ts'],
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
      },
    ],
  },
})
