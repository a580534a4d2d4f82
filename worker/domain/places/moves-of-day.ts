import type { CalendarDate } from '../time/calendar-date.ts'
import type { UnitChanges } from './change-units.ts'
import { type DayLinks, dayLinks, type UnitLink } from './day-links.ts'
import type { UnitBook } from './unit-book.ts'
import type { UnitVersion } from './unit-version.ts'

/** A place as it stands in a row of the register; names may be missing. */
export type NamedPlace = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

/** A unit that was divided, so that only somebody who knows the place can say where it lies now. */
export type SplitUnit = {
  readonly level: UnitVersion['level']
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
  readonly links: readonly UnitLink[]
  readonly changes: UnitChanges | null
  readonly book: UnitBook
  readonly on: CalendarDate
}

/** Where what rests on the old units of a day goes, by the units in force after it. */
export function movesOfDay({ links: given, changes, book, on }: Day): DayMoves {
  const links = dayLinks(given)
  const olds = (level: UnitVersion['level']) => [
    ...new Set(given.filter((link) => link.level === level).map(({ oldCode }) => oldCode)),
  ]
  const heirOf = (level: UnitVersion['level'], code: string) => heirInForce({ book, links, on }, level, code)
  const communes = olds('commune').flatMap((code) => {
    const heir = heirOf('commune', code)
    const province = heir === null ? null : book.inForce('province', heir.parentCode ?? '')
    return heir === null || province === null ? [] : [[code, placeOf(heir, province)] as const]
  })
  const provinces = olds('province').flatMap((code) => {
    const heir = heirOf('province', code)
    return heir === null
      ? []
      : [[code, { provinceCode: heir.code, provinceName: heir.name }] as const]
  })
  const followers = changes?.successions.map(({ old }) => old) ?? []
  const touched = (level: UnitVersion['level']) => [
    ...new Set([
      ...given.filter((link) => link.level === level).flatMap((l) => [l.oldCode, l.newCode]),
      ...followers.filter((unit) => unit.level === level).map(({ code }) => code),
    ]),
  ]
  return {
    communes: new Map(communes),
    provinces: new Map(provinces),
    splits: [...splitsOf('commune', olds('commune')), ...splitsOf('province', olds('province'))],
    touched: { communes: touched('commune'), provinces: touched('province') },
  }

  function splitsOf(level: UnitVersion['level'], codes: readonly string[]): SplitUnit[] {
    return codes.flatMap((code) => {
      const into = links.successors(level, code)
      if (into.length < 2) return []
      const old = changes?.ended.find((unit) => unit.level === level && unit.code === code)
      const unit = old ?? book.lastEnded(level, code)
      if (unit === null) return []
      const nameOf = (each: string) => book.inForce(level, each)?.name ?? each
      return [
        {
          ...{ level, code, name: unit.name, provinceCode: unit.parentCode },
          into: into.map((each) => ({ code: each, name: nameOf(each) })),
        },
      ]
    })
  }
}

/**
 * The heir of an old unit, if it is still the one of that day. What the books changed since then is
 * left alone, and so is an old number that has been given to another unit: an old list read in
 * again must not move what came later.
 */
function heirInForce(
  { book, links, on }: { book: UnitBook; links: DayLinks; on: CalendarDate },
  level: UnitVersion['level'],
  oldCode: string,
): UnitVersion | null {
  const code = links.heir(level, oldCode)
  const heir = code === null ? null : book.inForce(level, code)
  if (heir === null || heir.validFrom > on) return null
  const holder = book.inForce(level, oldCode)
  return holder === null || holder.code === heir.code ? heir : null
}

function placeOf(commune: UnitVersion, province: UnitVersion): NamedPlace {
  return {
    ...{ communeCode: commune.code, communeName: commune.name },
    ...{ provinceCode: province.code, provinceName: province.name },
  }
}
