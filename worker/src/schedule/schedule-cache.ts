import type { Database } from '../database/database.ts'
import { readSchedule, readSite, type SeriesSchedule } from './schedule-store.ts'

/**
 * For so long an isolate answers with rows that it has read, in milliseconds. With the 30 s for which a browser keeps
 * an answer and the 20 s for which it may still show it while asking again, a change is seen by everybody in a minute.
 */
const keptFor = 10_000

/** Series and sites beyond these push out the ones that were read longest ago. */
const most = { series: 20, sites: 200 }

/** A read of another request is waited for no longer: when its client hangs up, it may never end. Milliseconds. */
const patience = 2_000

type Kept<Value> = { readonly value: Value; readonly readAt: number }

/** Rows by name: read once for all who ask at the same time, and kept for a while. What is not there is not kept. */
class Shelf<Value> {
  readonly #most: number
  readonly #kept = new Map<string, Kept<Value>>()
  readonly #reading = new Map<string, Promise<Value | undefined>>()

  constructor(room: number) {
    this.#most = room
  }

  async get(name: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const kept = this.#kept.get(name)
    if (kept && isFresh(kept)) return kept.value
    const others = this.#reading.get(name)
    if (!others) return this.#read(name, read)
    const answer = await Promise.race([others.then(value => ({ value })), scheduler.wait(patience)])
    return answer ? answer.value : this.#read(name, read)
  }

  /** Forgets what it holds, and does not keep what is being read, of names for which this is true. */
  forget(isMeant: (value: Value) => boolean): void {
    this.#reading.clear()
    for (const [name, { value }] of this.#kept) if (isMeant(value)) this.#kept.delete(name)
  }

  async #read(name: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const reading = read()
    // Names that nobody has heard of must not make this grow: beyond the room, everybody reads for themselves.
    if (this.#reading.size < this.#most) this.#reading.set(name, reading)
    try {
      const value = await reading
      if (value !== undefined && this.#reading.get(name) === reading) this.#keep(name, value)
      return value
    } finally {
      if (this.#reading.get(name) === reading) this.#reading.delete(name)
    }
  }

  #keep(name: string, value: Value): void {
    this.#kept.delete(name)
    this.#kept.set(name, { value, readAt: Date.now() })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/**
 * By the machine's clock, not the product's: that one may stand still or be set to another year, while this asks how
 * long somebody has really waited. A clock that was set back keeps nothing.
 */
const isFresh = ({ readAt }: Kept<unknown>): boolean => {
  const age = Date.now() - readAt
  return age >= 0 && age < keptFor
}

/** What is known of a host name. */
export type Site = { readonly isRegistered: boolean; readonly district: string | null }

const stranger: Site = { isRegistered: false, district: null }

type Shelves = { readonly series: Shelf<SeriesSchedule>; readonly sites: Shelf<Site> }

/** Of each database that this isolate serves. Rows, never answers: what a forum's state is, depends on the moment. */
const shelves = new WeakMap<D1Database, Shelves>()

const shelvesOf = (binding: D1Database): Shelves => {
  const found = shelves.get(binding) ?? { series: new Shelf(most.series), sites: new Shelf(most.sites) }
  shelves.set(binding, found)
  return found
}

/** The rows of the named series, or of the current one; undefined when there is none. At most ten seconds old. */
export const keptSchedule = (
  binding: D1Database,
  database: Database,
  slug: string | undefined,
): Promise<SeriesSchedule | undefined> => shelvesOf(binding).series.get(slug ?? '', () => readSchedule(database, slug))

/** Whether a site is registered, and for which district. At most ten seconds old. */
export const keptSite = async (binding: D1Database, database: Database, hostname: string): Promise<Site> => {
  const site = await shelvesOf(binding).sites.get(hostname.toLowerCase(), async () => {
    const found = await readSite(database, hostname.toLowerCase())
    return found ? { isRegistered: true, district: found.district } : stranger
  })
  return site ?? stranger
}

/** To be called after a forum has changed: this isolate shows the change at once, the others within ten seconds. */
export const forgetForum = (binding: D1Database, slug: string): void =>
  shelves.get(binding)?.series.forget(({ forums }) => forums.some(({ forum }) => forum.slug === slug))

/** Forgets everything of a database, for whoever changes more than a forum. */
export const forgetSchedules = (binding: D1Database): boolean => shelves.delete(binding)
