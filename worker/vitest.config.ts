import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const inWorkerd = ['worker/src/**/*-{store,routes}.test.ts', 'worker/test/workerd/**/*.test.ts']

/** Milliseconds: on a busy machine all is slow, and nothing here says how fast anything is. */
const patience = 60_000

/** Rules in plain Node; stores and routes in workerd against D1; races by real HTTP against the running worker. */
export default defineConfig(async () => ({
  root: `${import.meta.dirname}/..`,
  test: {
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          include: ['worker/{contract,src,scripts}/**/*.test.ts'],
          exclude: inWorkerd,
          // Far from Kyiv, so that a date told by the machine's clock is noticed.
          env: { TZ: 'America/New_York' },
          testTimeout: patience,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './worker/src/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('./worker/migrations'),
                STAMP_SECRET: 'a secret of the tests, of no use elsewhere',
              },
            },
          }),
        ],
        test: { name: 'workerd', include: inWorkerd, testTimeout: patience, hookTimeout: patience },
      },
      { test: { name: 'house', include: ['worker/test/house/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'load',
          include: ['worker/test/load/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After all others: what storms a server shall not be stormed itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
