import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'

export type Outcome = { status: number; body: { status?: string; code?: string } }

export const times = <Value>(number: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: number }, (_, index) => make(index))

/** All of them, so many at a time. */
export const burst = async <Result>(tasks: readonly (() => Promise<Result>)[], together = 64): Promise<Result[]> => {
  const outcomes: Result[] = []
  let next = 0
  const work = async () => {
    for (let mine = next++; mine < tasks.length; mine = next++) {
      const task = tasks[mine]
      if (task) outcomes[mine] = await task()
    }
  }
  await Promise.all(times(together, work))
  return outcomes
}

export const count = (outcomes: readonly Outcome[], status: string): number =>
  outcomes.filter(({ body }) => body.status === status).length

/** What a race does to the running `racing-worker.ts`, wherever that is at the moment, and what it looks at afterwards. */
export const raceAt = (origin: () => string) => {
  const sql = async <Row>(statement: string, ...values: unknown[]): Promise<Row[]> => {
    const answer = await fetch(`${origin()}/race/sql`, {
      method: 'POST',
      body: JSON.stringify({ sql: statement, values }),
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as Row[]
  }

  /** A forum next year, open now. */
  const addForum = async (slug: string, capacity: number, waitlistCapacity: number): Promise<string> => {
    const nextYear = new Date().getFullYear() + 1
    await sql(
      `INSERT INTO forums (slug, series, title_uk, title_en, date, published_at, capacity, waitlist_capacity)
       VALUES (?, '2019', 'Форум', 'Forum', ?, 0, ?, ?)`,
      slug,
      `${nextYear}-06-01`,
      capacity,
      waitlistCapacity,
    )
    return slug
  }

  const post = async (path: string, body: unknown, key: string, signal?: AbortSignal): Promise<Outcome> => {
    const answer = await fetch(`${origin()}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
      signal: signal ?? null,
    })
    return { status: answer.status, body: (await answer.json()) as Outcome['body'] }
  }

  /** What everybody sends who opened the form four seconds ago. */
  const openForm = async (slug: string) => {
    const answer = await fetch(`${origin()}/api/v1/forums/${slug}/form`)
    const { stamp, consent } = (await answer.json()) as { stamp: string; consent: { version: string } }
    await sleep(3_100)
    return { name: 'Олена Приклад', locale: 'uk', consent: { given: true, version: consent.version }, stamp }
  }

  const register = (slug: string, body: unknown, key: string, signal?: AbortSignal): Promise<Outcome> =>
    post(`/api/v1/forums/${slug}/registrations`, body, key, signal)

  const stored = (slug: string) =>
    sql<{ status: string; people: number }>(
      `SELECT r.status AS status, count(*) AS people FROM registrations r JOIN forums f ON f.id = r.forum_id
       WHERE f.slug = ? GROUP BY r.status ORDER BY r.status`,
      slug,
    )

  /** What must be true after any storm. */
  const invariantsHold = async (slug: string): Promise<void> => {
    const [forum] = await sql<Record<string, number>>(
      `SELECT f.confirmed <= f.capacity AS not_overbooked,
         f.confirmed = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'confirmed') AS confirmed_counted,
         f.waitlisted = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'waitlisted') AS waitlisted_counted,
         NOT EXISTS (SELECT 1 FROM registrations w JOIN registrations c ON c.forum_id = w.forum_id AND c.id > w.id
           WHERE w.forum_id = f.id AND w.status = 'waitlisted' AND c.status = 'confirmed') AS in_order,
         (SELECT count(*) = count(DISTINCT email) FROM registrations WHERE forum_id = f.id) AS one_each,
         (SELECT count(*) FROM registrations r WHERE r.forum_id = f.id
           AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id AND s.code = r.code)) = 0 AS each_submitted,
         (SELECT count(*) FROM registrations r WHERE r.forum_id = f.id
           AND (SELECT count(*) FROM outbox o WHERE o.registration_id = r.id AND o.kind = r.status) <> 1) = 0 AS each_told_once
       FROM forums f WHERE f.slug = ?`,
      slug,
    )
    expect(forum).toEqual({
      not_overbooked: 1,
      confirmed_counted: 1,
      waitlisted_counted: 1,
      in_order: 1,
      one_each: 1,
      each_submitted: 1,
      each_told_once: 1,
    })
  }

  return { sql, addForum, post, openForm, register, stored, invariantsHold }
}
