import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import { retrying } from './retry.ts'

/** D1, as the stores speak to it. One statement is atomic, and so is one `batch()`; there are no other transactions. */
export type Database = DrizzleD1Database

export const openDatabase = (binding: D1Database): Database => drizzle(retrying(binding))
