import type { StatusEvent } from '../../../worker/domain/standing/types.ts'
import { countedEvents, latestOf } from './status-oracle.ts'

export type OracleNotice = { readonly id: string; readonly takenBack: boolean }

/**
 * The decisions on a code that are public notices: suspensions, revocations and cancellations, and the
 * return to active after one of them.
 *
 * "a decision that was corrected gives way to its correction where that is a notice itself, and is shown
 * as taken back where it is not; a restoration corrected does not vanish". Read so: whether a code
 * came back is told by the decisions that count, from the last of them before it in its market.
 */
export function noticesOracle(events: readonly StatusEvent[]): OracleNotice[] {
  const notices: OracleNotice[] = []
  for (const event of events) {
    if (!isNotice(events, event)) continue
    const corrections = events.filter((other) => other.amends === event.id)
    if (corrections.some((correction) => isNotice(events, correction))) continue
    notices.push({ id: event.id, takenBack: corrections.length > 0 })
  }
  return notices
}

const BAD = ['suspended', 'revoked', 'cancelled']

function isNotice(events: readonly StatusEvent[], event: StatusEvent): boolean {
  if (BAD.includes(event.status)) return true
  if (event.status !== 'active') return false
  const before = countedEvents(events).filter(
    (other) =>
      other.market === event.market && other.id !== event.id && latestOf([other, event]) === event,
  )
  return BAD.includes(latestOf(before)?.status ?? 'none')
}
