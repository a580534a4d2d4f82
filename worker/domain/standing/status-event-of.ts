import type { LocalText } from '../../lib/text/local-text.ts'
import type { CodeStatus, StatusEvent } from './types.ts'

export type EventCell = string | number | null

/**
 * A decision from the array our queries make of it: id, market, status, effectiveOn, recordedAt,
 * reason, documentNo, wording (JSON text), amendsId. Statuses are checked where they are written.
 */
export function statusEventOf(cells: readonly EventCell[]): StatusEvent {
  return {
    id: String(cells[0]),
    market: String(cells[1]),
    status: String(cells[2]) as CodeStatus,
    effectiveOn: String(cells[3]),
    recordedAt: Number(cells[4]),
    reason: textOrNull(cells[5]),
    documentNo: textOrNull(cells[6]),
    text: typeof cells[7] === 'string' ? (JSON.parse(cells[7]) as LocalText | null) : null,
    amends: textOrNull(cells[8]),
  }
}

function textOrNull(cell: EventCell | undefined): string | null {
  return cell == null ? null : String(cell)
}
