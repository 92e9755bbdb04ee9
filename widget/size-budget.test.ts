import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltFile, buildRegistrationPage, buildWidget } from './build.ts'

/** Bytes, brotli 11. The first part has to arrive in the first flight of a connection, with room for certificates. */
const budget = { widget: 12 * 1024, form: 6 * 1024, challenge: 4 * 1024 }

describe('what a visitor downloads', () => {
  let built: BuiltFile[]
  let sources: string[]

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'kyiv-forums-'))
    built = await buildWidget(directory)
    sources = await Promise.all(built.map(({ file }) => readFile(join(directory, file), 'utf8')))
  })

  test('the script with the schedule fits its budget', () => {
    expect(built[0]?.file).toBe('widget.js')
    expect(built[0]?.brotli).toBeLessThanOrEqual(budget.widget)
  })

  test('the form part fits its budget, and is named after its content', () => {
    expect(built[1]?.file).toMatch(/^form-[\w-]{10}\.js$/)
    expect(built[1]?.brotli).toBeLessThanOrEqual(budget.form)
    expect(sources[0]).toContain(built[1]?.file)
  })

  test('what solves challenges fits its budget, and is named after its content', () => {
    expect(built[2]?.file).toMatch(/^challenge-[\w-]{10}\.js$/)
    expect(built[2]?.brotli).toBeLessThanOrEqual(budget.challenge)
    expect(sources[0]).toContain(built[2]?.file)
  })

  test('the script is a classic one', () => {
    expect(() => new Script(sources[0] ?? '')).not.toThrow()
  })

  test('none brings a validator, nor the form a second Lit', () => {
    for (const source of sources) expect(source).not.toMatch(/zod|ZodError|safeParse/i)
    expect(sources[0]).toContain('lit-html')
    expect(sources[1]).not.toContain('lit-html')
  })
})

test('the page of one’s own registration is a module that needs nothing besides', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kyiv-forums-'))
  const { file } = await buildRegistrationPage(directory)
  expect(file).toBe('registration-page.js')
  const source = await readFile(join(directory, file), 'utf8')
  expect(source).toContain('lit-html')
  expect(source).not.toMatch(/zod|ZodError|\bimport\b|<style|style=/)
})
