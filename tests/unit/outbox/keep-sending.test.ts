import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepSending, pauseAfter } from '../../../site/app/outbox/keep-sending.ts'
import type { SendOutcome } from '../../../site/app/outbox/send-pass.ts'

/** A sender with a clock of its own; `outcomes` are what one try after the other comes to. */
function world(outcomes: readonly (SendOutcome | 'throws')[]) {
  const pauses: number[] = []
  const heard: (SendOutcome | null)[] = []
  let tries = 0
  let next: (() => void) | null = null
  const sender = keepSending({
    outbox: {
      send: async () => {
        const outcome = outcomes[tries] ?? { status: 'sent', waiting: 0 }
        tries += 1
        if (outcome === 'throws') throw new Error('the database of the browser failed')
        return outcome
      },
    },
    onOutcome: (outcome) => void heard.push(outcome),
    after: (ms, work) => {
      pauses.push(ms)
      next = work
      return () => {
        next = null
      }
    },
    random: () => 1,
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    ...{ sender, pauses, heard, tries: () => tries },
    woken: async () => {
      sender.wake()
      await settle()
    },
    passed: async () => {
      const work = next
      next = null
      work?.()
      await settle()
    },
  }
}

const OFFLINE = { status: 'offline' } as const

describe('a queue that is kept sending', () => {
  it('tries again after pauses that double, and stops when all is sent', async () => {
    const { woken, passed, pauses, tries, heard } = world([OFFLINE, 'throws', OFFLINE])
    await woken()
    for (let i = 0; i < 5; i++) await passed()
    expect(pauses).toEqual([5_000, 10_000, 20_000])
    expect([tries(), heard.at(-1)]).toEqual([4, { status: 'sent', waiting: 0 }])
  })

  it('tries at once when there may be a line again', async () => {
    const { woken, pauses, tries } = world([OFFLINE, OFFLINE, OFFLINE])
    for (let i = 0; i < 3; i++) await woken()
    expect([tries(), pauses]).toEqual([3, [5_000, 5_000, 5_000]])
  })

  it('waits to be woken where somebody must sign in', async () => {
    const { woken, passed, pauses, tries } = world([{ status: 'sign_in', problem: null }])
    await woken()
    await passed()
    expect([tries(), pauses]).toEqual([1, []])
    await woken()
    expect(tries()).toBe(2)
  })

  it('does nothing more once it is stopped', async () => {
    const { woken, passed, sender, tries } = world([OFFLINE])
    await woken()
    sender.stop()
    await passed()
    await woken()
    expect(tries()).toBe(1)
  })

  it('never waits for nothing, nor longer than ten minutes unless asked to', () => {
    const outcomes = fc.oneof(
      fc.constant<SendOutcome | null>(null),
      fc.constant<SendOutcome>(OFFLINE),
      fc.record({ status: fc.constant('sent' as const), waiting: fc.integer({ min: 1, max: 9 }) }),
    )
    const given = fc.record({
      failures: fc.integer({ min: 1, max: 1e6 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(outcomes, given, (outcome, { failures, at }) => {
        const pause = pauseAfter(outcome, { failures, random: () => at })
        expect(pause).toBeGreaterThanOrEqual(2_500)
        expect(pause).toBeLessThanOrEqual(600_000)
      }),
    )
    const busy = { status: 'busy', retryAfterMs: 900_000 } as const
    expect(pauseAfter(busy, { failures: 1, random: () => 0 })).toBe(900_000)
  })
})
