import { bytesToHeader, Compression, type Header, TileType } from 'pmtiles'
import { inflateWithin } from './inflate-within.ts'

/** An archive of which parts can be read. */
export type ArchiveSource = {
  readonly bytes: number
  /** Fewer bytes than asked for at its end. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

const ARCHIVE_FAULTS = [
  ...(['not_an_archive', 'older_version', 'cut_off', 'tile_type'] as const),
  ...(['compression', 'zoom', 'metadata'] as const),
] as const
export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number]

/** What an archive says of itself. */
export type ArchiveFacts = {
  readonly tiles: 'vector' | 'raster'
  /** Names of its vector layers. */
  readonly layers: readonly string[]
  /** As its metadata say, without markup; empty where they do not. */
  readonly attribution: string
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
  readonly minZoom: number
  readonly maxZoom: number
}

const HEADER_BYTES = 127
const VERSION = 3
const MAX_ZOOM = 22
const MAX_METADATA = 1024 * 1024
const MAX_METADATA_TEXT = 4 * 1024 * 1024
const MAX_LAYERS = 200
/** Markup beyond is no attribution any more. */
const MAX_ATTRIBUTION = 2_000

type Read =
  | { readonly ok: true; readonly facts: ArchiveFacts }
  | { readonly ok: false; readonly fault: ArchiveFault }

/**
 * Reads header and metadata of a PMTiles archive (version 3 of the specification), and checks that all
 * of it is there: downloads are cut off. Of an archive of any size little more than a megabyte is read.
 */
export async function readArchive(source: ArchiveSource): Promise<Read> {
  const head = await source.read(0, HEADER_BYTES)
  const begins = new TextDecoder('latin1').decode(head.slice(0, 7))
  if (head[0] === 0x50 && head[1] === 0x4d && begins !== 'PMTiles') return refused('older_version')
  if (begins !== 'PMTiles') return refused('not_an_archive')
  if (head[7] !== VERSION) return refused('older_version')
  if (head.length < HEADER_BYTES) return refused('cut_off')
  const header = bytesToHeader(Uint8Array.from(head).buffer)
  const fault = headerFault(header, source.bytes)
  if (fault !== null) return refused(fault)
  const metadata = await metadataOf(header, source)
  if (metadata === null) return refused('metadata')
  return {
    ok: true,
    facts: {
      tiles: header.tileType === TileType.Mvt ? 'vector' : 'raster',
      layers: layersOf(metadata),
      attribution: attributionOf(metadata),
      box: [header.minLon, header.minLat, header.maxLon, header.maxLat],
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
    },
  }
}

const refused = (fault: ArchiveFault): Read => ({ ok: false, fault })

const PICTURES: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp]
/** What browsers unpack by themselves. */
const UNPACKED: readonly Compression[] = [Compression.None, Compression.Gzip]

function headerFault(header: Header, bytes: number): ArchiveFault | null {
  const sections = [
    [header.rootDirectoryOffset, header.rootDirectoryLength],
    [header.jsonMetadataOffset, header.jsonMetadataLength],
    [header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    [header.tileDataOffset, header.tileDataLength ?? 0],
  ] as const
  if (sections.some(([offset, length]) => offset + length > bytes)) return 'cut_off'
  const { tileType, tileCompression, internalCompression, minZoom, maxZoom } = header
  if (tileType !== TileType.Mvt && !PICTURES.includes(tileType)) return 'tile_type'
  if (!UNPACKED.includes(tileCompression) || !UNPACKED.includes(internalCompression)) {
    return 'compression'
  }
  return minZoom <= maxZoom && maxZoom <= MAX_ZOOM ? null : 'zoom'
}

async function metadataOf(
  header: Header,
  source: ArchiveSource,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { jsonMetadataOffset: offset, jsonMetadataLength: length } = header
  if (length > MAX_METADATA) return null
  const packed = await source.read(offset, length)
  const isPacked = header.internalCompression === Compression.Gzip
  const bytes = isPacked ? await inflateWithin(packed, MAX_METADATA_TEXT) : packed
  if (bytes === null) return null
  try {
    const metadata: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof metadata === 'object' && metadata !== null ? { ...metadata } : null
  } catch {
    return null
  }
}

function layersOf(metadata: Readonly<Record<string, unknown>>): string[] {
  const layers = metadata['vector_layers']
  if (!Array.isArray(layers)) return []
  return layers.slice(0, MAX_LAYERS).flatMap((layer: unknown) => {
    const id = typeof layer === 'object' && layer !== null && 'id' in layer ? layer.id : null
    return typeof id === 'string' ? [id] : []
  })
}

/** Archives name their makers in HTML; what is shown is text. */
function attributionOf(metadata: Readonly<Record<string, unknown>>): string {
  const given = metadata['attribution']
  if (typeof given !== 'string') return ''
  return given
    .slice(0, MAX_ATTRIBUTION)
    .replace(/<[^<>]*>/g, '')
    .replace(/&copy;/g, '©')
    .replace(/&amp;/g, '&')
    .trim()
}
