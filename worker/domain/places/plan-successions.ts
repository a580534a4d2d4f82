import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { ImportedRecord } from '../lists/records/import-result.ts'
import type { SuccessionRecord } from '../lists/records/succession-records.ts'
import { changeUnits, type UnitChanges } from './change-units.ts'
import type { UnitLink } from './day-links.ts'
import { judgeDay, type SuccessionFault } from './judge-day.ts'
import { type DayMoves, movesOfDay } from './moves-of-day.ts'
import { openUnitBook } from './unit-book.ts'
import type { UnitVersion } from './unit-version.ts'

/** A succession that is in the books already. */
export type StoredLink = UnitLink & { readonly effectiveOn: CalendarDate }

/** All that happens on one day of a list, in the order of days. */
export type SuccessionDay = {
  readonly on: CalendarDate
  /** Null where all of the day's rows are in the books already. */
  readonly changes: UnitChanges | null
  readonly moves: DayMoves
  /** The decrees that the day's rows name. */
  readonly documents: readonly string[]
}

export type RefusedSuccession = {
  readonly row: Pick<ImportedRecord<SuccessionRecord>, 'sheet' | 'row' | 'record'>
  readonly fault: SuccessionFault
}

export type SuccessionPlan = {
  readonly days: readonly SuccessionDay[]
  readonly refused: readonly RefusedSuccession[]
  /** Rows that say something new. */
  readonly fresh: number
  /** Rows that are in the books already, or stand twice in the list. */
  readonly known: number
}

/**
 * Decides what a list of successions does: which units end and begin, what they leave to which, and
 * where what rests on them goes. A row that is in the books already changes no unit, but what still
 * rests on its old unit is moved: a run that was cut off is finished by the next.
 */
export function planSuccessions(input: {
  readonly rows: readonly Pick<ImportedRecord<SuccessionRecord>, 'sheet' | 'row' | 'record'>[]
  /** All versions of all units. */
  readonly units: readonly UnitVersion[]
  /** Those of the units and days that the rows name. */
  readonly stored: readonly StoredLink[]
  readonly today: CalendarDate
}): SuccessionPlan {
  const book = openUnitBook(input.units)
  const { due, refused } = withoutFuture(input.rows, input.today)
  const storedKeys = new Set(input.stored.map(keyOf))
  const fresh = distinct(due.filter(({ record }) => !storedKeys.has(keyOf(record))))
  const days: SuccessionDay[] = []
  let taken = 0
  for (const on of daysOf(due)) {
    const rows = fresh.filter(({ record }) => record.effectiveOn === on)
    const storedThen = input.stored.filter((link) => link.effectiveOn === on)
    const answered = new Set(storedThen.map(({ level, oldCode }) => `${level}/${oldCode}`))
    const faults = judgeDay(
      rows.map(({ record }) => record),
      { book, answered },
    )
    for (const row of rows) {
      const fault = faults.get(row.record)
      if (fault !== undefined) refused.push({ row, fault })
    }
    const accepted = rows.map(({ record }) => record).filter((record) => !faults.has(record))
    taken += accepted.length
    const changes = accepted.length === 0 ? null : changeUnits({ rows: accepted, book, on })
    const given = [...accepted, ...storedThen]
    const moves = movesOfDay({ given, changes, book, on })
    days.push({ on, changes, moves, documents: documentsOf(due, on) })
  }
  return { days, refused, fresh: taken, known: due.length - fresh.length }
}

type Row = Pick<ImportedRecord<SuccessionRecord>, 'sheet' | 'row' | 'record'>

/** A decree that is not yet in force moves nothing yet. */
function withoutFuture(rows: readonly Row[], today: CalendarDate) {
  const isFuture = ({ record }: Row) => record.effectiveOn > today
  const fault: SuccessionFault = { code: 'future', values: {} }
  const refused: RefusedSuccession[] = rows.filter(isFuture).map((row) => ({ row, fault }))
  return { due: rows.filter((row) => !isFuture(row)), refused }
}

function daysOf(rows: readonly Row[]): readonly CalendarDate[] {
  return [...new Set(rows.map(({ record }) => record.effectiveOn))].sort()
}

function documentsOf(rows: readonly Row[], on: CalendarDate): readonly string[] {
  const sameDay = rows.filter(({ record }) => record.effectiveOn === on)
  return [...new Set(sameDay.map(({ record }) => record.document))]
}

/** A row that stands twice counts once; one that differs in a name stays, to be judged. */
function distinct(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ record }) => {
    const { newName, newProvinceCode } = record
    const key = `${keyOf(record)}/${newName}/${newProvinceCode ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function keyOf({ level, oldCode, newCode, effectiveOn }: StoredLink): string {
  return `${level}/${oldCode}/${effectiveOn}/${newCode}`
}
