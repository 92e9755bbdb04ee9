import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { minifyHTMLLiterals } from 'minify-literals'
import { rolldown, type InputOptions, type Plugin } from 'rolldown'
import { minify } from 'terser'

export interface BuiltFile {
  readonly file: string
  readonly bytes: number
  /** Bytes as they travel: brotli 11. */
  readonly brotli: number
}

const source = join(import.meta.dirname, 'src')

/**
 * Builds what strangers' pages load into `outDir`: `widget.js`, a classic script, and two modules that it imports by
 * their hashed names: the form part, and what solves challenges, which few will ever need.
 */
export const buildWidget = async (outDir: string): Promise<BuiltFile[]> => {
  const form = await bundle('registration/registration.ts', 'es', { plugins: [borrowed, minifiedTemplates] })
  const challenge = await minified(solving(await bundle('challenge/challenge.ts', 'iife', {}, 'part')), true)
  const formFile = hashedName('form', form)
  const challengeFile = hashedName('challenge', challenge)
  const define = {
    FORM_PART: JSON.stringify(formFile),
    CHALLENGE_PART: JSON.stringify(challengeFile),
    'process.env.NODE_ENV': '"production"',
  }
  const place = await bundle('index.ts', 'iife', {})
  const element = await bundle('define.ts', 'iife', {
    plugins: [quietLit, minifiedTemplates],
    transform: { target, define },
  })
  await mkdir(outDir, { recursive: true })
  return Promise.all([
    written(outDir, 'widget.js', await minified(script(place, element), false)),
    written(outDir, formFile, form),
    written(outDir, challengeFile, challenge),
  ])
}

/** Builds the page of one's own registration into `outDir`: `registration-page.js`, a module with its own Lit. */
export const buildRegistrationPage = async (outDir: string): Promise<BuiltFile> => {
  const page = await bundle('own-registration/define.ts', 'es', {
    plugins: [minifiedTemplates],
    transform: { target, define: { 'process.env.NODE_ENV': '"production"' } },
  })
  await mkdir(outDir, { recursive: true })
  return written(outDir, 'registration-page.js', page)
}

const hashedName = (name: string, code: string) =>
  `${name}-${createHash('sha256').update(code).digest('base64url').slice(0, 10)}.js`

/** A worker runs the same code as the page, from the text of the function that all of it stands in. */
const solving = (code: string) =>
  `const own=()=>{${code};return part};export const solve=own().solver("("+own+")().serve()")`

/**
 * Every tag of the script places its element, but only the first one brings the class, and Lit with it: a page may
 * allow one Trusted Types policy of a name. A page that allows none keeps its own content, and a word in the console.
 */
const script = (place: string, element: string) =>
  `${place};if(!customElements.get("kyiv-forums"))try{${element}}catch(e){console.warn("<kyiv-forums>",e)}`

/** Every browser that knows container queries knows this too. */
const target = 'es2022'

const bundle = async (entry: string, format: 'es' | 'iife', options: InputOptions, name = 'none'): Promise<string> => {
  const build = await rolldown({ input: join(source, entry), platform: 'browser', transform: { target }, ...options })
  const { output } = await build.generate({ format, name, minify: true, codeSplitting: false })
  await build.close()
  return minified(output[0].code, format === 'es')
}

const minified = async (code: string, module: boolean): Promise<string> => {
  const result = await minify(code, {
    module,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { properties: { regex: shortened } },
    format: { comments: false },
  })
  return result.code ?? code
}

/** Names that only Lit uses, or Lit and its controllers inside one file: to be shortened. */
const litsOwn = [
  '_\\$.*',
  '(add|remove)(Controller|Initializer)',
  'host(Connected|Disconnected|Updated?)',
  '(perform|schedule|should|will)Update',
  '(first|has)?[uU]pdated',
  '(element|finalize)Styles',
  'get(PropertyOptions|PropertyDescriptor|UpdateComplete)',
  'create(Property|RenderRoot)',
  '(from|to)Attribute',
  'render(Options|Before)',
  'isUpdatePending|enableUpdating|setConnected|shadowRootOptions',
  'hasChanged|useDefault|noAccessor|converter|wrapped',
]

/** Names that only the form part uses: neither the API, nor the browser, nor the element on the page knows them. */
const formsOwn = [
  'waitlistNotice|hints|sending|nobody|consentText|kept|fieldErrors|problems|another|copied|receipt',
  'fresh|receivedAt|represents?|goTo|typed',
]

const shortened = new RegExp(`^(${[...litsOwn, ...formsOwn].join('|')})$`)

/**
 * Lit as this script needs it: without the list of its versions on the page (a host's own Lit would warn of ours), without
 * metadata for decorators, and without explaining to developers what may stand in a stylesheet.
 */
const quietLit: Plugin = {
  name: 'quiet-lit',
  transform: (code, id) =>
    /node_modules\/(@lit|lit-)/.test(id)
      ? code
          .replaceAll(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0')
          .replaceAll(/\w+\.litPropertyMetadata\?\?=new WeakMap/g, '0')
          .replaceAll(/Symbol\.metadata\?\?=Symbol\("metadata"\)/g, '0')
          .replaceAll(/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this)/g, '')
          .replaceAll(/\w+\.\w+(PolyfillSupport|HydrateSupport)/g, '(void 0)')
          .replaceAll(/void 0===t.ShadyCSS\|\|t.ShadyCSS.nativeShadow/g, '!0')
          .replaceAll('throw Error("invalid template strings array")', 'throw 0')
          .replaceAll(/throw Error\(("CSSResult|"Value passed).*?"\)/g, 'throw 0')
      : null,
}

const minifiedTemplates: Plugin = {
  name: 'minified-templates',
  async transform(code, id) {
    if (!id.startsWith(source) || !/(html|css|svg)`/.test(code)) return null
    const result = await minifyHTMLLiterals(code, { fileName: id })
    return result && { code: result.code, map: result.map ?? null }
  },
}

const lenders = [
  'lit',
  ...['dates', 'http', 'messages/messages', 'patience', 'plurals', 'schedule/view'].map(name =>
    join(source, `${name}.ts`),
  ),
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

const written = async (outDir: string, file: string, code: string): Promise<BuiltFile> => {
  await writeFile(join(outDir, file), code)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return { file, bytes: Buffer.byteLength(code), brotli: brotliCompressSync(code, { params }).length }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = join(import.meta.dirname, '../.build/assets/v1')
  const built = [...(await buildWidget(outDir)), await buildRegistrationPage(outDir)]
  for (const { file, bytes, brotli } of built) console.log(`${file}  ${bytes} B  ${brotli} B brotli`)
}
