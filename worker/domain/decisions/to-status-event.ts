import type { StatusEvent } from '../standing/types.ts'
import type { RecordedDecision } from './types.ts'

/** The shape in which a status on a day is worked out. */
export function toStatusEvent(event: Omit<RecordedDecision, 'importId'>): StatusEvent {
  const { id, market, effectiveOn, recordedAt, reason, documentNo } = event
  return {
    id,
    market,
    effectiveOn,
    recordedAt,
    reason,
    documentNo,
    status: event.status,
    text: null,
    amends: event.amendsId,
  }
}
