import { SaxesParser } from 'saxes'
import type { Steps } from '../steps/steps.ts'
import type { Part, Position, Ring } from './boundary.ts'
import {
  type BoundaryProblem,
  type BoundaryProblemCode,
  refuseBoundary,
} from './boundary-problem.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './raw-parts.ts'

/**
 * The polygons of a KML (OGC 12-007r2), wherever they stand in it. Read as a stream of tags, so
 * nothing larger than the coordinates is ever held. A document type declaration is refused at once:
 * KML needs none, and entities are how small files are made to grow.
 */
export function* readKml(text: string): Steps<RawParts> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuseBoundary('entities')
  const collector = new PolygonCollector()
  try {
    yield* parse(text, collector)
  } catch (error) {
    if (error instanceof KmlFault) return refuseBoundary(error.code, error.values)
    throw error
  }
  // Drawing programs leave empty shapes behind.
  const parts = collector.parts.filter(([outer = []]) => outer.length > 0)
  const { others } = collector
  const empty = collector.polygons - parts.length
  if (parts.length === 0) return refuseBoundary(empty > 0 ? 'too_few_corners' : 'no_polygon')
  return { ok: true, parts, empty, others, system: null }
}

class KmlFault extends Error {
  readonly code: BoundaryProblemCode
  readonly values: BoundaryProblem['values']

  constructor(code: BoundaryProblemCode, values: BoundaryProblem['values'] = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}

function* parse(text: string, collector: PolygonCollector): Steps<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  let depth = 0
  let elements = 0
  parser.on('doctype', () => {
    throw new KmlFault('entities')
  })
  parser.on('error', () => {
    throw new KmlFault('broken_xml')
  })
  parser.on('attribute', () => {
    elements += 1
    if (elements > BOUNDARY_LIMITS.maxElements) throw new KmlFault('too_many_elements')
  })
  parser.on('opentag', ({ name }) => {
    depth += 1
    elements += 1
    if (depth > BOUNDARY_LIMITS.maxDepth) throw new KmlFault('too_many_parts')
    if (elements > BOUNDARY_LIMITS.maxElements) {
      throw new KmlFault('too_many_elements')
    }
    collector.open(localName(name))
  })
  parser.on('text', (part) => collector.text(part))
  parser.on('cdata', (part) => collector.text(part))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    collector.close(localName(name))
  })
  for (const slice of slicesOf(text)) {
    parser.write(slice)
    yield
  }
  parser.close()
}

/** Characters at a time: replacing keeps a list of all that it found until it is done. */
const SLICE = 16_384

/**
 * The text with blanks for line breaks, which mean the same here: at each break the parser joins what
 * it has so far, a string in strings, and a file may be nothing but breaks.
 */
function* slicesOf(text: string): Generator<string, void, undefined> {
  for (let at = 0; at < text.length; at += SLICE) {
    yield text.slice(at, at + SLICE).replace(/[\n\r\u0085\u2028]/g, ' ')
  }
}

/** Follows the tags and puts the rings of each Polygon together. */
class PolygonCollector {
  readonly parts: Part[] = []
  /** Polygons begun, and points and lines that are none. */
  polygons = 0
  others = 0
  private outer: Ring | null = null
  private holes: Ring[] = []
  private within: 'outer' | 'inner' | null = null
  private coordinates: string[] | null = null
  private inPolygon = false
  private vertices = 0
  private rings = 0

  open(name: string): void {
    if (name === 'Polygon') {
      this.inPolygon = true
      this.polygons += 1
      this.outer = null
      this.holes = []
    } else if (name === 'Point' || name === 'LineString') this.others += 1
    else if (name === 'outerBoundaryIs') this.within = 'outer'
    else if (name === 'innerBoundaryIs') this.within = 'inner'
    else if (name === 'coordinates' && this.inPolygon && this.within !== null) this.coordinates = []
  }

  text(part: string): void {
    this.coordinates?.push(part)
  }

  close(name: string): void {
    if (name === 'coordinates' && this.coordinates !== null) this.endRing(this.coordinates.join(''))
    else if (name === 'outerBoundaryIs' || name === 'innerBoundaryIs') this.within = null
    else if (name === 'Polygon') this.endPolygon()
  }

  private endRing(text: string): void {
    const ring = readTuples(text, BOUNDARY_LIMITS.maxVertices - this.vertices)
    if (ring === null) throw new KmlFault('too_many_vertices')
    this.coordinates = null
    this.vertices += ring.length
    this.rings += 1
    if (this.rings > BOUNDARY_LIMITS.maxRings) throw new KmlFault('too_many_rings')
    if (this.within === 'outer') {
      // Which of them the holes belong to, nothing tells.
      if (this.outer !== null) throw new KmlFault('two_outlines')
      this.outer = ring
    } else this.holes.push(ring)
  }

  private endPolygon(): void {
    if (this.outer !== null) this.parts.push([this.outer, ...this.holes])
    this.inPolygon = false
    if (this.parts.length > BOUNDARY_LIMITS.maxParts) throw new KmlFault('too_many_parts')
  }
}

/**
 * `lng,lat[,height]` tuples between blanks; what is no number comes back as NaN, to be refused. Some
 * programs put blanks around the commas. Null where there are more tuples than `most`.
 */
function readTuples(text: string, most: number): Position[] | null {
  const tuples: Position[] = []
  let numbers: number[] = []
  let awaitsNumber = false
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === ',') {
      // Two commas in a row, or one at the beginning, leave out a number.
      if (awaitsNumber || numbers.length === 0) numbers.push(Number.NaN)
      awaitsNumber = true
    } else {
      if (!awaitsNumber && numbers.length > 0) {
        tuples.push(tupleOf(numbers))
        numbers = []
      }
      numbers.push(toNumber(token))
      awaitsNumber = false
    }
    if (tuples.length >= most) return null
    // No blanks between the tuples: any way of parting them would be a guess.
    if (numbers.length > MOST_IN_TUPLE) {
      throw new KmlFault('bad_number', { where: numbers.join(',') })
    }
  }
  if (numbers.length > 0) tuples.push(tupleOf(numbers))
  return tuples
}

/** Longitude, latitude and height. */
const MOST_IN_TUPLE = 3

function tupleOf([lng = Number.NaN, lat = Number.NaN]: readonly number[]): Position {
  return [lng, lat]
}

/** A comma, or what stands between commas and blanks. */
const TOKEN = /,|[^\s,]+/g

/** Longer than any number that a program writes. */
const LONGEST_NUMBER = 50

function toNumber(text: string): number {
  return text.length > LONGEST_NUMBER ? Number.NaN : Number(text)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
