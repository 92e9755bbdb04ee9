/** What may happen to one call of D1: it fails before or after it has done its work, or it is late. */
export type Fault =
  | { readonly kind: 'before' | 'after'; readonly message: string }
  | { readonly kind: 'late'; readonly milliseconds: number }

export type Faulty = {
  readonly database: D1Database
  /** Calls of D1 so far. */
  readonly calls: () => number
  /** Of them, those that failed. */
  readonly failures: () => number
}

/** D1 whose every call (`run`, `all`, `raw`, `first`, `batch`) meets the fault that `next` gives, or none. */
export const faulty = (database: D1Database, next: () => Fault | undefined): Faulty => {
  let calls = 0
  let failures = 0

  const fail = (message: string): never => {
    failures += 1
    throw new Error(message)
  }

  const call = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    calls += 1
    const fault = next()
    if (fault?.kind === 'before') return fail(fault.message)
    if (fault?.kind === 'late') await scheduler.wait(fault.milliseconds)
    const answer = await send()
    return fault?.kind === 'after' ? fail(fault.message) : answer
  }

  const bareStatements = new WeakMap<D1PreparedStatement, D1PreparedStatement>()

  const faultyStatement = (bare: D1PreparedStatement): D1PreparedStatement => {
    const statement = new Proxy(bare, {
      get: (target, name) => {
        if (name === 'bind') return (...values: unknown[]) => faultyStatement(target.bind(...values))
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...words: unknown[]) => call(() => method.apply(target, words))
      },
    })
    bareStatements.set(statement, bare)
    return statement
  }

  return {
    database: new Proxy(database, {
      get: (target, name) => {
        if (name === 'prepare') return (sql: string) => faultyStatement(target.prepare(sql))
        if (name === 'batch')
          return (statements: readonly D1PreparedStatement[]) =>
            call(() => target.batch(statements.map(statement => bareStatements.get(statement) ?? statement)))
        const found: unknown = Reflect.get(target, name)
        return typeof found === 'function' ? found.bind(target) : found
      },
    }),
    calls: () => calls,
    failures: () => failures,
  }
}

/** As Cloudflare words them: https://developers.cloudflare.com/d1/observability/debug-d1/ */
const interruptions = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
] as const

export const overload = 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.'

/** Interruptions at random: the same seed gives the same. The shares are of all calls, from 0 to 1. */
export const interruptionsBy = (seed: number, share: { before: number; after: number; late: number }) => {
  const random = randomBy(seed)
  return (): Fault | undefined => {
    const message = interruptions[Math.floor(random() * interruptions.length)] ?? interruptions[0]
    const lot = random()
    if (lot < share.before) return { kind: 'before', message }
    if (lot < share.before + share.after) return { kind: 'after', message }
    return lot < share.before + share.after + share.late ? { kind: 'late', milliseconds: random() * 20 } : undefined
  }
}

/** Mulberry32: from 0 up to 1, evenly. */
export const randomBy = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
