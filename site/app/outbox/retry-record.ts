import type { Desk } from './desk.ts'
import { type MendOutcome, mendRecord } from './mend-record.ts'

/**
 * Lets a refused record wait again in the same words: after an update of the app or a right that was
 * given since.
 */
export async function retryRecord(desk: Desk, id: string): Promise<MendOutcome> {
  const record = await desk.storage.find({ accountId: desk.accountId, id })
  if (record === null || record.state !== 'refused') return { status: 'gone' }
  return mendRecord(desk, id, { body: record.body })
}
