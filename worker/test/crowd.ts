import { sortKey } from '../src/registration/name-order.ts'
import type { World } from './world.ts'

/** Surnames and given names of a crowd, the commonest first; a fifth of all are called Олена. */
const surnames = ['коваленко', 'бойко', 'ткаченко', 'ґудзь', 'єрмак', 'їжак', 'приклад', 'шевчук', 'дуб', 'яворська']

/** Ids of activities; the first is a walk. */
type Programme = readonly [number, ...number[]]

/** A programme of so many parts, called `walk`, `part-1`, `part-2` and so on. */
export const addProgramme = async ({ d1 }: World, forumId: number, size: number): Promise<Programme> => {
  const { results } = await d1
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?2 - 1)
       INSERT INTO activities (forum_id, slug, kind, title_uk, title_en, position)
       SELECT ?1, iif(i, 'part-' || i, 'walk'), 'walk', 'Прогулянка', 'Walk', ?2 - i FROM n RETURNING id`,
    )
    .bind(forumId, size)
    .all<{ id: number }>()
  const [walk = 0, ...others] = results.map(({ id }) => id)
  return [walk, ...others]
}

/**
 * So many people at a forum, written at once: three in four have a place, one in five hundred speaks for an
 * organisation, one in ten came, one in a hundred was invited, one in fifty has no name to be sorted by. Two in three
 * came in the same millisecond as the one before. One in five is Олена, each surname is one in ten's; one person, the
 * hundredth, is called Рідкісна Олена. One in five goes for the walk; of a programme with more in it every second person
 * chose three other parts as well.
 */
export const addCrowd = async ({ d1 }: World, forumId: number, size: number, programme: Programme): Promise<void> => {
  const keys = Object.fromEntries([...surnames, 'олена', 'іван', 'рідкісна'].map(name => [name, sortKey(name)]))
  await d1
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1), people AS (
         SELECT i, iif(i = 100, 'рідкісна', json_extract(?3, '$[' || (i * 7919 % 10) || ']')) AS surname,
           iif(i / 10 % 5 = 0, 'олена', 'іван') AS given FROM n)
       INSERT INTO registrations (forum_id, code, status, name, email, phone, locale, consent_version, consent_hash, created_at, changed_at,
         source_host, organisation_name, organisation_key, came_at, invited, sort_key, words)
       SELECT ?2, 'F' || i, CASE i % 4 WHEN 0 THEN iif(i % 8, 'waitlisted', 'cancelled') ELSE 'confirmed' END,
         surname || ' ' || given, CAST(?2 AS INTEGER) || '-' || i || '@example.com', '+38000' || (1000000 + i), 'uk', '1', 'x', i / 3, 0,
         iif(i % 2, 'a.example.org', NULL), iif(i % 500 = 3, 'ГО', NULL), iif(i % 500 = 3, 'го', NULL),
         iif(i % 20 IN (1, 3), 200000 - i, NULL), i % 100 = 1,
         iif(i % 51 = 2, NULL, json_extract(?4, '$.' || surname) || ' ' || json_extract(?4, '$.' || given)),
         json_array(surname, given, '38000' || (1000000 + i))
       FROM people`,
    )
    .bind(size, forumId, JSON.stringify(surnames), JSON.stringify(keys))
    .run()
  await d1
    .prepare(
      'INSERT INTO registration_activities SELECT id, ?, sort_key FROM registrations WHERE forum_id = ? AND id % 5 = 0',
    )
    .bind(programme[0], forumId)
    .run()
  if (programme.length < 4) return
  await d1
    .prepare(
      `INSERT INTO registration_activities
       SELECT id, json_extract(?1, '$[' || (1 + (id * 3 + each.column1) % CAST(?2 AS INTEGER)) || ']'), sort_key
       FROM registrations CROSS JOIN (VALUES (0), (1), (2)) AS each WHERE forum_id = ?3 AND id % 2 = 0`,
    )
    .bind(JSON.stringify(programme), programme.length - 1, forumId)
    .run()
}
