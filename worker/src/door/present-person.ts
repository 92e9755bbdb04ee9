import type { CheckIn, DoorPerson } from '#contract'
import { kyivTime } from '../schedule/kyiv-time.ts'
import type { DoorRow } from './door-store.ts'

/** A registration as a desk sees it; only live ones are shown there. */
export const presentPerson = (row: DoorRow): DoorPerson => ({
  code: row.code,
  name: row.name ?? '',
  organisation: row.organisation,
  status: row.status === 'waitlisted' ? 'waitlisted' : 'confirmed',
  invited: row.invited === 1,
  cameAt: row.cameAt === null ? null : new Date(row.cameAt).toISOString(),
  activities: JSON.parse(row.activities) as string[],
  isHeld: row.confirmBy !== null,
  hasNeeds: row.hasNeeds === 1,
})

/** A check-in as the desk is told of it. `at`: milliseconds since 1970. */
export const presentCheckIn = (result: CheckIn['result'], at: number, person: DoorPerson): CheckIn => ({
  result,
  at: new Date(at).toISOString(),
  time: kyivTime(at),
  person,
})
