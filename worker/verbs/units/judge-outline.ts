import type { OutlinedUnit } from '../../../db/queries/unit-outlines.ts'
import { placeNameReadings } from '../../domain/lists/place/place-name.ts'
import { outlineText } from '../../lib/geo/outline-text.ts'
import type { ReadOutline } from '../../lib/geo/read-outlines.ts'
import type { UnitLevel } from '../../lib/geo/unit-of-feature.ts'
import { type OutlineReason, outlineReason } from './outline-reason.ts'

/** Units in force by `level/code`. */
export type KnownUnits = ReadonlyMap<string, OutlinedUnit>

export type AcceptedOutline = {
  readonly level: UnitLevel
  readonly code: string
  readonly geojson: string
}

/** Past this an outline is drawn finer than anybody needs to hold a field against. */
const MAX_BYTES = 5 * 1024 * 1024

/**
 * Whether an outline of a file is taken, and in which words not. `seen` holds the file of each unit
 * that was; the unit is added to it.
 */
export function judgeOutline(
  found: ReadOutline,
  given: {
    readonly known: KnownUnits
    readonly seen: Map<string, string>
    readonly trustCodes: boolean
    readonly file: string
  },
): { ok: true; outline: AcceptedOutline } | { ok: false; reason: OutlineReason } {
  const refuse = (problem: Parameters<typeof outlineReason>[0]) =>
    ({ ok: false, reason: outlineReason(problem) }) as const
  if (!found.ok) return refuse(found.problem)
  const { level, code, name } = found
  const key = `${level}/${code}`
  const unit = given.known.get(key)
  if (unit === undefined) return refuse({ code: 'unknown_code', values: {} })
  const before = given.seen.get(key)
  if (before !== undefined) return refuse({ code: 'twice', values: { file: before } })
  // Numbers were used again in July 2025: an old file would put Kiên Giang where An Giang is now.
  if (!given.trustCodes && name !== null && !isCalled(unit.name, name)) {
    return refuse({ code: 'other_name', values: { unit: unit.name, name } })
  }
  const geojson = outlineText(found.outline)
  if (geojson.length > MAX_BYTES) return refuse({ code: 'outline_too_large', values: {} })
  given.seen.set(key, given.file)
  return { ok: true, outline: { level, code, geojson } }
}

function isCalled(unit: string, name: string): boolean {
  const keys = new Set(placeNameReadings(unit).map(({ key }) => key))
  return placeNameReadings(name).some(({ key }) => keys.has(key))
}
