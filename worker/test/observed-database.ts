export type Observed = {
  readonly database: D1Database
  /** What was asked since the last reset, each statement with what D1 would bill. */
  readonly statements: Statement[]
  /** Awaited calls of D1. */
  readonly roundTrips: () => number
  readonly reset: () => void
}

type Statement = { sql: string; values: unknown[]; rowsRead: number; rowsWritten: number }

type Prepared = D1PreparedStatement & { readonly seen?: { sql: string; values: unknown[] } }

/**
 * D1 with a witness: counts the round trips and the rows that each statement read and wrote, by D1's own `meta`.
 * `raw()` has no meta, so there the statement, if it only reads, is run once more to be counted.
 */
export const observe = (database: D1Database): Observed => {
  const statements: Statement[] = []
  let trips = 0
  const note = (sql: string, values: unknown[], { meta }: D1Result) => {
    statements.push({ sql, values, rowsRead: meta.rows_read, rowsWritten: meta.rows_written })
  }
  const witness = (inner: D1PreparedStatement, sql: string, values: unknown[]): Prepared =>
    new Proxy(inner, {
      get: (target, name) => {
        if (name === 'seen') return { sql, values }
        if (name === 'inner') return inner
        if (name === 'bind') return (...bound: unknown[]) => witness(target.bind(...bound), sql, bound)
        if (name === 'raw')
          return async () => {
            trips += 1
            if (/^\s*select/i.test(sql)) {
              note(sql, values, await target.all())
              return target.raw()
            }
            const result = await target.all()
            note(sql, values, result)
            return result.results.map(row => Object.values(row))
          }
        if (name === 'run' || name === 'all')
          return async () => {
            trips += 1
            const result = await target[name]()
            note(sql, values, result)
            return result
          }
        return Reflect.get(target, name)
      },
    })
  const observed = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => witness(target.prepare(sql), sql, [])
      if (name === 'batch')
        return async (prepared: (Prepared & { inner: D1PreparedStatement })[]) => {
          trips += 1
          const results = await target.batch(prepared.map(({ inner }) => inner))
          results.forEach((result, place) => {
            const seen = prepared[place]?.seen
            if (seen) note(seen.sql, seen.values, result)
          })
          return results
        }
      return Reflect.get(target, name)
    },
  })
  return {
    database: observed,
    statements,
    roundTrips: () => trips,
    reset: () => {
      statements.length = 0
      trips = 0
    },
  }
}
