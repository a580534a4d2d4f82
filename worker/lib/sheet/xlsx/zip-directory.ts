import type { SheetLimits } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'

/** An entry as the central directory declares it; its sizes are claims until it is inflated. */
export interface ZipEntry {
  readonly name: string
  /** 0 = stored, 8 = deflated. */
  readonly method: number
  readonly crc: number
  readonly storedBytes: number
  readonly inflatedBytes: number
  readonly headerOffset: number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 65_535

/**
 * Reads the central directory of a ZIP (APPNOTE 4.3.12 to 4.3.16), the part that says where each
 * entry stands, so that only the entries wanted are inflated, piece by piece and under limits.
 * ZIP64 is refused: it serves files far above the size accepted here.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: SheetLimits,
): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.maxZipEntries)
    throw new SheetProblemError(
      'zip_bomb',
      `${count} entries`,
      atMost(limits.maxZipEntries, 'tệp con'),
    )
  const entries = new Map<string, ZipEntry>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw broken('directory')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new SheetProblemError('encrypted', name)
    // Part names are compared without case (ECMA-376 part 2, 6.2.2).
    const key = name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase()
    if (entries.has(key)) throw broken(`${name} twice`)
    entries.set(key, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      storedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The stored bytes of an entry. */
export function storedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerOffset
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw broken(`no local header for ${entry.name}`)
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.storedBytes > bytes.length) throw broken(`${entry.name} is cut short`)
  return bytes.subarray(start, start + entry.storedBytes)
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw broken('no end of central directory')
}

function broken(internal: string): SheetProblemError {
  return new SheetProblemError('broken_zip', internal)
}
