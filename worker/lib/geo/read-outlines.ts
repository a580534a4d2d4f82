import type { Boundary } from './boundary.ts'
import type { BoundaryProblem } from './boundary-problem.ts'
import { checkOutline } from './check-outline.ts'
import { collectParts, isRecord } from './collect-parts.ts'
import { WGS84_EPSG } from './coordinate-systems.ts'
import { declaredSystem } from './declared-system.ts'
import {
  type FeatureUnit,
  nameOfFeature,
  type UnitLevel,
  unitOfFeature,
  unitOfFileName,
} from './unit-of-feature.ts'

/** Why an outline cannot be taken; `values` fill its sentence. */
export type OutlineProblem = {
  readonly code: BoundaryProblem['code'] | 'no_code' | 'unclear_code'
  readonly values: BoundaryProblem['values']
}

/** One unit of a file: its outline, or why there is none. */
export type ReadOutline =
  | {
      readonly ok: true
      readonly level: UnitLevel
      readonly code: string
      /** What the file calls it; null where it does not say. */
      readonly name: string | null
      readonly outline: Boundary
    }
  | { readonly ok: false; readonly code: string | null; readonly problem: OutlineProblem }

/**
 * The outlines in a GeoJSON file, one a unit: features of the same number are parts of one. Where a
 * feature names no unit, the file's name does. Given one after the other, for a country's outlines
 * are too many to hold twice.
 */
export function* readOutlines(input: {
  readonly fileName: string
  readonly text: string
}): Generator<ReadOutline> {
  let value: unknown
  try {
    value = JSON.parse(input.text)
  } catch {
    yield { ok: false, code: null, problem: { code: 'broken_json', values: {} } }
    return
  }
  const system = declaredSystem(value)
  if (system !== null && ('unknown' in system || system.epsg !== WGS84_EPSG)) {
    const where = 'unknown' in system ? system.unknown : `EPSG:${system.epsg}`
    yield { ok: false, code: null, problem: { code: 'other_system', values: { where } } }
    return
  }
  const units = new Map<string, Gathered>()
  for (const { properties, geometry } of featuresOf(value)) {
    const unit = unitOf(properties, input.fileName)
    if (!unit.ok) {
      const { code, typed } = unit
      yield { ok: false, code: null, problem: { code, values: { typed } } }
      continue
    }
    const { level, code } = unit
    const key = `${level}/${code}`
    const name = nameOfFeature(properties, level)
    const gathered = units.get(key) ?? { level, code, name, geometries: [] }
    gathered.geometries.push(geometry)
    units.set(key, gathered)
  }
  for (const unit of units.values()) yield checked(unit)
}

type Gathered = {
  readonly level: UnitLevel
  readonly code: string
  readonly name: string | null
  readonly geometries: unknown[]
}

function checked({ geometries, ...unit }: Gathered): ReadOutline {
  const result = checkOutline(geometries.flatMap((geometry) => collectParts(geometry).parts))
  if (result.ok) return { ok: true, ...unit, outline: result.outline }
  return { ok: false, code: unit.code, problem: result.problem }
}

function unitOf(properties: unknown, fileName: string): FeatureUnit {
  const named = unitOfFeature(properties)
  if (named.ok || named.code !== 'no_code') return named
  return unitOfFileName(fileName)
}

type FeatureLike = { readonly properties: unknown; readonly geometry: unknown }

/** Collections within collections. */
const MOST_COLLECTIONS = 8

/** A collection's features, a feature alone, or a geometry alone as a feature without properties. */
function featuresOf(value: unknown, depth = 0): readonly FeatureLike[] {
  if (depth > MOST_COLLECTIONS) return []
  if (isRecord(value) && value['type'] === 'FeatureCollection') {
    const { features } = value
    return Array.isArray(features) ? features.flatMap((each) => featuresOf(each, depth + 1)) : []
  }
  if (isRecord(value) && value['type'] === 'Feature') {
    return [{ properties: value['properties'], geometry: value['geometry'] }]
  }
  return [{ properties: null, geometry: value }]
}
