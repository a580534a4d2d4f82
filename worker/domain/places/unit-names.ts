import { placeNameReadings, readPlaceName } from '../lists/place/place-name.ts'
import type { UnitLevel } from './unit-version.ts'

const KINDS: Readonly<Record<UnitLevel, ReadonlySet<string>>> = {
  province: new Set(['tinh', 'thanh pho']),
  commune: new Set(['xa', 'phuong', 'dac khu']),
}

/** Whether a unit may be called so in a list: tones and the word for its kind may be missing. */
export function isCalledSo(unit: string, typed: string): boolean {
  const keys = new Set(placeNameReadings(unit).map(({ key }) => key))
  return placeNameReadings(typed).some(({ key }) => keys.has(key))
}

/** Whether two names are one: a commune that becomes a ward has another name. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [readPlaceName(one), readPlaceName(other)]
  return a.toned === b.toned && (a.type === b.type || a.type === null || b.type === null)
}

/** Whether the name says what kind of unit it is, as a new unit's must. */
export function namesKind(level: UnitLevel, name: string): boolean {
  const { type } = readPlaceName(name)
  return type !== null && KINDS[level].has(type)
}
