import { decodeInSteps } from '../steps/decode-in-steps.ts'
import { type Steps, takeSteps } from '../steps/steps.ts'
import type { Boundary } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { checkBoundaryInSteps } from './check-boundary.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './raw-parts.ts'
import { readCornerPoints } from './read-corner-points.ts'
import { readGeoJson } from './read-geo-json.ts'
import { readKml } from './read-kml.ts'

export type BoundarySource = 'kml' | 'geojson' | 'typed'

export type BoundaryReading =
  | { readonly ok: true; readonly boundary: Boundary; readonly source: BoundarySource }
  | BoundaryRefusal

/**
 * Reads the outline of a place from KML, GeoJSON or a list of corner points, told apart by content
 * and never by the file's name. What comes back is closed, rounded to six decimals (about 0.1 m), in
 * Viet Nam, free of crossings and of parts that overlap.
 */
export function readBoundary(bytes: Uint8Array): BoundaryReading {
  return takeSteps(readBoundaryInSteps(bytes))
}

/** {@link readBoundary}, for who lets others have their turn meanwhile. */
export function* readBoundaryInSteps(bytes: Uint8Array): Steps<BoundaryReading> {
  if (bytes.length > BOUNDARY_LIMITS.maxBytes) return refuseBoundary('too_large')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuseBoundary('kmz')
  const text = yield* decode(bytes)
  if (text === null) return refuseBoundary('unknown_format')
  const start = text.trimStart()
  if (start === '') return refuseBoundary('empty')
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) return refuseBoundary('web_page')
  if (/^(?:SRID=\d{1,6};)?(?:MULTI)?POLYGON ?[ZM]{0,2} ?\(/i.test(start))
    return refuseBoundary('wkt')
  const source = sourceOf(start)
  if (source === null) return refuseBoundary('unknown_format')
  yield
  const raw = source === 'kml' ? yield* readKml(start) : READERS[source](start)
  if (!raw.ok) return raw
  yield
  const checked = yield* checkBoundaryInSteps(raw.parts)
  return checked.ok ? { ok: true, boundary: checked.boundary, source } : checked
}

const READERS: Readonly<Record<Exclude<BoundarySource, 'kml'>, (text: string) => RawParts>> = {
  geojson: readGeoJson,
  typed: readCornerPoints,
}

function sourceOf(start: string): BoundarySource | null {
  if (start.startsWith('<')) return 'kml'
  if (/^[{[]/.test(start)) return 'geojson'
  return /\d[.,]\d|\d ?[°º]/.test(start.slice(0, 2_000)) ? 'typed' : null
}

/** Code pages a KML may say that it is written in; every other is read as UTF-8 or refused. */
const CODE_PAGES: ReadonlySet<string> = new Set([
  'iso-8859-1',
  'iso-8859-15',
  'windows-1252',
  'windows-1258',
  'us-ascii',
])

function declared(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const name = /^<\?xml [^>]{0,100}encoding=["']([\w-]{1,20})["']/.exec(head)?.[1]?.toLowerCase()
  return name !== undefined && CODE_PAGES.has(name) ? name : 'utf-8'
}

/** Null for what is no text. */
function* decode(bytes: Uint8Array): Steps<string | null> {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null
  const encoding = first === 0xfe && second === 0xff ? 'utf-16be' : (wide ?? declared(bytes))
  try {
    const text = yield* decodeInSteps(bytes, { encoding, fatal: true })
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
