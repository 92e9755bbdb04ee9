import { sortKey } from '../src/registration/name-order.ts'
import type { World } from './world.ts'

/** Surnames and given names of a crowd, the commonest first; a fifth of all are called Олена. */
const surnames = ['коваленко', 'бойко', 'ткаченко', 'ґудзь', 'єрмак', 'їжак', 'приклад', 'шевчук', 'дуб', 'яворська']

/**
 * So many people at a forum, written at once: three in four have a place, one in five hundred speaks for an
 * organisation, one in ten came, one in a hundred was invited, one in fifty has no name to be sorted by. Two in three
 * came in the same millisecond as the one before. One in five is Олена, each surname is one in ten's; one person, the
 * hundredth, is called Рідкісна Олена.
 */
export const addCrowd = async ({ d1 }: World, forumId: number, size: number, activityId: number): Promise<void> => {
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
    .bind(activityId, forumId)
    .run()
}
