import type { Database } from '../database/database.ts'
import { daysAfter, kyivDate, kyivTime } from '../schedule/kyiv-time.ts'
import { forgetPeople } from './forget-people-store.ts'
import { keptDays } from './retention.ts'

/** Once a night: it looks at everybody who ever came. Wall time in Kyiv. */
const hour = '03'

/** Anonymises whom we have kept for as long as we said: on the day that their letters named. */
export const forgetWhoWasKept = async (database: Database, now: number, most: number): Promise<void> => {
  if (kyivTime(now).startsWith(hour))
    await forgetPeople(database, daysAfter(kyivDate(now), 1 - keptDays), { now, most })
}
