import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import type { ServerTime } from './transport.ts'

/** An answer that took longer says too little of when it was given. */
const LONGEST_MS = 20_000

/**
 * How far the device is behind the server: what is added to its clock to have the server's. An answer
 * was given somewhere between asking and hearing it; the middle is wrong by half of that at most. Null
 * where that is too much, or the device's clock went backwards meanwhile.
 */
export function clockOf({ serverAt, sentAt, receivedAt }: ServerTime): OutboxClock | null {
  const took = receivedAt - sentAt
  if (!Number.isFinite(serverAt) || took < 0 || took > LONGEST_MS) return null
  return { offsetMs: Math.round(serverAt - (sentAt + took / 2)), measuredAt: receivedAt }
}
