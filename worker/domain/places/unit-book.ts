import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { UnitLevel, UnitVersion } from './unit-version.ts'

/** All versions of all units, in which successions are tried out one after the other. */
export type UnitBook = {
  readonly inForce: (level: UnitLevel, code: string) => UnitVersion | null
  /** The latest version that ended; null where none did. */
  readonly lastEnded: (level: UnitLevel, code: string) => UnitVersion | null
  readonly communesOf: (provinceCode: string) => readonly UnitVersion[]
  readonly end: (unit: UnitVersion, on: CalendarDate) => void
  readonly begin: (unit: UnitVersion) => void
}

/** A book of units; what is given is not changed. */
export function openUnitBook(units: readonly UnitVersion[]): UnitBook {
  const inForce = new Map<string, UnitVersion>()
  const ended = new Map<string, UnitVersion>()
  const communes = new Map<string, Map<string, UnitVersion>>()
  const siblings = ({ parentCode }: UnitVersion) => {
    const found = communes.get(parentCode ?? '') ?? new Map<string, UnitVersion>()
    communes.set(parentCode ?? '', found)
    return found
  }
  const keep = (unit: UnitVersion) => {
    const latest = ended.get(keyOf(unit))
    if (latest === undefined || (latest.validTo ?? '') < (unit.validTo ?? '')) {
      ended.set(keyOf(unit), unit)
    }
  }
  const begin = (unit: UnitVersion) => {
    inForce.set(keyOf(unit), unit)
    if (unit.level === 'commune') siblings(unit).set(unit.code, unit)
  }
  for (const unit of units) {
    if (unit.validTo === null) begin(unit)
    else keep(unit)
  }
  return {
    inForce: (level, code) => inForce.get(keyOf({ level, code })) ?? null,
    lastEnded: (level, code) => ended.get(keyOf({ level, code })) ?? null,
    communesOf: (provinceCode) => [...(communes.get(provinceCode)?.values() ?? [])],
    end: (unit, on) => {
      inForce.delete(keyOf(unit))
      if (unit.level === 'commune') siblings(unit).delete(unit.code)
      keep({ ...unit, validTo: on })
    },
    begin,
  }
}

function keyOf({ level, code }: Pick<UnitVersion, 'level' | 'code'>): string {
  return `${level}/${code}`
}
