import { openDatabase } from '../database/database.ts'
import { privateToken } from '../registration/private-link.ts'
import type { Bindings } from '../bindings.ts'
import { newestLetters } from './outbox-store.ts'

const shown = 100

/** What lies in the outbox, with the links that the letters carry: for the local start alone, where nothing is sent. */
export const localMailbox = async (bindings: Bindings, origin: string): Promise<Response> => {
  const letters = await newestLetters(openDatabase(bindings.DB), shown)
  return Response.json(
    await Promise.all(
      letters.map(async ({ code, createdAt, ...letter }) => ({
        ...letter,
        createdAt: new Date(createdAt).toISOString(),
        code,
        link: `${origin}/registration#${await privateToken(bindings.STAMP_SECRET, code)}`,
      })),
    ),
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
