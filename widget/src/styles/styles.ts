import type { CSSResultGroup } from 'lit'
import { leafStyles } from '../schedule/calendar-leaf.styles.ts'
import { goalStyles } from '../schedule/goal-band.styles.ts'
import { scheduleStyles } from '../schedule/schedule.styles.ts'
import { foundation } from './foundation.styles.ts'

export const styles: CSSResultGroup = [foundation, scheduleStyles, leafStyles, goalStyles]
