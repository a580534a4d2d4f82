import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { PROVINCE_CODES, type ProvinceCodeRow } from './province-code-table.ts'

export interface ProvinceOfCode {
  /** The code as given. */
  readonly code: string
  /** The province it named on that day. */
  readonly name: string
  /** The province that holds that territory now. */
  readonly currentCode: string
  readonly currentName: string
  /** The legal text the row comes from. */
  readonly source: string
}

/**
 * The province a two-digit code named on a day, with its present successor; null when no province
 * had that code then. Resolve the digits inside a growing-area code with the day it was granted:
 * 89 = An Giang and 91 = Kiên Giang before 01/07/2025, 91 = An Giang since.
 */
export function resolveProvinceCode(code: string, onDate: CalendarDate): ProvinceOfCode | null {
  const row = PROVINCE_CODES.find((each) => each.code === code && isInForce(each, onDate))
  if (row === undefined) return null
  const current = PROVINCE_CODES.find(
    (each) => each.code === row.currentCode && each.validTo === null,
  )
  return {
    code,
    name: row.name,
    currentCode: row.currentCode,
    currentName: current?.name ?? row.name,
    source: row.source,
  }
}

function isInForce(row: ProvinceCodeRow, onDate: CalendarDate): boolean {
  return (
    (row.validFrom === null || row.validFrom <= onDate) &&
    (row.validTo === null || onDate < row.validTo)
  )
}
