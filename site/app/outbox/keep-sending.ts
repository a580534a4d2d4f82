import type { Outbox } from './outbox.ts'
import type { SendOutcome } from './send-pass.ts'

const FIRST_MS = 5_000
const LONGEST_MS = 10 * 60_000

export type Sender = {
  /** There may be a line, or something to send: tries at once. */
  readonly wake: () => void
  readonly stop: () => void
}

/**
 * Sends as long as something waits: at once when woken, and again after pauses that double while nothing
 * comes of it. Where somebody must sign in first it waits to be woken. `onOutcome` is told of each try;
 * null where the device itself failed.
 */
export function keepSending(given: {
  readonly outbox: Pick<Outbox, 'send'>
  readonly onOutcome: (outcome: SendOutcome | null) => void
  /** Runs `work` once after a while; gives what takes that back. */
  readonly after: (ms: number, work: () => void) => () => void
  /** From 0 to 1, so that the phones of one village do not all come back at the same moment. */
  readonly random: () => number
}): Sender {
  const { outbox, onOutcome, after, random } = given
  let failures = 0
  let isSending = false
  let isWoken = false
  let isStopped = false
  let cancel: () => void = () => undefined

  const attempt = async (): Promise<void> => {
    if (isStopped) return
    cancel()
    if (isSending) {
      isWoken = true
      return
    }
    isSending = true
    const outcome = await outbox.send().catch(() => null)
    isSending = false
    if (isStopped) return
    onOutcome(outcome)
    failures = outcome?.status === 'sent' && outcome.waiting === 0 ? 0 : failures + 1
    const wait = isWoken ? 0 : pauseAfter(outcome, { failures, random })
    isWoken = false
    if (wait !== null) cancel = after(wait, () => void attempt())
  }
  return {
    wake: () => {
      failures = 0
      void attempt()
    },
    stop: () => {
      isStopped = true
      cancel()
    },
  }
}

/** How long to wait before the next try; null where there is nothing to try for. */
export function pauseAfter(
  outcome: SendOutcome | null,
  { failures, random }: { readonly failures: number; readonly random: () => number },
): number | null {
  if (outcome?.status === 'sign_in') return null
  if (outcome?.status === 'sent' && outcome.waiting === 0) return null
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  const asked = outcome?.status === 'busy' ? (outcome.retryAfterMs ?? 0) : 0
  return Math.max(asked, pause * (0.5 + random() / 2))
}
