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

/** The document with an example wherever the schema itself tells one. Where it does not, as of most texts, whoever writes the schema gives it. */
export const withEvidentExamples = <Document>(document: Document): Document =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'properties' || key === 'schemas' ? ofProperties(value as Record<string, Scalar>) : value,
  ) as Document

const ofProperties = (properties: Record<string, Scalar>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const example = schema.example === undefined && schema.examples === undefined ? evident(schema) : undefined
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
