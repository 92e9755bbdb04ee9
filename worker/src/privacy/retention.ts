/** After a forum its people are anonymised within so many days, as they were told when they agreed. */
export const keptDays = 60
