import type { Desk } from './desk.ts'
import { isSettled, type KeptRecord } from './record.ts'

/**
 * Why a record may be neither mended nor dropped. What went out without an answer may be stored: whoever
 * mended or dropped it then and wrote it anew would have it twice.
 */
export function untouchable(
  { sending }: Desk,
  record: KeptRecord | null,
): 'gone' | 'unsettled' | null {
  if (record === null || isSettled(record)) return 'gone'
  return record.unansweredSince !== null || sending.has(record.id) ? 'unsettled' : null
}
