/** All tables, as the stores and drizzle-kit know them. */
export * from './abuse-tables.ts'
export * from './letter-tables.ts'
export * from './organiser-tables.ts'
export * from './registration-tables.ts'
export * from './schedule-tables.ts'
export * from './subscription-tables.ts'
