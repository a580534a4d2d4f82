import { SaxesParser } from 'saxes'
import type { Part, Position, Ring } from './boundary.ts'
import { type BoundaryProblemCode, refuseBoundary } from './boundary-problem.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './read-boundary.ts'

/**
 * The polygons of a KML (OGC 12-007r2), wherever they stand in it. Read as a stream of tags, so
 * nothing larger than the coordinates is ever held. A document type declaration is refused at once:
 * KML needs none, and entities are how small files are made to grow.
 */
export function readKml(text: string): RawParts {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuseBoundary('entities')
  const collector = new PolygonCollector()
  try {
    parse(text, collector)
  } catch (error) {
    if (error instanceof KmlFault) return refuseBoundary(error.code)
    throw error
  }
  if (collector.parts.length === 0) return refuseBoundary('no_polygon')
  return { ok: true, parts: collector.parts }
}

class KmlFault extends Error {
  readonly code: BoundaryProblemCode

  constructor(code: BoundaryProblemCode) {
    super(code)
    this.code = code
  }
}

function parse(text: string, collector: PolygonCollector): void {
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
  parser.on('opentag', ({ name }) => {
    depth += 1
    elements += 1
    if (depth > BOUNDARY_LIMITS.maxDepth || elements > BOUNDARY_LIMITS.maxElements) {
      throw new KmlFault('too_many_parts')
    }
    collector.open(localName(name))
  })
  parser.on('text', (part) => collector.text(part))
  parser.on('cdata', (part) => collector.text(part))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    collector.close(localName(name))
  })
  parser.write(text).close()
}

/** Follows the tags and puts the rings of each Polygon together. */
class PolygonCollector {
  readonly parts: Part[] = []
  private outer: Ring | null = null
  private holes: Ring[] = []
  private within: 'outer' | 'inner' | null = null
  private coordinates: string[] | null = null
  private inPolygon = false
  private vertices = 0

  open(name: string): void {
    if (name === 'Polygon') {
      this.inPolygon = true
      this.outer = null
      this.holes = []
    } else if (name === 'outerBoundaryIs') this.within = 'outer'
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
    const ring = readTuples(text)
    this.coordinates = null
    this.vertices += ring.length
    if (this.vertices > BOUNDARY_LIMITS.maxVertices) throw new KmlFault('too_many_vertices')
    if (this.within === 'outer') this.outer = ring
    else this.holes.push(ring)
  }

  private endPolygon(): void {
    if (this.outer !== null) this.parts.push([this.outer, ...this.holes])
    this.inPolygon = false
    if (this.parts.length > BOUNDARY_LIMITS.maxParts) throw new KmlFault('too_many_parts')
  }
}

/** `lng,lat[,height]` tuples between spaces; what is no number comes back as NaN, to be refused. */
function readTuples(text: string): Position[] {
  const tuples = text
    // Some programs put a space after the comma.
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
  return tuples.map((tuple) => {
    const [lng, lat] = tuple.split(',')
    return [toNumber(lng), toNumber(lat)]
  })
}

function toNumber(text: string | undefined): number {
  return text === undefined || text === '' ? Number.NaN : Number(text)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
