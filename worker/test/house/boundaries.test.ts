import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Each boundary between the rooms, broken once: a file that imports what its room may not, and the linter's answer. */
const crossings: [file: string, line: string][] = [
  ['worker/contract/crossing.ts', "import { Hono } from 'hono'\nexport const x = Hono"],
  ['worker/contract/crossing.ts', "import { createApp } from '../src/app.ts'\nexport const x = createApp"],
  ['worker/contract/limits.ts', "import * as z from 'zod'\nexport const x = z"],
  ['worker/src/schedule/crossing-rules.ts', "import { Hono } from 'hono'\nexport const x = Hono"],
  ['worker/src/schedule/crossing-rules.ts', "import { sql } from 'drizzle-orm'\nexport const x = sql"],
  [
    'worker/src/schedule/crossing-rules.ts',
    "import { readForum } from './schedule-store.ts'\nexport const x = readForum",
  ],
  [
    'worker/src/schedule/crossing-rules.ts',
    "import { checkBindings } from '../bindings.ts'\nexport const x = checkBindings",
  ],
  ['worker/src/schedule/crossing-rules.ts', "export const x = () => fetch('https://example.com')"],
  ['worker/src/schedule/crossing-rules.ts', 'export const x = () => crypto.randomUUID()'],
  ['worker/src/schedule/crossing-rules.ts', 'export const x = () => Date.now()'],
  ['worker/src/schedule/crossing-store.ts', "import { Hono } from 'hono'\nexport const x = Hono"],
  [
    'worker/src/schedule/crossing-store.ts',
    "import { forumState } from './forum-rules.ts'\nexport const x = forumState",
  ],
  ['worker/src/registration/register.ts', "import { Hono } from 'hono'\nexport const x = Hono"],
  ['worker/src/schedule/crossing-routes.ts', "import { sql } from 'drizzle-orm'\nexport const x = sql"],
  ['worker/src/schedule/crossing-routes.ts', 'export const x = (db: { transaction: () => void }) => db.transaction()'],
  ['worker/src/schedule/crossing-store.ts', 'export const x = (email: string) => console.log(email)'],
  ['worker/src/index.ts', "console.error('anything')\nexport const x = 1"],
  ['widget/src/crossing.ts', "import * as z from 'zod'\nexport const x = z"],
  ['widget/src/crossing.ts', "import { Forum } from '#contract'\nexport const x = Forum"],
  ['widget/src/crossing.ts', "import { createApp } from '../../worker/src/app.ts'\nexport const x = createApp"],
  ['widget/src/crossing.ts', "import { html } from 'lit'\nexport const x = html`<a href=${'/a'} href=${'/b'}></a>`"],
  ['demo/crossing.ts', "import { KyivForums } from '../widget/src/kyiv-forums.ts'\nexport const x = KyivForums"],
  ['demo/crossing.ts', "import { Forum } from '#contract'\nexport const x = Forum"],
]

const permitted: [file: string, line: string][] = [
  ['widget/src/crossing.ts', "import type { Forum } from '#contract'\nexport type X = Forum"],
  ['widget/src/crossing.ts', "import { limits } from '#contract/limits'\nexport const x = limits"],
  [
    'worker/src/schedule/crossing-rules.ts',
    "import type { ForumRow } from './schedule-store.ts'\nexport type X = ForumRow",
  ],
  ['worker/src/http/log.ts', "export const x = () => console.error('{}')"],
]

/** Lints all of them in a copy of the rooms' layout and returns what was said of each. */
const lint = (files: readonly [file: string, line: string][]): string[][] => {
  const root = mkdtempSync(join(tmpdir(), 'kyiv-forums-rooms-'))
  const written = files.map(([file, line], place) => {
    const path = file.replace('crossing', `crossing-${place}`)
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), `${line}\n`)
    return path
  })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, '.oxlintrc.json'), readFileSync('.oxlintrc.json'))
  const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'json', ...written], {
    cwd: root,
    encoding: 'utf8',
  })
  rmSync(root, { recursive: true })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  return written.map(path => diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code))
}

describe('the linter', () => {
  const refused = lint(crossings)
  const passed = lint(permitted)

  it.each(crossings.map(([file, line], place) => [file, line, place] as const))(
    'refuses in %s: %s',
    (_file, _line, place) => {
      expect(refused[place]?.join()).toMatch(/no-restricted-(imports|globals|properties)|no-console|^lit\(/)
    },
  )

  it.each(permitted.map(([file, line], place) => [file, line, place] as const))(
    'permits in %s: %s',
    (_file, _line, place) => {
      expect(passed[place]?.filter(code => /no-restricted|no-console/.test(code))).toEqual([])
    },
  )
})
