import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readWriteAheadPages } from './write-ahead-pages.ts'

/** Files of one database in the folder of a libSQL server. */
export type DatabaseFiles = {
  readonly folder: string
  /** The SQLite database itself. */
  readonly data: string
  /** SQLite's write-ahead log: what was written and is not yet in the database file. */
  readonly writeAhead: string
  /** The server's own log for replicas; all of it can be made again from the database. */
  readonly replicationLog: string
}

/** `serverFolder` is what sqld calls its `--db-path`. */
export function databaseFiles(serverFolder: string): DatabaseFiles {
  const folder = join(serverFolder, 'dbs', 'default')
  return {
    folder,
    data: join(folder, 'data'),
    writeAhead: join(folder, 'data-wal'),
    replicationLog: join(folder, 'wallog'),
  }
}

export type DatabaseState =
  | { readonly kind: 'none' }
  | { readonly kind: 'there' }
  | { readonly kind: 'broken'; readonly why: string }

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100

/**
 * Whether there is a database, looked at from outside and quickly: a server would take a file that is
 * gone or empty for a new one.
 */
export async function stateOfDatabase(serverFolder: string): Promise<DatabaseState> {
  const { data, writeAhead, replicationLog } = databaseFiles(serverFolder)
  const bytes = await sizeOf(data)
  if (bytes !== null && bytes > 0) return stateOfFile(data, writeAhead)
  const beside = [await sizeOf(writeAhead), await sizeOf(replicationLog)]
  const remains = beside.some((size) => (size ?? 0) > HEADER_BYTES)
  if (!remains && bytes === null) return { kind: 'none' }
  const gone = bytes === null ? 'không còn' : 'trống'
  return { kind: 'broken', why: `tệp ${data} ${gone}, dù các tệp bên cạnh vẫn còn` }
}

/** The same for any SQLite file and its write-ahead log; an empty file is one with nothing in it. */
export async function stateOfFile(data: string, writeAhead: string): Promise<DatabaseState> {
  const bytes = await sizeOf(data)
  if (bytes === null || bytes === 0) return { kind: 'none' }
  const file = await open(data, 'r')
  try {
    return await judgeFile(file, { bytes, ahead: await readWriteAheadPages(writeAhead) })
  } finally {
    await file.close()
  }
}

async function judgeFile(
  file: FileHandle,
  { bytes, ahead }: { bytes: number; ahead: ReadonlySet<number> },
): Promise<DatabaseState> {
  const header = Buffer.alloc(HEADER_BYTES)
  const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0)
  // The first page may stand in the write-ahead log alone, or newer there.
  const isSqlite = bytesRead === HEADER_BYTES && header.toString('latin1', 0, 16) === MAGIC
  if (!isSqlite && !ahead.has(1)) {
    return { kind: 'broken', why: 'tệp không phải một cơ sở dữ liệu SQLite' }
  }
  const missing = isSqlite ? missingBytes({ header, bytes, ahead }) : 0
  if (missing === 0) return { kind: 'there' }
  const told = missing.toLocaleString('vi-VN')
  return { kind: 'broken', why: `tệp bị cắt ngắn, thiếu ${told} byte` }
}

/**
 * By what the file says of itself: its number of pages is valid while both counters agree. Those that
 * it lacks may stand in the log, where moving them over was cut off.
 */
function missingBytes(input: {
  header: Buffer
  bytes: number
  ahead: ReadonlySet<number>
}): number {
  const { header, bytes, ahead } = input
  if (header.readUInt32BE(24) !== header.readUInt32BE(92)) return 0
  // The format keeps 65536 as 1.
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const pages = header.readUInt32BE(28)
  let missing = 0
  for (let page = Math.floor(bytes / pageBytes) + 1; page <= pages; page++) {
    if (!ahead.has(page)) missing += pageBytes
  }
  return missing
}

/** Null where there is no such file. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
