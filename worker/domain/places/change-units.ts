import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { SuccessionRecord } from '../lists/records/succession-records.ts'
import { type DayLinks, dayLinks } from './day-links.ts'
import { parentAfter } from './parent-after.ts'
import type { UnitBook } from './unit-book.ts'
import type { UnitVersion } from './unit-version.ts'

/** A unit and what took its place, as it is kept. */
export type Succession = {
  readonly old: UnitVersion
  /** Of a commune: what its province was called. */
  readonly oldProvinceName: string | null
  readonly newCode: string
  /** A commune that only goes along with its province; no row of a list names it. */
  readonly follows: boolean
}

export type UnitChanges = {
  readonly ended: readonly UnitVersion[]
  readonly begun: readonly UnitVersion[]
  readonly successions: readonly Succession[]
  /** The rows behind it. */
  readonly rows: readonly SuccessionRecord[]
  /** Units whose outline is no longer theirs. */
  readonly redrawn: readonly Pick<UnitVersion, 'level' | 'code'>[]
}

type Day = { readonly rows: readonly SuccessionRecord[]; book: UnitBook; on: CalendarDate }

/**
 * Carries out the accepted rows of a day in the book: each old unit ends, each new one begins, and
 * communes nobody names go with their province.
 */
export function changeUnits(day: Day): UnitChanges {
  const { rows, book } = day
  const links = dayLinks(rows)
  const before = { links, names: namesBefore(day) }
  const parents = new Map(rows.map((row) => [row, parentAfter(row, { book, links })]))
  const provinces = rows.filter(({ level }) => level === 'province')
  const communes = rows.filter(({ level }) => level === 'commune')
  const followers = followersOf(provinces, day, links)
  const parts = [
    replaceUnits(provinces, day, { before, parentOf: () => null }),
    replaceUnits(communes, day, { before, parentOf: (row) => parents.get(row) ?? null }),
    followProvince(followers, day, before),
  ]
  return {
    ended: parts.flatMap(({ ended }) => ended),
    begun: parts.flatMap(({ begun }) => begun),
    successions: parts.flatMap(({ successions }) => successions),
    rows,
    redrawn: redrawnBy(rows, links),
  }
}

type Before = { readonly links: DayLinks; readonly names: ReadonlyMap<string, string> }
type Part = Pick<UnitChanges, 'ended' | 'begun' | 'successions'>

function replaceUnits(
  rows: readonly SuccessionRecord[],
  { book, on }: Day,
  given: { before: Before; parentOf: (row: SuccessionRecord) => string | null },
): Part {
  const olds = new Map<string, UnitVersion>()
  for (const { level, oldCode } of rows) {
    const old = book.inForce(level, oldCode)
    if (old !== null) olds.set(oldCode, old)
  }
  for (const old of olds.values()) book.end(old, on)
  const begun: UnitVersion[] = []
  for (const row of rows) {
    const { level, newCode: code, newName: name } = row
    if (book.inForce(level, code) !== null) continue
    const unit = {
      level,
      code,
      name,
      parentCode: given.parentOf(row),
      validFrom: on,
      validTo: null,
    }
    book.begin(unit)
    begun.push(unit)
  }
  const successions = rows.flatMap(({ oldCode, newCode }) => {
    const old = olds.get(oldCode)
    return old === undefined ? [] : [successionOf(old, { newCode, follows: false }, given.before)]
  })
  return { ended: [...olds.values()], begun, successions }
}

/** Communes that no row names, of provinces that become another or are called otherwise. */
function followersOf(
  provinces: readonly SuccessionRecord[],
  { book }: Day,
  links: DayLinks,
): { readonly unit: UnitVersion; readonly heir: string }[] {
  return [...new Set(provinces.map(({ oldCode }) => oldCode))].flatMap((code) => {
    const heir = links.heir('province', code)
    const to = provinces.find(({ oldCode, newCode }) => oldCode === code && newCode === heir)
    const isSame = heir === code && book.inForce('province', code)?.name === to?.newName
    if (heir === null || isSame) return []
    const left = book.communesOf(code).filter((unit) => !links.ends('commune', unit.code))
    return left.map((unit) => ({ unit, heir }))
  })
}

/** The province's new number begins a new version; a new name alone is told by the succession. */
function followProvince(
  followers: readonly { readonly unit: UnitVersion; readonly heir: string }[],
  { book, on }: Day,
  before: Before,
): Part {
  const moved = followers.filter(({ unit, heir }) => unit.parentCode !== heir)
  const begun = moved.map(({ unit, heir }) => ({ ...unit, parentCode: heir, validFrom: on }))
  for (const { unit } of moved) book.end(unit, on)
  for (const unit of begun) book.begin(unit)
  return {
    ended: moved.map(({ unit }) => unit),
    begun,
    successions: followers.map(({ unit }) =>
      successionOf(unit, { newCode: unit.code, follows: true }, before),
    ),
  }
}

function successionOf(
  old: UnitVersion,
  to: Pick<Succession, 'newCode' | 'follows'>,
  { names }: Before,
): Succession {
  return { old, oldProvinceName: names.get(old.parentCode ?? '') ?? null, ...to }
}

/** What the provinces of all communes concerned are called before anything changes. */
function namesBefore({ rows, book }: Day): ReadonlyMap<string, string> {
  const parents = rows.map(({ level, oldCode }) =>
    level === 'province' ? oldCode : book.inForce(level, oldCode)?.parentCode,
  )
  return new Map(
    parents.flatMap((code) => {
      const name = code == null ? undefined : book.inForce('province', code)?.name
      return code == null || name === undefined ? [] : [[code, name] as const]
    }),
  )
}

/** A unit that only changes its name or number of province keeps its outline. */
function redrawnBy(
  rows: readonly SuccessionRecord[],
  links: DayLinks,
): readonly Pick<UnitVersion, 'level' | 'code'>[] {
  const isUntouched = (level: SuccessionRecord['level'], code: string) =>
    links.keeps(level, code) &&
    links.successors(level, code).length === 1 &&
    links.sources(level, code).length === 1
  const units = rows.flatMap(({ level, oldCode, newCode }) => [
    { level, code: oldCode },
    { level, code: newCode },
  ])
  const keys = new Map(units.map((unit) => [`${unit.level}/${unit.code}`, unit]))
  return [...keys.values()].filter(({ level, code }) => !isUntouched(level, code))
}
