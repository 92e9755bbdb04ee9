import process from 'node:process'

/**
 * `npm run bench`: the measurements of the README's table, each as a ratio to a reference in the same run.
 * `npm run bench embed` runs one part alone.
 */
const parts = {
  api: () => import('./bench/api.ts'),
  embed: () => import('./bench/embed.ts'),
  lists: () => import('./bench/lists.ts'),
}

const [only] = process.argv.slice(2)
const asked = Object.entries(parts).filter(([name]) => only === undefined || name === only)
if (asked.length === 0) throw new Error(`There is no part ${only}; there are ${Object.keys(parts).join(' and ')}.`)
for (const [, run] of asked) await run()
