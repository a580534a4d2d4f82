import type { Desk } from './desk.ts'
import { isSettled } from './record.ts'

/** What such a file says of itself; see `importFile`. */
export const EXPORT_FORMAT = 'goc-outbox'

/**
 * What is not on the server yet, dropped records apart, with its photos, as JSON: a line a record and a
 * line a photo, so that it can be written and read piece by piece.
 */
export async function exportFile({ accountId, storage, now }: Desk): Promise<Blob> {
  const records = (await storage.list(accountId)).filter((record) => !isSettled(record))
  const head = { format: EXPORT_FORMAT, version: 1, accountId, exportedAt: now() }
  const lines = [line(head), ...records.map((record) => line({ record }))]
  for (const sha256 of new Set(records.flatMap(({ photos }) => photos))) {
    const photo = await storage.photo({ accountId, sha256 })
    if (photo === null) continue
    const { mediaType, bytes } = photo
    lines.push(line({ photo: { sha256, mediaType, base64: toBase64(bytes) } }))
  }
  return new Blob(lines, { type: 'application/x-ndjson' })
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

/** A part at a time: all bytes as arguments of one call are more than a browser takes. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}
