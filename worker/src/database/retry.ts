import { passingFaultOf, waitBeforeRetry } from './retry-rules.ts'

/**
 * D1, sending what an interruption stopped once more. D1 itself does so for reads only; here every write may be sent
 * again as well: it is one guarded statement, or one batch that meets a unique index when it had been stored after all.
 * Then the verb looks again and finds its own work.
 */
export const retrying = (binding: D1Database): D1Database =>
  new Proxy(binding, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => retryingStatement(target.prepare(sql))
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) => sendAgain(() => target.batch(statements.map(bare)))
      return of(target, name)
    },
  })

/** The statement of D1 behind each of ours: only those may go into its `batch`. */
const bareStatements = new WeakMap<D1PreparedStatement, D1PreparedStatement>()

const bare = (statement: D1PreparedStatement): D1PreparedStatement => bareStatements.get(statement) ?? statement

const asks: ReadonlySet<PropertyKey> = new Set(['run', 'all', 'raw', 'first'])

const retryingStatement = (statement: D1PreparedStatement): D1PreparedStatement => {
  const ours = new Proxy(statement, {
    get: (target, name) => {
      if (name === 'bind') return (...values: unknown[]) => retryingStatement(target.bind(...values))
      const found = of(target, name)
      return asks.has(name) && typeof found === 'function'
        ? (...words: unknown[]) => sendAgain(() => found(...words))
        : found
    },
  })
  bareStatements.set(ours, statement)
  return ours
}

/** A property; a method stays its object's, which the platform insists on. */
const of = (target: object, name: PropertyKey): unknown => {
  const found: unknown = Reflect.get(target, name)
  return typeof found === 'function' ? found.bind(target) : found
}

const sendAgain = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
  for (let sent = 1; ; sent += 1) {
    try {
      return await send()
    } catch (error) {
      const fault = passingFaultOf(error)
      const wait = fault && waitBeforeRetry(fault, sent, Math.random())
      if (wait === undefined) throw error
      await scheduler.wait(wait)
    }
  }
}
