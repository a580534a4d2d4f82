import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { UnitChanges } from './change-units.ts'
import { type DayLinks, dayLinks, type UnitLink } from './day-links.ts'
import type { UnitBook } from './unit-book.ts'
import type { UnitLevel, UnitVersion } from './unit-version.ts'

/** A place as it stands in a row of the register; parts may be missing. */
export type NamedPlace = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

/** A unit that was divided, so that only somebody who knows the place can say where it lies now. */
export type SplitUnit = {
  readonly level: UnitLevel
  readonly code: string
  readonly name: string
  readonly provinceCode: string | null
  readonly into: readonly { readonly code: string; readonly name: string }[]
}

export type DayMoves = {
  /** By the code of the old commune: all of the new place. */
  readonly communes: ReadonlyMap<string, NamedPlace>
  /** By the code of the old province. */
  readonly provinces: ReadonlyMap<string, Pick<NamedPlace, 'provinceCode' | 'provinceName'>>
  readonly splits: readonly SplitUnit[]
  /** Units whose former names changed: the register's entries there are made anew. */
  readonly touched: { readonly communes: readonly string[]; readonly provinces: readonly string[] }
}

type Day = {
  readonly given: readonly UnitLink[]
  readonly links: DayLinks
  readonly changes: UnitChanges | null
  readonly book: UnitBook
  readonly on: CalendarDate
}

/** Where what rests on the old units of a day goes, by the units in force after it. */
export function movesOfDay(input: Omit<Day, 'links'>): DayMoves {
  const day: Day = { ...input, links: dayLinks(input.given) }
  return {
    communes: new Map(heirsOf(day, 'commune').flatMap((heir) => communeMove(heir, day.book))),
    provinces: new Map(
      heirsOf(day, 'province').map(({ oldCode, heir }) => [
        oldCode,
        { provinceCode: heir.code, provinceName: heir.name },
      ]),
    ),
    splits: [...splitsOf(day, 'commune'), ...splitsOf(day, 'province')],
    touched: { communes: touchedBy(day, 'commune'), provinces: touchedBy(day, 'province') },
  }
}

type Heir = { readonly oldCode: string; readonly heir: UnitVersion }

function heirsOf(day: Day, level: UnitLevel): Heir[] {
  return oldCodes(day, level).flatMap((oldCode) => {
    const heir = heirInForce(day, level, oldCode)
    return heir === null ? [] : [{ oldCode, heir }]
  })
}

/**
 * The heir of an old unit, if it is still the one of that day. What the books changed since then is
 * left alone, and so is an old number that has been given to another unit: an old list read in
 * again must not move what came later.
 */
function heirInForce({ book, links, on }: Day, level: UnitLevel, oldCode: string) {
  const code = links.heir(level, oldCode)
  const heir = code === null ? null : book.inForce(level, code)
  if (heir === null || heir.validFrom > on) return null
  const holder = book.inForce(level, oldCode)
  return holder === null || holder.code === heir.code ? heir : null
}

function communeMove({ oldCode, heir }: Heir, book: UnitBook): [string, NamedPlace][] {
  const province = book.inForce('province', heir.parentCode ?? '')
  if (province === null) return []
  const place = {
    ...{ communeCode: heir.code, communeName: heir.name },
    ...{ provinceCode: province.code, provinceName: province.name },
  }
  return [[oldCode, place]]
}

function splitsOf({ links, changes, book, ...day }: Day, level: UnitLevel): SplitUnit[] {
  return oldCodes(day, level).flatMap((code) => {
    const into = links.successors(level, code)
    const ended = changes?.ended.find((unit) => unit.level === level && unit.code === code)
    const unit = ended ?? book.lastEnded(level, code)
    if (into.length < 2 || unit === null) return []
    const named = into.map((each) => ({
      code: each,
      name: book.inForce(level, each)?.name ?? each,
    }))
    return [{ level, code, name: unit.name, provinceCode: unit.parentCode, into: named }]
  })
}

function touchedBy({ given, changes }: Day, level: UnitLevel): readonly string[] {
  const named = given
    .filter((link) => link.level === level)
    .flatMap(({ oldCode, newCode }) => [oldCode, newCode])
  const followers = (changes?.successions ?? [])
    .filter(({ old }) => old.level === level)
    .map(({ newCode }) => newCode)
  return [...new Set([...named, ...followers])]
}

function oldCodes({ given }: Pick<Day, 'given'>, level: UnitLevel): readonly string[] {
  return [...new Set(given.filter((link) => link.level === level).map(({ oldCode }) => oldCode))]
}
