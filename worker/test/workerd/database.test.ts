import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as tables from '../../src/database/tables.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World
let forum: number

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  forum = await addForum(world, 'guarded', { capacity: 2 })
})

const run = (sql: string, ...values: unknown[]) =>
  world.d1
    .prepare(sql)
    .bind(...values)
    .run()

let rows = 0

const insert = (status: string, changes: Record<string, unknown> = {}) => {
  const row = {
    forum_id: forum,
    code: `C${(rows += 1)}`,
    status,
    name: 'Олена',
    email: `row-${rows}@example.com`,
    locale: 'uk',
    consent_version: '1',
    consent_hash: 'x',
    created_at: noon,
    changed_at: noon,
    ...changes,
  }
  const names = Object.keys(row)
  return run(
    `INSERT INTO registrations (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(row),
  )
}

const counts = () => world.d1.prepare('SELECT confirmed, waitlisted FROM forums WHERE id = ?').bind(forum).first()

describe('the tables', () => {
  it.each(Object.values(tables).map(table => [getTableConfig(table).name, table] as const))(
    '%s is strict and has the columns that the code names',
    async (name, table) => {
      expect(is(table, SQLiteTable)).toBe(true)
      const { results } = await world.d1.prepare(`SELECT name, "notnull" FROM pragma_table_info('${name}')`).all()
      const wanted = getTableConfig(table).columns.map(column => ({
        name: column.name,
        notnull: Number(column.notNull),
      }))
      expect(results).toEqual(wanted)
      const [listed] = (await world.d1.prepare(`SELECT strict FROM pragma_table_list('${name}')`).all()).results
      expect(listed).toEqual({ strict: 1 })
    },
  )

  it('have the indexes that the code names', async () => {
    const named = Object.values(tables).flatMap(table => getTableConfig(table).indexes.map(({ config }) => config.name))
    const { results } = await world.d1
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%' AND tbl_name NOT LIKE 'd1_%'",
      )
      .all<{ name: string }>()
    expect(results.map(({ name }) => name).toSorted()).toEqual(named.toSorted())
  })
})

describe('the constraints', () => {
  const forumWith = (assignment: string) => () => run(`UPDATE forums SET ${assignment} WHERE id = ?`, forum)
  const registrationWith = (changes: Record<string, unknown>) => () => insert('waitlisted', changes)
  /** A letter to anybody, with these columns as SQL. */
  const letterWith = (kind: string, columns: Record<string, string> = {}) =>
    run(
      `INSERT INTO outbox (${['registration_id', 'kind', 'created_at', ...Object.keys(columns)].join()})
       SELECT min(id), ${[kind, '1', ...Object.values(columns)].join()} FROM registrations`,
    )

  it.each<[string, () => Promise<unknown>]>([
    ['forum_slug_is_a_slug', forumWith("slug = 'A b'")],
    ['forum_date_is_a_date', forumWith("date = '2019-02-30'")],
    ['forum_date_is_a_date', forumWith("moved_from = 'soon'")],
    ['forum_hours_are_hours', forumWith("start_time = '25:00'")],
    ['forum_hours_are_hours', forumWith("start_time = '9:00'")],
    ['forum_hours_need_a_date', forumWith("date = NULL, start_time = '09:00'")],
    ['forum_hours_need_a_date', forumWith("end_time = '09:00'")],
    ['forum_capacity_is_not_negative', forumWith('capacity = -1')],
    ['forum_opens_before_it_closes', forumWith('opens_at = 2, closes_at = 1')],
    ['forum_attendance_says_how_precise', forumWith('attendance = 70')],
    ['forum_attendance_is_counted', forumWith("attendance = -1, attendance_precision = 'exact'")],
    ['forum_summary_speaks_both_languages', forumWith("summary_uk = 'Підсумок'")],
    ['forum_counts_are_not_negative', forumWith('confirmed = -1')],
    ['FOREIGN KEY', forumWith("district = 'nowhere'")],
    ['FOREIGN KEY', forumWith("venue = 'nowhere'")],
    ['forums.slug', () => addForum(world, 'guarded')],
    [
      'series.is_current',
      () =>
        run(
          "UPDATE series SET is_current = 1; INSERT INTO series SELECT 'two', title_uk, title_en, about_uk, about_en, source_name_uk, source_name_en, source_url, 1, 1 FROM series",
        ),
    ],
    ['series_source_is_a_web_address', () => run("UPDATE series SET source_url = 'javascript:alert(1)'")],
    ['district_slug_is_a_slug', () => run("INSERT INTO districts VALUES ('city', 'a', 'b', 1, 1)")],
    ['site_hostname_is_lower_case', () => run("INSERT INTO sites VALUES ('A.example.org', 'podilskyi', 1)")],
    ['venue_speaks_both_languages', () => run("UPDATE venues SET shelter_uk = 'у підвалі'")],
    ['venue_map_is_a_web_address', () => run("UPDATE venues SET map_url = 'javascript:alert(1)'")],
    ['registration_status_is_known', () => insert('maybe')],
    ['registration_locale_is_known', registrationWith({ locale: 'ru' })],
    ['registration_has_a_name_and_an_address', registrationWith({ name: '' })],
    ['registration_has_a_name_and_an_address', registrationWith({ email: 'nobody' })],
    ['registration_has_a_name_and_an_address', registrationWith({ email: null })],
    ['erased_registration_holds_nothing', registrationWith({ erased_at: noon, name: null })],
    ['only_a_form_is_held', registrationWith({ origin: 'organiser', consent_channel: 'phone', confirm_by: noon })],
    ['only_a_form_is_held', () => insert('confirmed', { confirm_by: noon, came_at: noon })],
    ['forum_confirms_addresses_or_not', forumWith('confirm_address = 2')],
    [
      'registrations.link_hash',
      async () => {
        await insert('waitlisted', { link_hash: 'twice' })
        await insert('waitlisted', { link_hash: 'twice' })
      },
    ],
    ['letter_kind_is_known', () => letterWith("'advertisement'")],
    ['letter_waits_or_has_come_to_one_end', () => letterWith("'link'", { sent_at: '1' })],
    ['letter_waits_or_has_come_to_one_end', () => letterWith("'link'", { next_attempt_at: 'NULL' })],
    [
      'letter_waits_or_has_come_to_one_end',
      () => letterWith("'link'", { next_attempt_at: 'NULL', sent_at: '1', failed_at: '1' }),
    ],
    ['letter_attempts_are_counted', () => letterWith("'link'", { attempts: '-1' })],
    ['letter_error_is_a_word_of_ours', () => letterWith("'link'", { last_error: "'550 somebody@example.com'" })],
    [
      'outbox.registration_id, outbox.kind',
      async () => {
        await letterWith("'thanks'")
        await letterWith("'thanks'")
      },
    ],
    ['registration_role_needs_an_organisation', registrationWith({ organisation_role: 'голова' })],
    ['registration_topic_needs_a_proposal', registrationWith({ proposal_topic: 'дерева' })],
    ['FOREIGN KEY', registrationWith({ forum_id: 999 })],
    ['cannot store TEXT value in INTEGER column', registrationWith({ created_at: 'today' })],
    [
      'submission_fingerprint_is_sha256',
      () => run("INSERT INTO submissions SELECT NULL, 1, 'k', 'short', 'c', 'confirmed', 1, 1, NULL"),
    ],
    [
      'submission_answer_is_known',
      () => run("INSERT INTO submissions SELECT NULL, 1, 'k', ?, 'c', 'cancelled', 1, 1, NULL", 'a'.repeat(64)),
    ],
  ])('%s holds', async (name, attack) => {
    const error = await attack().then(
      () => undefined,
      (reason: unknown) => reason as Error,
    )
    expect(`${error?.message} ${(error?.cause as Error | undefined)?.message}`).toContain(name)
  })

  it('one live registration per person, any number of cancelled ones', async () => {
    await insert('cancelled', { email: 'twice@example.com' })
    await insert('cancelled', { email: 'twice@example.com' })
    await insert('waitlisted', { email: 'twice@example.com' })
    await expect(insert('waitlisted', { email: 'twice@example.com' })).rejects.toThrow(
      'registrations.email, registrations.forum_id',
    )
  })
})

describe('the counts', () => {
  it('follow the rows, whoever writes them', async () => {
    forum = await addForum(world, 'counted', { capacity: 2 })
    await insert('confirmed', { email: 'a@example.com' })
    await insert('waitlisted', { email: 'b@example.com' })
    await insert('cancelled', { email: 'c@example.com' })
    expect(await counts()).toEqual({ confirmed: 1, waitlisted: 1 })
    await run("UPDATE registrations SET status = 'confirmed' WHERE email = 'b@example.com' AND forum_id = ?", forum)
    expect(await counts()).toEqual({ confirmed: 2, waitlisted: 0 })
    await run("UPDATE registrations SET status = 'cancelled' WHERE email = 'a@example.com' AND forum_id = ?", forum)
    expect(await counts()).toEqual({ confirmed: 1, waitlisted: 0 })
    await run('DELETE FROM outbox')
    await run('DELETE FROM registrations WHERE forum_id = ?', forum)
    expect(await counts()).toEqual({ confirmed: 0, waitlisted: 0 })
  })
})

describe('the letters', () => {
  const letters = async () =>
    (
      await world.d1
        .prepare(
          'SELECT kind FROM outbox JOIN registrations r ON r.id = registration_id WHERE forum_id = ? ORDER BY outbox.id',
        )
        .bind(forum)
        .all<{ kind: string }>()
    ).results.map(({ kind }) => kind)

  it('are written with the change that causes them, once', async () => {
    forum = await addForum(world, 'lettered', { capacity: 2 })
    await insert('confirmed', { email: 'a@example.com' })
    await insert('waitlisted', { email: 'b@example.com' })
    await run(
      "UPDATE registrations SET status = 'cancelled', changed_at = 1 WHERE email = 'a@example.com' AND forum_id = ?",
      forum,
    )
    await run(
      "UPDATE registrations SET status = 'cancelled', changed_at = 2 WHERE email = 'a@example.com' AND forum_id = ?",
      forum,
    )
    await run(
      "UPDATE registrations SET status = 'confirmed', changed_at = 1 WHERE email = 'b@example.com' AND forum_id = ?",
      forum,
    )
    expect(await letters()).toEqual(['confirmed', 'waitlisted', 'cancelled', 'promoted'])
  })
})

describe('the letters about a place that is held', () => {
  const kinds = async () =>
    (await world.d1.prepare('SELECT kind FROM outbox ORDER BY id').all<{ kind: string }>()).results.map(
      ({ kind }) => kind,
    )
  const set = (assignment: string) =>
    run(`UPDATE registrations SET ${assignment} WHERE email = 'held@example.com' AND forum_id = ?`, forum)

  beforeEach(async () => {
    forum = await addForum(world, `held-${(rows += 1)}`, { capacity: 2 })
    await run('DELETE FROM outbox')
    await insert('waitlisted', { email: 'held@example.com', confirm_by: noon })
  })

  it('are one that asks for the address, and one about the place when it is confirmed', async () => {
    await set("status = 'confirmed'")
    expect(await kinds()).toEqual(['confirm-address'])
    await set('confirm_by = NULL')
    expect(await kinds()).toEqual(['confirm-address', 'confirmed'])
  })

  it.each([
    ["status = 'cancelled'"],
    ["status = 'cancelled', confirm_by = NULL"],
    ["status = 'confirmed', came_at = 1, confirm_by = NULL"],
    ['id = (SELECT max(id) + 1 FROM registrations), forum_id = (SELECT min(id) FROM forums)'],
  ])('are no more after: %s', async assignment => {
    await set(assignment)
    expect(await kinds()).toEqual(['confirm-address'])
  })
})

describe('the backstop', () => {
  beforeAll(async () => {
    forum = await addForum(world, 'attacked', { capacity: 2 })
    for (const status of ['confirmed', 'confirmed', 'waitlisted', 'waitlisted']) await insert(status)
  })

  it('refuses one more confirmed row, from any statement', async () => {
    await expect(insert('confirmed')).rejects.toThrow('no_free_place')
    await expect(run("UPDATE registrations SET status = 'confirmed' WHERE forum_id = ?", forum)).rejects.toThrow(
      'no_free_place',
    )
    expect(await counts()).toEqual({ confirmed: 2, waitlisted: 2 })
  })

  it('refuses a confirmed row that is moved in from another forum', async () => {
    const [full, other] = [forum, await addForum(world, 'elsewhere', { capacity: 2 })]
    forum = other
    await insert('confirmed', { email: 'mover@example.com' })
    forum = full
    await expect(run("UPDATE registrations SET forum_id = ? WHERE email = 'mover@example.com'", full)).rejects.toThrow(
      'no_free_place',
    )
  })

  it('refuses everybody where the capacity is not decided', async () => {
    forum = await addForum(world, 'undecided', { capacity: null })
    await expect(insert('confirmed')).rejects.toThrow('no_free_place')
  })

  it('lets a lowered capacity throw nobody out', async () => {
    forum = await addForum(world, 'lowered', { capacity: 2 })
    await insert('confirmed')
    await insert('confirmed', { email: 'stays@example.com' })
    await run('UPDATE forums SET capacity = 1 WHERE id = ?', forum)
    await run("UPDATE registrations SET name = 'Інша' WHERE email = 'stays@example.com'")
    expect(await counts()).toEqual({ confirmed: 2, waitlisted: 0 })
  })
})
