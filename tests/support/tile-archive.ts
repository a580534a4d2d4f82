import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import { readArchive } from '../../worker/lib/tiles/read-archive.ts'

/** A PMTiles archive (version 3) of one tile, written by the specification; anything may be given instead. */
export type ArchiveGiven = {
  readonly version?: number
  /** 1 MVT, 2 PNG, 3 JPEG, 4 WebP. */
  readonly tileType?: number
  /** 1 none, 2 gzip, 3 brotli. */
  readonly tileCompression?: number
  readonly metadata?: string
  readonly minZoom?: number
  readonly maxZoom?: number
  /** West, south, east, north. */
  readonly box?: readonly [number, number, number, number]
  readonly tile?: Uint8Array
}

const HEADER = 127

export function tileArchive(given: ArchiveGiven = {}): Uint8Array {
  const { version = 3, tileType = 1, tileCompression = 2, minZoom = 0, maxZoom = 0 } = given
  const { box = [104.7, 10, 105.6, 11], tile = gzipSync(waterTile()) } = given
  const vectors = { vector_layers: [{ id: 'water' }, { id: 'pois' }] }
  const { metadata = JSON.stringify({ ...vectors, attribution: MARKED_UP }) } = given
  const root = gzipSync(
    Uint8Array.from([1, zxyToTileId(0, 0, 0), 1, ...varint(tile.length), 1].flat()),
  )
  const described = gzipSync(metadata)
  const bytes = new Uint8Array(HEADER + root.length + described.length + tile.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('PMTiles'))
  view.setUint8(7, version)
  const sections = [
    [HEADER, root.length],
    [HEADER + root.length, described.length],
    [0, 0],
    [HEADER + root.length + described.length, tile.length],
  ]
  sections.flat().forEach((value, i) => {
    view.setBigUint64(8 + 8 * i, BigInt(value), true)
  })
  for (let i = 0; i < 3; i++) view.setBigUint64(72 + 8 * i, 1n, true)
  ;[1, 2, tileCompression, tileType, minZoom, maxZoom].forEach((value, i) => {
    view.setUint8(96 + i, value)
  })
  box.forEach((side, i) => {
    view.setInt32(102 + 4 * i, Math.round(side * 1e7), true)
  })
  bytes.set(root, HEADER)
  bytes.set(described, HEADER + root.length)
  bytes.set(tile, HEADER + root.length + described.length)
  return bytes
}

/** An archive read as one that is kept somewhere is. */
export const readBytes = (bytes: Uint8Array) =>
  readArchive({
    bytes: bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + length),
  })

const MARKED_UP = '<a href="https://www.openstreetmap.org/copyright">&copy; OpenStreetMap</a>'

/** A vector tile (MVT 2.1) with one layer `water`, a square that covers the middle of the tile. */
function waterTile(): Uint8Array {
  const zigzag = (value: number) => (value << 1) ^ (value >> 31)
  const line = [zigzag(3584), 0, 0, zigzag(3584), zigzag(-3584), 0]
  const geometry = [9, zigzag(256), zigzag(256), 26, ...line, 15].flatMap(varint)
  const feature = [...field(3, 0, [3]), ...field(4, 2, geometry)]
  const name = [...new TextEncoder().encode('water')]
  const layer = [
    ...field(15, 0, [2]),
    ...field(1, 2, name),
    ...field(2, 2, feature),
    ...field(5, 0, varint(4096)),
  ]
  return Uint8Array.from(field(3, 2, layer))
}

/** A field of a protocol buffer: a number (0), or bytes with their length before them (2). */
function field(number: number, wire: 0 | 2, value: readonly number[]): number[] {
  return [...varint((number << 3) | wire), ...(wire === 2 ? varint(value.length) : []), ...value]
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]
}
