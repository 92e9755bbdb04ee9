import { sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'

/** Switches off the letters that remind of a registration's forum; a second time changes nothing. */
export const refuseReminders = async (database: Database, registrationId: number, now: number): Promise<void> => {
  await database.run(
    sql`INSERT INTO reminder_refusals (registration_id, refused_at)
      SELECT id, ${now} FROM registrations WHERE id = ${registrationId} AND erased_at IS NULL
      ON CONFLICT (registration_id) DO NOTHING`,
  )
}
