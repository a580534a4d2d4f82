import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { flag, text } from './fields.ts'
import { rowOf } from './rows-of.ts'

/** The value of a version expression now; null without one. */
export async function readVersion(db: Database, version: SQL | null): Promise<string | null> {
  if (version === null) return null
  return (await rowOf(db, { version: text(version) })).version
}

/** Whether a condition holds now. */
export async function readTruth(db: Database, condition: SQL): Promise<boolean> {
  return (await rowOf(db, { truth: flag(sql`(${condition}) IS TRUE`) })).truth
}
