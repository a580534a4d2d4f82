import type { UnitKey } from '../../../worker/domain/diary/measures/unit-table.ts'
import type { AreaRegion } from '../../../worker/lib/measure/area.ts'

/** Units that only some parts of the country measure by: a sào is not the same in each. */
const REGIONS: readonly (readonly [pattern: RegExp, region: AreaRegion])[] = [
  [/_bac$/, 'north'],
  [/_trung$/, 'centre'],
  [/(?:^|\/)cong$/, 'south'],
]

/**
 * The units to choose from at a place, the one to begin with first: what was said last, else an area in
 * what people there measure by. Those of other regions are left out, where its own is known.
 */
export function unitsAt(given: {
  readonly units: readonly UnitKey[]
  readonly region: AreaRegion | null
  readonly last: string | null
}): readonly UnitKey[] {
  const { units, region, last } = given
  const here = units.filter((unit) => region === null || (regionOf(unit) ?? region) === region)
  const begin =
    here.find((unit) => unit === last) ??
    here.find((unit) => !unit.includes('/') && region !== null && regionOf(unit) === region)
  return begin === undefined ? here : [begin, ...here.filter((unit) => unit !== begin)]
}

function regionOf(unit: UnitKey): AreaRegion | null {
  return REGIONS.find(([pattern]) => pattern.test(unit))?.[1] ?? null
}
