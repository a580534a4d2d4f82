import type { SuccessionRecord } from '../lists/records/succession-records.ts'
import type { DayLinks } from './day-links.ts'
import type { UnitBook } from './unit-book.ts'

/**
 * The province of a row's new commune: as the row says, else that of the old commune or what that
 * province becomes the same day. Null where nobody says which part of a divided province it is.
 */
export function parentAfter(
  row: SuccessionRecord,
  day: { readonly book: UnitBook; readonly links: DayLinks },
): string | null {
  if (row.newProvinceCode !== null) return row.newProvinceCode
  const parent = day.book.inForce('commune', row.oldCode)?.parentCode ?? null
  if (parent === null || !day.links.ends('province', parent)) return parent
  return day.links.heir('province', parent)
}
