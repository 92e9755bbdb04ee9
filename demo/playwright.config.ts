import { defineConfig, devices } from '@playwright/test'

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
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } }, testIgnore: /phone/ },
    { name: 'phone', use: { ...devices['Galaxy S9+'], viewport: { width: 360, height: 740 } }, testMatch: /phone/ },
  ],
})
