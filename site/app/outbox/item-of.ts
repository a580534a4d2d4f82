import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { KeptRecord } from './record.ts'

/** A record as it goes over the line: the same each time. */
export function itemOf(record: KeptRecord): OutboxItem {
  const { id, v, kind, happenedOn, madeAt, clock, body } = record
  return { id, v, kind, happenedOn, madeAt, clock, body }
}
