import type { ForumFacts } from '../src/schedule/forum-facts.ts'

/** A forum on 6 June 2019 with 80 places and room for ten to wait, unless told otherwise. */
export const aForum = (facts: Partial<ForumFacts> = {}): ForumFacts => ({
  date: '2019-06-06',
  startTime: null,
  endTime: null,
  movedFrom: null,
  pausedAt: null,
  cancelledAt: null,
  opensAt: null,
  closesAt: null,
  capacity: 80,
  waitlistCapacity: 10,
  confirmed: 0,
  waitlisted: 0,
  reserved: 0,
  invited: 0,
  heldAt: null,
  ...facts,
})
