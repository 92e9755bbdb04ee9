import { leafStyles } from '../schedule/calendar-leaf.styles.ts'
import { goalStyles } from '../schedule/goal-band.styles.ts'
import { scheduleStyles } from '../schedule/schedule.styles.ts'
import { foundation } from './foundation.styles.ts'

/** Of the element without its form. */
export const styles: string = foundation + scheduleStyles + leafStyles + goalStyles
