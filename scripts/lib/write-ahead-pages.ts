import { type FileHandle, open } from 'node:fs/promises'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** The last bit says in which order checksums are reckoned. */
const MAGIC = 0x377f0682

/**
 * Numbers of the pages that an SQLite write-ahead log holds, up to its last whole transaction, by the
 * heads of its frames (https://sqlite.org/fileformat2.html#walformat). Frames of an earlier round of
 * the log carry another salt. Checksums are SQLite's to check.
 */
export async function readWriteAheadPages(path: string): Promise<ReadonlySet<number>> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return new Set()
  try {
    return await readFrames(file)
  } finally {
    await file.close()
  }
}

async function readFrames(file: FileHandle): Promise<ReadonlySet<number>> {
  const pages = new Set<number>()
  const header = Buffer.alloc(HEADER_BYTES)
  const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0)
  if (bytesRead < HEADER_BYTES || ((header.readUInt32BE(0) ^ MAGIC) >>> 1) << 1 !== 0) return pages
  const pageBytes = header.readUInt32BE(8)
  const salt = header.subarray(16, 24)
  const uncommitted: number[] = []
  const frame = Buffer.alloc(FRAME_HEADER_BYTES)
  for (let at = HEADER_BYTES; ; at += FRAME_HEADER_BYTES + pageBytes) {
    const read = await file.read(frame, 0, FRAME_HEADER_BYTES, at)
    if (read.bytesRead < FRAME_HEADER_BYTES || !frame.subarray(8, 16).equals(salt)) break
    uncommitted.push(frame.readUInt32BE(0))
    // The last frame of a transaction names the size of the database after it.
    if (frame.readUInt32BE(4) === 0) continue
    for (const page of uncommitted.splice(0)) pages.add(page)
  }
  return pages
}
