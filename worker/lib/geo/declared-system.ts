import { isRecord } from './collect-parts.ts'
import {
  type CoordinateSystem,
  coordinateSystem,
  VN2000_EPSG,
  WGS84_EPSG,
} from './coordinate-systems.ts'

/** The system a GeoJSON says it is in: null where it does not say, its name where it is not known. */
export type DeclaredSystem = CoordinateSystem | { readonly unknown: string } | null

/** Names that are no numbers of the EPSG register; `CRS84` is WGS 84, longitude first. */
const NAMES: readonly (readonly [RegExp, number])[] = [
  [/CRS:?84$/i, WGS84_EPSG],
  [/^WGS[ -]?(?:19)?84$/i, WGS84_EPSG],
  [/^VN[ -]?2000$/i, VN2000_EPSG],
]
const NUMBER = /EPSG[:/]{1,2}(?:[\d.]{1,10}[:/])?(\d{4,6})$/i
/** Of one file. */
const MOST_MEMBERS = 1_000
const LONGEST_NAME = 60

/**
 * Reads the `crs` members of GeoJSON from before RFC 7946, which knows no other system than WGS 84:
 * of the collection, its features and their geometries. Two that differ are not known.
 */
export function declaredSystem(value: unknown): DeclaredSystem {
  let found: DeclaredSystem = null
  for (const member of membersOf(value)) {
    const system = systemOf(member)
    if (system === null) continue
    if ('unknown' in system) return system
    if (found !== null && found !== system) return { unknown: 'EPSG:…' }
    found = system
  }
  return found
}

function* membersOf(value: unknown): Generator<unknown> {
  if (!isRecord(value)) return
  yield value['crs']
  const { features, geometry } = value
  if (isRecord(geometry)) yield geometry['crs']
  if (!Array.isArray(features)) return
  for (const feature of features.slice(0, MOST_MEMBERS)) {
    if (!isRecord(feature)) continue
    yield feature['crs']
    if (isRecord(feature['geometry'])) yield feature['geometry']['crs']
  }
}

function systemOf(crs: unknown): DeclaredSystem {
  if (crs === undefined || crs === null) return null
  const properties = isRecord(crs) ? crs['properties'] : null
  const given = isRecord(properties) ? (properties['name'] ?? properties['code']) : crs
  const name = typeof given === 'number' ? `EPSG:${given}` : given
  if (typeof name !== 'string') return { unknown: 'crs' }
  const bare = name.trim()
  const epsg =
    NAMES.find(([pattern]) => pattern.test(bare))?.[1] ??
    Number(NUMBER.exec(/^\d{4,6}$/.test(bare) ? `EPSG:${bare}` : bare)?.[1])
  return coordinateSystem(epsg) ?? { unknown: bare.slice(0, LONGEST_NAME) }
}
