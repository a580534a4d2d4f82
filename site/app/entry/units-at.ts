import type { UnitKey } from '../../../worker/domain/diary/measures/unit-table.ts'
import type { AreaRegion } from '../../../worker/lib/measure/area.ts'

/** Units that only some parts of the country measure by: a sào is not the same in each. */
const REGIONS: readonly (readonly [pattern: RegExp, region: AreaRegion])[] = [
  [/_bac$/, 'north'],
  [/_trung$/, 'centre'],
  [/(?:^|\/)cong$/, 'south'],
]

/** The units to choose from at a place: those of other regions are left out, where its own is known. */
export function unitsAt(units: readonly UnitKey[], region: AreaRegion | null): readonly UnitKey[] {
  if (region === null) return units
  return units.filter((unit) => {
    const bound = REGIONS.find(([pattern]) => pattern.test(unit))
    return bound === undefined || bound[1] === region
  })
}
