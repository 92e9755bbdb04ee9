import { type ProblemCode, problemStatuses } from '#contract/problem-codes'
import { type OpenApi, judgeBy, type Operation, operationsOf } from './documented.ts'

export type Asked = {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Bearer token. */
  readonly token?: string
  /** Lines that it leaves in the book, where that is not what its kind leaves: a repetition that changes nothing, say. */
  readonly lines?: number
}

export type Answered<Body = Record<string, unknown>> = {
  readonly status: number
  readonly headers: Headers
  /** Parsed when it is JSON, text otherwise. */
  readonly body: Body
}

/** Asks for an operation as the document names it; throws when the document does not hold what happens. */
export type Call = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  asked?: Asked,
) => Promise<Answered<Body>>

const problemType = 'application/problem+json'

/** Calls operations by HTTP, judges every answer by the document, and remembers which have succeeded. */
export const callerOf = (origin: string, document: OpenApi) => {
  const operations = operationsOf(document)
  const wrongWith = judgeBy(document)
  const succeeded = new Set<string>()

  const call: Call = async <Body>(method: string, path: string, asked: Asked = {}) => {
    const name = `${method} ${path}`
    const operation = operations.get(name)
    if (!operation) throw new Error(`${name} is not in the document`)
    const answer = await fetch(addressOf(origin, path, asked), requestOf(method, asked))
    const text = await answer.text()
    const complain = (words: string): never => {
      throw new Error(`${name} answered ${answer.status}: ${words}\n${text.slice(0, 500)}`)
    }
    const body = judged(operation, answer, text, (place, value) => wrongWith(name, place, value), complain)
    if (answer.ok) {
      succeeded.add(name)
      const wrong = asked.body === undefined ? '' : wrongWith(name, sentBody, asked.body)
      if (wrong) complain(`the document does not allow what was sent: ${wrong}`)
    }
    return { status: answer.status, headers: answer.headers, body: body as Body }
  }

  return {
    call,
    /** Those that nothing has called with success. */
    uncalled: (): string[] => [...operations.keys()].filter(name => !succeeded.has(name)),
  }
}

const sentBody = ['requestBody', 'content', 'application/json']

const addressOf = (origin: string, path: string, { params = {}, query = {} }: Asked): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(query)
  return `${origin}/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}

const requestOf = (method: string, { headers, body, token }: Asked): RequestInit => ({
  method,
  redirect: 'manual',
  headers: {
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...headers,
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
})

type Judge = (place: readonly string[], value: unknown) => string

const judged = (
  operation: Operation,
  answer: Response,
  text: string,
  wrongWith: Judge,
  complain: (words: string) => never,
): unknown => {
  const status = String(answer.status)
  const documented = operation.responses[status]
  if (answer.status >= 500) return complain('something broke')
  if (!documented) return complain('the document has no such status')
  const type = (answer.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''
  if (!documented.content) return text === '' ? undefined : complain('the document has no body here')
  if (!(type in documented.content)) return complain(`the document has no ${type || 'empty body'} here`)
  const value: unknown = /\bjson$/.test(type) ? JSON.parse(text) : text
  const wrong = wrongWith(['responses', status, 'content', type], value)
  if (wrong) return complain(wrong)
  if (type === problemType && !isTrueProblem(value, answer.status)) return complain('the code has another status')
  return value
}

const isTrueProblem = (value: unknown, status: number): boolean => {
  const { code, status: said } = value as { code: ProblemCode; status: number }
  return said === status && problemStatuses[code] === status
}
