import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { minifyHTMLLiterals } from 'minify-literals'
import { rolldown, type InputOptions, type Plugin } from 'rolldown'
import { minify } from 'terser'
import { quietLit } from './quiet-lit.ts'

export interface BuiltFile {
  readonly file: string
  readonly bytes: number
  /** Bytes as they travel: brotli 11. */
  readonly brotli: number
  /** For `integrity` (W3C Subresource Integrity). */
  readonly integrity: string
}

const source = join(import.meta.dirname, 'src')

/** The built files, and what the worker needs to deliver them. */
export interface Release {
  /** A hash of all its files. */
  readonly name: string
  /** Of `widget.js`, for the `integrity` of a tag (W3C Subresource Integrity). */
  readonly integrity: string
  /** `widget.js` without its last characters, after which comes what it carries. */
  readonly script: string
  readonly files: readonly BuiltFile[]
}

/**
 * Builds what strangers' pages load into `outDir/<release>/`: `widget.js`, a classic script, and the modules that it
 * imports beside it: the form, what solves challenges, and the panel for editors, which few will ever need.
 */
export const buildWidget = async (outDir: string): Promise<Release> => {
  const names: ShortNames = {}
  const parts = {
    'form-uk': await form('uk', names),
    'form-en': await form('en', names),
    challenge: await minified(solving(await bundle('challenge/challenge.ts', 'iife', {}, {}, 'part')), true, {}),
    check: await bundle('check/check.ts', 'es', { plugins: [borrowed, minifiedTemplates] }, names),
  }
  const unnamed = await bundle('index.ts', 'iife', { plugins: [quietLit, minifiedTemplates], ...production }, names)
  const name = hashOf(unnamed, ...Object.values(parts))
  const named = opening + unnamed.replaceAll('RELEASE', JSON.stringify(name))
  const folder = join(outDir, name)
  await mkdir(folder, { recursive: true })
  const files = await Promise.all([
    written(folder, 'widget', named + closing(0)),
    ...Object.entries(parts).map(([part, code]) => written(folder, part, code)),
  ])
  return { name, integrity: integrityOf(named + closing(0)), script: named, files }
}

/** Builds the page of one's own registration into `outDir`: `registration-page.js`, a module with its own Lit. */
export const buildRegistrationPage = async (outDir: string): Promise<BuiltFile> => {
  const page = await bundle('own-registration/define.ts', 'es', { plugins: [minifiedTemplates], ...production }, {})
  await mkdir(outDir, { recursive: true })
  return written(outDir, 'registration-page', page)
}

/** The form in one language: a person needs no more. */
const form = (locale: 'uk' | 'en', names: ShortNames) =>
  bundle('registration/registration.ts', 'es', { plugins: [speaking(locale), borrowed, minifiedTemplates] }, names)

/** Leaves only one language of the form's words, under both names: so it never has nothing to say. */
const speaking = (locale: 'uk' | 'en'): Plugin => ({
  name: 'speaking',
  transform: (code, id) =>
    id.endsWith('/messages/form-messages.ts')
      ? code.replace(
          /= \{ uk: formUk, en: formEn \}/,
          locale === 'uk' ? '= { uk: formUk, en: formUk }' : '= { uk: formEn, en: formEn }',
        )
      : null,
})

const hashOf = (...texts: string[]) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text}\0`)
  return hash.digest('base64url').slice(0, 10)
}

const integrityOf = (code: string) => `sha384-${createHash('sha384').update(code).digest('base64')}`

/** The worker writes what the script carries where this ends; a release carries nothing. */
const opening = '(CARRIED=>{'
const closing = (carried: 0) => `})(${carried})`

/** A worker runs the same code as the page, from the text of the function that all of it stands in. */
const solving = (code: string) =>
  `const own=()=>{${code};return part};export const solve=own().solver("("+own+")().serve()")`

/** Every browser that knows container queries knows this too. */
const target = 'es2022'

const production = { transform: { target, define: { 'process.env.NODE_ENV': '"production"' } } }

const bundle = async (
  entry: string,
  format: 'es' | 'iife',
  options: InputOptions,
  names: ShortNames,
  name = 'none',
): Promise<string> => {
  const build = await rolldown({ input: join(source, entry), platform: 'browser', transform: { target }, ...options })
  const { output } = await build.generate({ format, name, minify: true, codeSplitting: false })
  await build.close()
  return minified(output[0].code, format === 'es', names)
}

/** What properties are called after shortening: a part and the element that it is for say the same. */
interface ShortNames {
  properties?: object
}

const minified = async (code: string, module: boolean, names: ShortNames): Promise<string> => {
  const nameCache: { props?: object } = names.properties ? { props: names.properties } : {}
  const result = await minify(code, {
    module,
    nameCache,
    ecma: 2020,
    compress: { ecma: 2020, passes: 3, unsafe: true, unsafe_arrows: true, pure_getters: true, lhs_constants: false },
    mangle: { properties: { regex: shortened, builtins: true } },
    format: { comments: false },
  })
  if (nameCache.props) names.properties = nameCache.props
  return result.code ?? code
}

/** Names that only Lit uses, or the element and its schedule inside one file: to be shortened. */
const litsOwn = [
  '_\\$.*',
  'onPage|unopened|approach|retrying|scheduleRequest|scheduleSettled',
  'laterForums|hoursToCome|placeToCome|heldForums|goalAbout|cityPortal|newTab',
  'creationScope|parts|ctor|el',
]

/** What the parts ask of the element, and what both say: neither the API nor a page's own script knows these names. */
const shared = [
  'messages|apiOrigin|renderRoot|requestUpdate|refreshSchedule|registrationClosed|retryAfter',
  'outwardLink|toCalendar|forumName|forumPage|troubleOf|troubles|tryAgain|joinWaitlist',
  'loadForm|loadChallenge|carried|adopt|undated|unopened',
]

/** Names that only the form part uses: neither the API, nor the browser, nor the element on the page knows them. */
const formsOwn = [
  'waitlistNotice|hints|sending|nobody|consentText|kept|fieldErrors|problems|another|copied|receipt',
  'fresh|receivedAt|represents?|goTo|typed|labels|optional|most|rows|autocomplete|problem',
]

const shortened = new RegExp(`^(${[...litsOwn, ...shared, ...formsOwn].join('|')})$`)

const minifiedTemplates: Plugin = {
  name: 'minified-templates',
  async transform(code, id) {
    if (!id.startsWith(source) || !/(html|css|svg)`/.test(code)) return null
    const result = await minifyHTMLLiterals(code, { fileName: id })
    return result && { code: result.code.replace(/\bcss`([^`]*)`/g, plain), map: null }
  },
}

/** A sheet is the text as it stands; the gaps that its minifier leaves between signs are not needed. */
const plain = (_: string, sheet: string) =>
  `\`${sheet
    .replace(/ ([*/]) /g, '$1')
    .replaceAll(', ', ',')
    .replace(/@(media|container) \(/g, '@$1(')}\``

const lenders = [
  'lit/html.js',
  ...['http', 'schedule/forum-facts', 'schedule/registration-line', 'schedule/trouble'].map(name =>
    join(source, `${name}.ts`),
  ),
  '#contract/forum-reading',
  '#contract/messages/messages',
]

/** What `lent.ts` names is read from the running element, wherever the form part imports it from. */
const borrowed: Plugin = {
  name: 'borrowed',
  resolveId(specifier, importer) {
    const id = specifier.startsWith('.') && importer ? join(dirname(importer), specifier) : specifier
    return lenders.includes(id) ? 'borrowed:lent' : null
  },
  async load(id) {
    if (id !== 'borrowed:lent') return null
    const [, list = ''] = /lent = \{([^}]*)\}/.exec(await readFile(join(source, 'lent.ts'), 'utf8')) ?? []
    const lender = "const lent = customElements.get('kyiv-forums').lent\n"
    return lender + (list.match(/\w+/g) ?? []).map(name => `export const ${name} = lent.${name}\n`).join('')
  },
}

const written = async (folder: string, name: string, code: string): Promise<BuiltFile> => {
  const file = `${name}.js`
  await writeFile(join(folder, file), code)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return {
    file,
    bytes: Buffer.byteLength(code),
    brotli: brotliCompressSync(code, { params }).length,
    integrity: integrityOf(code),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = join(import.meta.dirname, '../.build/sizes')
  const { files } = await buildWidget(outDir)
  for (const { file, bytes, brotli } of [...files, await buildRegistrationPage(outDir)])
    console.log(`${file}  ${bytes} B  ${brotli} B brotli`)
}
