import { decodeInSteps } from '../steps/decode-in-steps.ts'
import type { Steps } from '../steps/steps.ts'
import { trimEndOf } from '../text/trim-end.ts'
import { wideEncodingOf } from '../text/wide-encoding.ts'
import type { Boundary } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { checkBoundaryInSteps } from './check-boundary.ts'
import type { CoordinateSystem } from './coordinate-systems.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './raw-parts.ts'
import { readCornerPoints } from './read-corner-points.ts'
import { readGeoJson } from './read-geo-json.ts'
import { readKml } from './read-kml.ts'
import { readKmz } from './read-kmz.ts'
import { systemFor } from './system-for.ts'
import { toWgs84 } from './to-wgs84.ts'

export type BoundarySource = 'kml' | 'geojson' | 'typed'

export type ReadBoundary = {
  readonly ok: true
  readonly boundary: Boundary
  readonly source: BoundarySource
  /** The system the positions were taken to be in. */
  readonly system: CoordinateSystem
  /** Shapes without a corner, and points and lines, that were passed over. */
  readonly empty: number
  readonly others: number
}

export type BoundaryReading = ReadBoundary | BoundaryRefusal

/** What a file leaves open. */
export type BoundaryOptions = {
  /** The system that was chosen; the file's own word counts more. */
  readonly epsg?: number | null
  /** The present province of the place, whose maps tell what metres are counted from. */
  readonly provinceCode?: string | null
}

/**
 * Reads the outline of a place from KML, KMZ, GeoJSON or a list of corner points, told apart by
 * content and never by the file's name. What comes back is in WGS 84, closed, rounded to six decimals
 * (about 0.1 m), in Viet Nam, free of crossings and of parts that overlap.
 */
export function* readBoundaryInSteps(
  bytes: Uint8Array,
  options: BoundaryOptions = {},
): Steps<BoundaryReading> {
  if (bytes.length > BOUNDARY_LIMITS.maxBytes) return refuseBoundary('too_large')
  const given = yield* textOf(bytes)
  if (!given.ok) return given
  const start = trimEndOf(given.text.trimStart(), END_MARKS)
  if (start === '') return refuseBoundary('empty')
  if (isWebPage(start)) return refuseBoundary('web_page')
  if (WKT.test(start.slice(0, LOOKED_AT))) return refuseBoundary('wkt')
  const source = sourceOf(start)
  if (source === null) return refuseBoundary('unknown_format')
  yield
  const raw = source === 'kml' ? yield* readKml(start) : READERS[source](start)
  if (!raw.ok) return raw
  yield
  const system = systemFor(raw, options)
  if ('ok' in system) return system
  const checked = yield* checkBoundaryInSteps(toWgs84(raw.parts, system))
  if (!checked.ok) return checked
  const { empty, others } = raw
  return { ok: true, boundary: checked.boundary, source, system, empty, others }
}

const LOOKED_AT = 2_000
/** What DOS programs and editors put behind a text. */
const END_MARKS = '\u001a \r\n'
/** Well-known text by itself, or in a column of a list. */
const WKT =
  /(?:^|["';,=\t])(?:SRID=\d{1,6};)?(?:MULTI)?(?:POLYGON|LINESTRING|POINT) ?[ZM]{0,2} ?\(|^GEOMETRYCOLLECTION/i

function isWebPage(start: string): boolean {
  const head = start.slice(0, LOOKED_AT)
  return head.startsWith('<') && /<(?:!doctype html|html|head|body)[\s>]/i.test(head)
}

type GivenText = { readonly ok: true; readonly text: string } | BoundaryRefusal

function* textOf(bytes: Uint8Array): Steps<GivenText> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return yield* readKmz(bytes)
  const text = yield* decode(bytes)
  return text === null ? refuseBoundary('unknown_format') : { ok: true, text }
}

const READERS: Readonly<Record<Exclude<BoundarySource, 'kml'>, (text: string) => RawParts>> = {
  geojson: readGeoJson,
  typed: readCornerPoints,
}

function sourceOf(start: string): BoundarySource | null {
  if (start.startsWith('<')) return 'kml'
  if (/^[{[]/.test(start)) return 'geojson'
  return /\d[.,]\d|\d ?[°º]|\d{6}/.test(start.slice(0, LOOKED_AT)) ? 'typed' : null
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
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : null
  const wide = first === 0xfe && second === 0xff ? 'utf-16be' : (marked ?? wideEncodingOf(bytes))
  const encoding = wide ?? declared(bytes)
  try {
    const text = yield* decodeInSteps(bytes, { encoding, fatal: true })
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
