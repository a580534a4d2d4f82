import type { CalendarDate } from '../../lib/time/calendar-date.ts'

export type UnitLevel = 'province' | 'commune'

/**
 * A province or commune as it was during a period (half open: from <= day < to). Numbers are used
 * again, so only the code together with the day names a unit.
 */
export type UnitVersion = {
  readonly level: UnitLevel
  readonly code: string
  readonly name: string
  /** The province of a commune. */
  readonly parentCode: string | null
  readonly validFrom: CalendarDate
  /** Null: in force. */
  readonly validTo: CalendarDate | null
}
