import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export type Answer = {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, unknown>>
}

export type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, Answer>>
}

export type OpenApi = {
  readonly components?: { readonly responses?: Readonly<Record<string, Answer>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The path under which the document keeps the whole API. */
const base = '/api/v1'

/** `GET /schedule`, as the permissions name operations too, for each operation of a document. */
export const operationsOf = (document: OpenApi): Map<string, Operation> =>
  new Map(
    Object.entries(withAnswersInPlace(document).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path.slice(base.length)}`,
        operation,
      ]),
    ),
  )

/** The document with each answer where it is given, not where it is shared. */
const withAnswersInPlace = (document: OpenApi): OpenApi => {
  const shared = document.components?.responses ?? {}
  const inPlace = (answer: Answer): Answer => (answer.$ref && shared[answer.$ref.split('/').at(-1) ?? '']) || answer
  const changed = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
  const paths = changed(document.paths, path =>
    changed(path, operation => ({ ...operation, responses: changed(operation.responses, inPlace) })),
  )
  return { ...document, paths }
}

/** Everything that is answered must be in the document: a schema that lists properties allows no others. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => [key, closed(value)])
  const isObject = 'properties' in schema && 'type' in schema
  return Object.fromEntries(isObject ? [...entries, ['additionalProperties', false]] : entries)
}

const pointer = (...steps: readonly string[]): string =>
  steps.map(step => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

/** Judges what was sent and answered by the document alone (JSON Schema 2020-12, as OpenAPI 3.1 has it). */
export const judgeBy = (document: OpenApi) => {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }))
  ajv.addSchema(closed(withAnswersInPlace(document)) as object, 'openapi')
  const judges = new Map<string, ValidateFunction>()

  const judge = (place: string): ValidateFunction => {
    const known = judges.get(place)
    if (known) return known
    const made = ajv.compile({ $ref: `openapi#${place}` })
    judges.set(place, made)
    return made
  }

  /** What is wrong with a value by the schema that stands at a place of an operation; '' when nothing is. */
  return (operation: string, place: readonly string[], value: unknown): string => {
    const [method = '', path = ''] = operation.split(' ')
    const validate = judge(pointer('paths', base + path, method.toLowerCase(), ...place, 'schema'))
    return validate(value) ? '' : ajv.errorsText(validate.errors)
  }
}
