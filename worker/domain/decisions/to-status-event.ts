import type { CodeStatus, StatusEvent } from '../standing/types.ts'
import type { RecordedDecision } from './types.ts'

/** The shape in which a status on a day is worked out. Statuses are checked where they are written. */
export function toStatusEvent(event: Omit<RecordedDecision, 'importId'>): StatusEvent {
  const { id, market, effectiveOn, recordedAt, reason, documentNo } = event
  return {
    id,
    market,
    effectiveOn,
    recordedAt,
    reason,
    documentNo,
    status: event.status as CodeStatus,
    text: null,
    amends: event.amendsId,
  }
}
