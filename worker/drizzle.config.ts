import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --config worker/drizzle.config.ts --name <what-is-now-true>`; then read what it wrote. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './worker/src/database/tables.ts',
  out: './worker/migrations',
})
