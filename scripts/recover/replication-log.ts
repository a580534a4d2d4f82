import { type FileHandle, open } from 'node:fs/promises'
import { rollingCrc64 } from './crc64.ts'

export type LogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'damaged'; readonly why: string }

const MAGIC = 'SQLDWAL\0'
const HEADER_BYTES = 64
const FRAME_HEADER_BYTES = 24
const PAGE_BYTES = 4_096
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES
const FRAMES_A_READ = 256

/**
 * Whether the replication log of a libSQL server is whole: as many frames as its head tells, numbered
 * one after another, each with the checksum that follows from the one before. A server looks at the
 * last frame only, and does not start where it is cut; the others it trips over later. What stands
 * after the last frame belongs to nothing that was ever acknowledged.
 */
export async function stateOfLog(path: string): Promise<LogState> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return { kind: 'none' }
  try {
    return await readLog(file)
  } finally {
    await file.close()
  }
}

async function readLog(file: FileHandle): Promise<LogState> {
  const { size } = await file.stat()
  // The server begins an empty one anew, but only where it also begins to copy the database into it.
  if (size === 0) return damaged('tệp trống')
  const header = Buffer.alloc(HEADER_BYTES)
  const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0)
  if (bytesRead < HEADER_BYTES) return damaged('phần đầu bị cắt')
  if (header.toString('latin1', 0, 8) !== MAGIC) return damaged('phần đầu không đúng')
  if (header.readInt32LE(52) !== PAGE_BYTES) return damaged('cỡ trang không đúng')
  const frames = header.readBigUInt64LE(40)
  const held = BigInt(Math.floor((size - HEADER_BYTES) / FRAME_BYTES))
  if (frames > held) return damaged(`ghi là có ${frames} khung nhưng chỉ còn ${held}`)
  return readFrames(file, {
    frames: Number(frames),
    firstNo: header.readBigUInt64LE(32),
    checksum: header.readBigUInt64LE(8),
  })
}

async function readFrames(
  file: FileHandle,
  log: { frames: number; firstNo: bigint; checksum: bigint },
): Promise<LogState> {
  const chunk = Buffer.alloc(FRAMES_A_READ * FRAME_BYTES)
  let { checksum } = log
  let last: Buffer | null = null
  for (let done = 0; done < log.frames; done += FRAMES_A_READ) {
    const count = Math.min(FRAMES_A_READ, log.frames - done)
    await file.read(chunk, 0, count * FRAME_BYTES, HEADER_BYTES + done * FRAME_BYTES)
    for (let i = 0; i < count; i++) {
      const frame = chunk.subarray(i * FRAME_BYTES, (i + 1) * FRAME_BYTES)
      const no = BigInt(done + i)
      if (frame.readBigUInt64LE(0) !== log.firstNo + no) return damaged(`khung ${no} sai số thứ tự`)
      checksum = rollingCrc64(checksum, frame.subarray(FRAME_HEADER_BYTES))
      if (frame.readBigUInt64LE(8) !== checksum) return damaged(`khung ${no} sai tổng kiểm tra`)
      last = frame
    }
  }
  // A log ends with a whole transaction: its last frame names the size of the database after it.
  if (last !== null && last.readUInt32LE(20) === 0) return damaged('giao dịch cuối không trọn')
  return { kind: 'whole' }
}

function damaged(why: string): LogState {
  return { kind: 'damaged', why }
}
