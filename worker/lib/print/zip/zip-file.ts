import { joinBytes, utf8 } from '../bytes.ts'

/** What a zip's directory says of an entry. */
export type ZipEntry = { readonly name: string; readonly crc: number; readonly size: number }

/** The first day a zip can state, so that the same labels give the same bytes. */
const FIRST_DAY = 0x21
const VERSION = 20
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x0800
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46

/** An entry that is stored as it is (PKWARE APPNOTE 4.3.7). */
export function zipLocal(entry: ZipEntry, data: Uint8Array): Uint8Array {
  const name = utf8(entry.name)
  const head = new DataView(new ArrayBuffer(LOCAL_BYTES))
  head.setUint32(0, 0x04034b50, true)
  putCommon(head, 4, { ...entry, nameLength: name.length })
  return joinBytes([new Uint8Array(head.buffer), name, data])
}

/**
 * The directory that ends a zip of entries written one after the other from its start. Without Zip64:
 * at most 65,535 entries and four gigabytes.
 *
 * @throws RangeError for more
 */
export function zipDirectory(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const name = utf8(entry.name)
    const head = new DataView(new ArrayBuffer(CENTRAL_BYTES))
    head.setUint32(0, 0x02014b50, true)
    head.setUint16(4, VERSION, true)
    putCommon(head, 6, { ...entry, nameLength: name.length })
    head.setUint32(42, offset, true)
    parts.push(new Uint8Array(head.buffer), name)
    offset += LOCAL_BYTES + name.length + entry.size
  }
  if (entries.length > 0xffff || offset > 0xffffffff) throw new RangeError('too much for a zip')
  const directory = joinBytes(parts)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, directory.length, true)
  end.setUint32(16, offset, true)
  return joinBytes([directory, new Uint8Array(end.buffer)])
}

/** What both headers of an entry say alike, in the same order. */
function putCommon(
  head: DataView,
  at: number,
  entry: Omit<ZipEntry, 'name'> & { readonly nameLength: number },
): void {
  head.setUint16(at, VERSION, true)
  head.setUint16(at + 2, FLAGS, true)
  head.setUint16(at + 8, FIRST_DAY, true)
  head.setUint32(at + 10, entry.crc, true)
  head.setUint32(at + 14, entry.size, true)
  head.setUint32(at + 18, entry.size, true)
  head.setUint16(at + 22, entry.nameLength, true)
}
