import { defineConfig, devices } from '@playwright/test'

const launchOptions = {
  ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
}

/** Journeys across two origins, in a real browser against the really running worker, which `world.ts` starts. */
export default defineConfig({
  testDir: './journeys',
  globalSetup: './journeys/world.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  maxFailures: 8,
  reporter: 'list',
  use: {
    // A browser far from Kyiv: what it shows must still be Kyiv's time.
    timezoneId: 'America/New_York',
    locale: 'uk-UA',
    trace: 'retain-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } }, testIgnore: ['**/phone*', '**/hostile*'] },
    { name: 'phone', use: { ...devices['Galaxy S9+'], viewport: { width: 360, height: 740 } }, testMatch: '**/phone*' },
    {
      name: 'hostile',
      testMatch: '**/hostile*.test.ts',
      use: {
        viewport: { width: 1280, height: 900 },
        // So many short journeys: recording each costs a fifth of their time.
        trace: 'off',
        launchOptions: {
          ...launchOptions,
          // Sites with names of their own, without TLS: to a browser only localhost is as good as https.
          args: [...launchOptions.args, '--host-resolver-rules=MAP *.test 127.0.0.1'],
          // People go back, and see pages out of the browser's memory.
          ignoreDefaultArgs: ['--disable-back-forward-cache'],
        },
      },
    },
  ],
})
