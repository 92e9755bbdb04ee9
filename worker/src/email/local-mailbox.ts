import type { Letter } from './mailer.ts'
import { openDatabase } from '../database/database.ts'
import { privateToken } from '../registration/private-link.ts'
import type { Bindings } from '../bindings.ts'
import { rowsOfLetters } from './outbox-store.ts'

const shown = 100

/** What Cloudflare's binding is given of a letter. */
type Given = Omit<Letter, 'messageId' | 'from'> & { readonly headers: Record<string, string> }

const table = 'CREATE TABLE IF NOT EXISTS local_mailbox (id INTEGER PRIMARY KEY NOT NULL, letter TEXT NOT NULL) STRICT'

/** In the place of Cloudflare's binding, for the local start alone: letters go nowhere, but into a table of their own. */
export const localMail = (d1: D1Database): SendEmail => ({
  send: async (letter: unknown) => {
    await d1.batch([
      d1.prepare(table),
      d1.prepare('INSERT INTO local_mailbox (letter) VALUES (?)').bind(JSON.stringify(letter)),
    ])
    return { messageId: '' }
  },
})

/** The letters that were made, the newest first, with the links that they carry. */
export const localMailbox = async (bindings: Bindings, origin: string): Promise<Response> => {
  await bindings.DB.prepare(table).run()
  const { results } = await bindings.DB.prepare('SELECT letter FROM local_mailbox ORDER BY id DESC LIMIT ?')
    .bind(shown)
    .all<{ letter: string }>()
  const letters = results.map(({ letter }) => JSON.parse(letter) as Given)
  const rows = new Map(
    (await rowsOfLetters(openDatabase(bindings.DB), letters.map(idOf))).map(row => [row.id, row] as const),
  )
  return Response.json(
    await Promise.all(letters.map(letter => entry(bindings.STAMP_SECRET, origin, letter, rows.get(idOf(letter))))),
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

const idOf = ({ headers }: Given): number => Number.parseInt((headers['X-Letter-ID'] ?? '').slice(1), 10)

type Row = Awaited<ReturnType<typeof rowsOfLetters>>[number]

const entry = async (secret: string, origin: string, letter: Given, row: Row | undefined) => ({
  ...letter,
  ...(row && {
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    ...(row.code !== null && { link: `${origin}/registration#${await privateToken(secret, row.code)}` }),
  }),
})
