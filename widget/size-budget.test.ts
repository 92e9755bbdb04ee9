import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildRegistrationPage, buildWidget, type Release } from './build.ts'

/**
 * Bytes, brotli 11. The script has to arrive in the first flight of a connection together with the schedule that it
 * carries (the worker's tests count that), and all that a registration needs in little more.
 */
const budget = { widget: 10.5 * 1024, registration: 16 * 1024, challenge: 4 * 1024, check: 6 * 1024 }

describe('what a visitor downloads', () => {
  let release: Release
  const sources: Record<string, string> = {}
  const sizeOf = (name: string) => release.files.find(({ file }) => file === `${name}.js`)?.brotli ?? Infinity

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'kyiv-forums-'))
    release = await buildWidget(directory)
    for (const { file } of release.files) sources[file] = await readFile(join(directory, release.name, file), 'utf8')
  }, 60_000)

  test('the script with the schedule fits its budget', () => {
    expect(sizeOf('widget')).toBeLessThanOrEqual(budget.widget)
  })

  test.each(['uk', 'en'])('all that a registration in %s needs fits its budget', locale => {
    expect(sizeOf('widget') + sizeOf(`form-${locale}`)).toBeLessThanOrEqual(budget.registration)
  })

  test('what few will ever need fits its budget', () => {
    expect(sizeOf('challenge')).toBeLessThanOrEqual(budget.challenge)
    expect(sizeOf('check')).toBeLessThanOrEqual(budget.check)
  })

  test('the script is a classic one, and finds its parts by the name of the release', () => {
    expect(() => new Script(sources['widget.js'] ?? '')).not.toThrow()
    expect(release.name).toMatch(/^[\w-]{10}$/)
    expect(sources['widget.js']).toContain(release.name)
  })

  test('it ends where the worker writes what it carries', () => {
    expect(sources['widget.js']).toBe(`${release.script}})(0)`)
  })

  test('a form speaks one language', () => {
    expect(sources['form-uk.js']).not.toContain('Full name')
    expect(sources['form-en.js']).not.toMatch(/Прізвище|прізвище/)
  })

  test('the form asks for its own controls by the names that they bear', () => {
    for (const name of ['remember', 'consent', 'proposal'])
      expect(sources['form-uk.js']).toMatch(new RegExp(`\\.${name}\\b\\??\\.(?:checked|value)`))
  })

  test.each(['uk', 'en'])('what the form in %s borrows, the element lends under the same short names', locale => {
    const [, lent = ''] = /=\{(html:[^}]*)\}/.exec(sources['widget.js'] ?? '') ?? []
    const [, borrowed = ''] = /\.lent,(.*?)=\{/.exec(sources[`form-${locale}.js`] ?? '') ?? []
    const names = [...borrowed.matchAll(/\w+=\w+\.(\w+)/g)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(5)
    expect(lent.match(/\w+(?=:)/g)).toEqual(expect.arrayContaining(names))
  })

  test('none brings a validator, evaluates text or sets a style that a policy could forbid', () => {
    for (const source of Object.values(sources)) {
      expect(source).not.toMatch(/zod|ZodError|safeParse/i)
      expect(source).not.toMatch(/\beval\(|new Function|\bstyle="|\.innerHTML=(?!t\b|e\b)/)
    }
  })

  test('only the script brings Lit, with a Trusted Types policy of our name', () => {
    expect(sources['widget.js']).toContain('createPolicy("kyiv-forums"')
    for (const part of ['form-uk.js', 'form-en.js', 'check.js']) expect(sources[part]).not.toContain('lit$')
  })
})

test('the page of one’s own registration is a module that needs nothing besides', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kyiv-forums-'))
  const { file } = await buildRegistrationPage(directory)
  expect(file).toBe('registration-page.js')
  const source = await readFile(join(directory, file), 'utf8')
  expect(source).toContain('lit-html')
  expect(source).not.toMatch(/zod|ZodError|\bimport\b|<style|style=/)
}, 60_000)
