import { type SQLWrapper, sql } from 'drizzle-orm'
import type { UnitLevel } from '../../worker/domain/places/unit-version.ts'
import { maybe, text } from './fields.ts'

/** What the province or commune of a code is called, or was last; null for no code. */
export function unitName(level: UnitLevel, code: SQLWrapper | string | null) {
  return maybe(
    text(sql`(SELECT u.name FROM administrative_unit u WHERE u.level = ${level} AND u.code = ${code}
      ORDER BY u.valid_from DESC LIMIT 1)`),
  )
}
