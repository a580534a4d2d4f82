import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { codeScheme } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type SchemeRow = typeof codeScheme.$inferSelect

/** Far more formats than any country has codes for. */
const MOST_SCHEMES = 200

/** All formats, in the order in which a code is compared with them. */
export function readSchemes(db: Database): Promise<SchemeRow[]> {
  return db
    .select()
    .from(codeScheme)
    .orderBy(codeScheme.position, codeScheme.id)
    .limit(MOST_SCHEMES)
}

/** A new format, after all others. */
export function insertScheme(db: Database, row: Omit<SchemeRow, 'position'>): Statement {
  const position = sql`(SELECT coalesce(max(position), 0) + 1 FROM code_scheme)`
  return db.insert(codeScheme).values({ ...row, position })
}

export function updateScheme(db: Database, row: Omit<SchemeRow, 'position'>): Statement {
  const { id, ...fields } = row
  return db.update(codeScheme).set(fields).where(eq(codeScheme.id, id))
}

/** Holds while a format is still as it was read. */
export function schemeIs(row: SchemeRow) {
  const { id, pattern, sample, marketRule, validFrom, validTo, source, kind } = row
  return sql`EXISTS (SELECT 1 FROM code_scheme WHERE id = ${id} AND pattern = ${pattern}
    AND kind = ${kind} AND sample = ${sample} AND market_rule = ${marketRule} AND source = ${source}
    AND valid_from IS ${validFrom} AND valid_to IS ${validTo} AND name = ${JSON.stringify(row.name)})`
}
