type Scalar = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly minimum?: number
  readonly example?: unknown
  readonly examples?: unknown
}

const ofFormats: Readonly<Record<string, string>> = {
  date: '2019-06-06',
  'date-time': '2019-06-03T09:00:00.000Z',
  uri: 'https://example.org/',
}

/**
 * The document with an example wherever the schema itself, or the example of the whole, tells one. Where they do not, as
 * of most texts, whoever writes the schema gives it.
 */
export const withEvidentExamples = <Document>(document: Document): Document =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'properties' || key === 'schemas' ? ofProperties(value as Record<string, Scalar>) : ofWhole(value),
  ) as Document

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ofWhole = (value: unknown): unknown => {
  if (!isRecord(value) || !isRecord(value['example']) || !isRecord(value['properties'])) return value
  const { example, properties } = value as { example: Record<string, unknown>; properties: Record<string, Scalar> }
  const parts = Object.entries(properties).map(([name, schema]) => [
    name,
    name in example && !isGiven(schema) ? { ...schema, example: example[name] } : schema,
  ])
  return { ...value, properties: Object.fromEntries(parts) }
}

const isGiven = ({ example, examples }: Scalar): boolean => example !== undefined || examples !== undefined

const ofProperties = (properties: Record<string, Scalar>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const example = isGiven(schema) ? undefined : evident(schema)
      return [name, example === undefined ? schema : { ...schema, example }]
    }),
  )

const evident = ({ type, enum: values, const: only, format = '', minimum }: Scalar): unknown => {
  if (only !== undefined) return only
  if (values) return values[0]
  const types = Array.isArray(type) ? type : [type]
  if (types.includes('boolean')) return true
  if (types.includes('integer')) return Math.max(minimum ?? 0, 12)
  return ofFormats[format]
}
