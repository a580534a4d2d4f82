import type { SUCCESSION_FAULTS } from '../../copy/portal/succession.ts'
import { formatDate } from '../../lib/time/format-date.ts'
import type { SuccessionRecord } from '../lists/records/succession-records.ts'
import { type DayLinks, dayLinks } from './day-links.ts'
import { parentAfter } from './parent-after.ts'
import type { UnitBook } from './unit-book.ts'
import { isCalledSo, isSameName, namesKind } from './unit-names.ts'
import type { UnitVersion } from './unit-version.ts'

/** Why a row cannot be taken, to be filled into its sentence. */
export type SuccessionFault = {
  readonly code: keyof typeof SUCCESSION_FAULTS
  readonly values: Readonly<Record<string, string | number>>
}

type Day = {
  readonly rows: readonly SuccessionRecord[]
  readonly book: UnitBook
  readonly links: DayLinks
  /** Old units of that day that the books have an answer for already, as `level/code`. */
  readonly answered: ReadonlySet<string>
}

/**
 * What is wrong with the rows of one day, each held against the units in force the day before and
 * against the other rows. Rows of one old unit stand or fall together, for half of a split would
 * move everything to one side.
 */
export function judgeDay(
  rows: readonly SuccessionRecord[],
  given: Pick<Day, 'book' | 'answered'>,
): Map<SuccessionRecord, SuccessionFault> {
  const faults = new Map<SuccessionRecord, SuccessionFault>()
  let accepted = rows
  for (;;) {
    const day = { ...given, rows: accepted, links: dayLinks(accepted) }
    const found = new Map(
      accepted.flatMap((row) => {
        const fault = faultOf(row, day)
        return fault === null ? [] : [[row, fault] as const]
      }),
    )
    if (found.size === 0) return faults
    const units = new Set([...found.keys()].map(({ level, oldCode }) => `${level}/${oldCode}`))
    for (const row of accepted) {
      if (!units.has(`${row.level}/${row.oldCode}`)) continue
      faults.set(row, found.get(row) ?? { code: 'sibling', values: {} })
    }
    accepted = accepted.filter((row) => !faults.has(row))
  }
}

function faultOf(row: SuccessionRecord, day: Day): SuccessionFault | null {
  const old = day.book.inForce(row.level, row.oldCode)
  if (old === null) return noSuchUnit(row, day)
  if (!isCalledSo(old.name, row.oldName)) {
    return fault('other_old_name', { unit: old.name, name: row.oldName })
  }
  if (old.validFrom >= row.effectiveOn && !isFollower(old, row, day)) {
    return fault('too_early', { name: old.name, on: formatDate(old.validFrom) })
  }
  if (row.oldCode === row.newCode && changesNothing(row, old, day)) return fault('same', {})
  return targetFault(row, day) ?? (row.level === 'province' ? splitFault(row, day) : null)
}

/**
 * A commune that only followed its province that day may still be told of: one list may hold the
 * province and another its communes.
 */
function isFollower(old: UnitVersion, { effectiveOn }: SuccessionRecord, day: Day): boolean {
  const before = day.book.lastEnded(old.level, old.code)
  const follows = before?.validTo === effectiveOn && before.name === old.name
  const isAnswered = day.answered.has(`${old.level}/${old.code}`)
  return old.validFrom === effectiveOn && follows && !isAnswered
}

function noSuchUnit(row: SuccessionRecord, { book }: Day): SuccessionFault {
  const ended = book.lastEnded(row.level, row.oldCode)
  if (ended?.validTo == null) return fault('unknown_old', {})
  return fault('ended', { name: ended.name, on: formatDate(ended.validTo) })
}

function changesNothing(row: SuccessionRecord, old: UnitVersion, day: Day): boolean {
  const { links } = day
  const alone =
    links.successors(row.level, row.oldCode).length === 1 &&
    links.sources(row.level, row.newCode).length === 1
  const moves = row.level === 'commune' && parentAfter(row, day) !== old.parentCode
  return alone && !moves && old.name === row.newName
}

function targetFault(row: SuccessionRecord, day: Day): SuccessionFault | null {
  const target = day.book.inForce(row.level, row.newCode)
  if (target === null) return newUnitFault(row, day)
  if (!day.links.ends(row.level, row.newCode)) return joinFault(row, target, day)
  if (!day.links.keeps(row.level, row.newCode)) return fault('chain', { name: target.name })
  return newUnitFault(row, day)
}

/** A unit that goes on and takes in the old one. */
function joinFault(row: SuccessionRecord, target: UnitVersion, day: Day): SuccessionFault | null {
  if (!isSameName(target.name, row.newName)) {
    return fault('other_name_in_force', { unit: target.name, name: row.newName })
  }
  if (target.validFrom > row.effectiveOn) {
    return fault('target_later', { name: target.name, on: formatDate(target.validFrom) })
  }
  const given = row.newProvinceCode
  if (row.level === 'province' || given === null) return null
  const parent = target.parentCode ?? ''
  const code = day.links.ends('province', parent) ? day.links.heir('province', parent) : parent
  return given === code
    ? null
    : fault('other_province', { name: target.name, code: code ?? parent })
}

/** A unit that begins, be it under a code that was one of the old ones'. */
function newUnitFault(row: SuccessionRecord, day: Day): SuccessionFault | null {
  const { level, newCode, newName } = row
  if (!namesKind(level, newName)) return fault('kind_missing', {})
  const before = day.book.lastEnded(level, newCode)
  if (before?.validTo != null && before.validTo > row.effectiveOn) {
    return fault('code_taken', { name: before.name, on: formatDate(before.validTo) })
  }
  const same = day.rows.filter((each) => each.level === level && each.newCode === newCode)
  if (same.some((each) => each.newName !== newName)) return fault('names_differ', {})
  if (level === 'province') return null
  const parent = parentAfter(row, day)
  if (same.some((each) => parentAfter(each, day) !== parent)) return fault('provinces_differ', {})
  if (parent === null) return fault('province_missing', {})
  return isProvinceAfter(parent, day) ? null : fault('province_unknown', { code: parent })
}

function isProvinceAfter(code: string, { book, links }: Day): boolean {
  if (links.sources('province', code).length > 0) return true
  return book.inForce('province', code) !== null && !links.ends('province', code)
}

function splitFault(row: SuccessionRecord, { book, links }: Day): SuccessionFault | null {
  if (links.heir('province', row.oldCode) !== null) return null
  const left = book.communesOf(row.oldCode).filter(({ code }) => !links.ends('commune', code))
  return left.length === 0 ? null : fault('province_split', { count: left.length })
}

function fault(code: SuccessionFault['code'], values: SuccessionFault['values']): SuccessionFault {
  return { code, values }
}
