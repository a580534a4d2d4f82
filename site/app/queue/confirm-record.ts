import type { MendOutcome } from '../outbox/mend-record.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { QueuedRecord } from '../outbox/record.ts'

/** Says of what the server asked that it is so, and lets the record go again. */
export function confirmRecord(outbox: Outbox, record: QueuedRecord): Promise<MendOutcome> {
  const asked = (record.problem?.questions ?? []).map(({ code }) => code)
  const before = record.body['confirm']
  const confirmed = Array.isArray(before) ? before.filter((each) => typeof each === 'string') : []
  const confirm = [...new Set([...confirmed, ...asked])]
  return outbox.mend(record.id, { body: { ...record.body, confirm } })
}
