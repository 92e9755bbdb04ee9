import { version } from '../../../package.json'
import type { Api } from '../http/api.ts'
import { completeOperation } from './complete-operation.ts'
import { documentedRefusals } from './documented-refusals.ts'
import { withEvidentExamples } from './evident-examples.ts'
import { tags } from './openapi-tags.ts'

type Document = ReturnType<Api['getOpenAPI31Document']>
type Path = NonNullable<Document['paths']>[string]
export type Operation = NonNullable<Path['get']>

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const made = new WeakMap<Api, Document>()

/** OpenAPI 3.1, generated once from the schemas that validate. `base` is the path of the API. */
export const openApiDocument = (app: Api, base: string): Document => {
  const known = made.get(app)
  if (known) return known
  const document = complete(generated(app), base)
  made.set(app, document)
  return document
}

const generated = (app: Api): Document =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Kyiv Forums',
      version,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      description:
        "The schedule of a city's civil-society forums, registration for them, and the lists of their organisers. " +
        'Inside `v1` it only grows. Refusals are `application/problem+json` (RFC 9457) with a stable `code`: see [all of them](/docs/problems). ' +
        'From a token to a published forum: [recipes](/docs/recipes).',
    },
    servers: [{ url: '/', description: 'The worker that serves this document' }],
    tags: [...tags],
  })

const complete = (document: Document, base: string): Document => {
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, operations]) => [
      path,
      completePath(path.slice(base.length), operations),
    ]),
  )
  const used = JSON.stringify(paths)
  const responses = Object.fromEntries(
    Object.entries(documentedRefusals).filter(([name]) => used.includes(`/${name}"`)),
  )
  return withEvidentExamples({ ...document, components: { ...document.components, responses }, paths })
}

const completePath = (path: string, operations: Path): Path => ({
  ...operations,
  ...Object.fromEntries(
    methods.flatMap(method => {
      const operation = operations[method]
      return operation ? [[method, completeOperation(`${method.toUpperCase()} ${path}`, operation)]] : []
    }),
  ),
})
