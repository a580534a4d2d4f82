import { createHash } from 'node:crypto'

/** A short name of bytes: another one for other bytes. */
export function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
