import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as analyzer from '@custom-elements-manifest/analyzer'

/** What the analyzer exports besides what its types say: its own TypeScript, which it must be given nodes of. */
interface Analyzer {
  readonly ts: {
    createSourceFile: (name: string, text: string, target: number, withParents: boolean) => object
  }
  readonly create: (analysed: { modules: object[] }) => { modules: { declarations: Declaration[] }[] }
}

const { create, ts } = analyzer as unknown as Analyzer
const es2022 = 9

/** What a custom-elements manifest tells of an element: https://github.com/webcomponents/custom-elements-manifest */
interface Told {
  readonly name: string
  readonly description?: string
  readonly default?: string
  readonly type?: { readonly text: string }
}

interface Declaration {
  readonly tagName?: string
  readonly attributes?: readonly Told[]
  readonly events?: readonly Told[]
  readonly cssParts?: readonly Told[]
  readonly cssProperties?: readonly Told[]
}

const readme = join(import.meta.dirname, '../README.md')
const element = join(import.meta.dirname, 'src/kyiv-forums.ts')

const begin = '<!-- What follows is written by `npm run manifest` from the doc comment of the element. -->\n'
const end = '<!-- So far. -->'

const code = (text: string) => `\`${text.replaceAll(/['"]/g, '').replaceAll('|', '`, `')}\``
const inOneLine = (text = '') => text.replaceAll(/\s+/g, ' ').trim()

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const tablesOf = ({ attributes = [], events = [], cssParts = [], cssProperties = [] }: Declaration): string =>
  [
    table(
      ['attribute', 'values', 'what it does'],
      attributes.map(({ name, type, description }) => [
        code(name),
        type && type.text !== 'string' ? code(type.text) : '',
        inOneLine(description),
      ]),
    ),
    table(
      ['event', 'when'],
      events
        .filter(({ description }) => description)
        .map(({ name, description }) => [code(name), inOneLine(description)]),
    ),
    table(
      ['custom property', 'default', 'what it colours or shapes'],
      cssProperties.map(({ name, default: given, description }) => [
        code(name),
        code(given ?? ''),
        inOneLine(description),
      ]),
    ),
    table(
      ['`::part()`', 'what it is'],
      cssParts.map(({ name, description }) => [code(name), inOneLine(description)]),
    ),
  ].join('\n\n')

/** The tables of the README, from the element's own doc comment. */
const tables = async (): Promise<string> => {
  const source = ts.createSourceFile('kyiv-forums.ts', await readFile(element, 'utf8'), es2022, true)
  const { modules } = create({ modules: [source] })
  const found = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'kyiv-forums')
  if (!found) throw new Error('The doc comment names no element')
  return tablesOf(found)
}

/** The README as it is, and as it should be. */
export const readmes = async (): Promise<{ readonly is: string; readonly shouldBe: string }> => {
  const { format, resolveConfig } = await import('prettier')
  const is = await readFile(readme, 'utf8')
  const [before, rest] = is.split(begin)
  const [, after] = (rest ?? '').split(end)
  if (before === undefined || after === undefined) throw new Error('The README has no place for the tables')
  const options = { ...(await resolveConfig(readme)), filepath: readme }
  return { is, shouldBe: await format(`${before}${begin}\n${await tables()}\n\n${end}${after}`, options) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(readme, (await readmes()).shouldBe)
