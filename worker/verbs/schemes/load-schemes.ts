import type { Database } from '../../../db/client.ts'
import { readSchemes, type SchemeRow } from '../../../db/queries/code-schemes.ts'
import type { CodeScheme } from '../../domain/codes/code-schemes.ts'
import { readSchemePattern } from '../../domain/codes/scheme-pattern.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'

/**
 * The formats of codes in use and before, in the order in which a code is compared with them. One
 * whose pattern cannot be read is left out: formats only ever warn.
 */
export async function loadSchemes(db: Database): Promise<CodeScheme[]> {
  return (await readSchemes(db)).flatMap((row) => toScheme(row) ?? [])
}

/** A stored format as the domain has it; null where its pattern cannot be read. */
export function toScheme(row: SchemeRow): CodeScheme | null {
  const reading = readSchemePattern(row.pattern)
  if (!reading.ok) return null
  return {
    id: row.id,
    kind: row.kind,
    market: row.marketRule,
    name: row.name.vi,
    pattern: reading.pattern,
    sample: row.sample,
    effectiveFrom: row.validFrom === null ? null : toCalendarDate(row.validFrom),
    effectiveTo: row.validTo === null ? null : toCalendarDate(row.validTo),
    source: row.source,
  }
}
