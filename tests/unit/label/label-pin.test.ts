import { describe, expect, it } from 'vitest'
import { labelPin, pinKeyOf, readTypedPin } from '../../../worker/domain/label/label-pin.ts'
import { FREE_TRIES, type PinTries, pinTurn } from '../../../worker/domain/label/pin-tries.ts'

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at)
const LABEL = { kid: 'A1B', profile: 'full', ref: '7K3M9QX1', serial: 42 } as const
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe('the PIN of a label', () => {
  // Worked out with hkdfSync and createHmac of node:crypto.
  it.each([
    [{}, '194175'],
    [{ serial: 43 }, '410052'],
    [{ serial: 20 }, '073217'],
    [{ profile: 'compact' as const }, '309872'],
    [{ profile: 'gs1' as const }, '021741'],
    [{ kid: 'A1C' }, '499585'],
  ])('is that of exactly this label: %j', async (other, pin) => {
    const label = { ...LABEL, ...other }
    const key = await pinKeyOf({ kid: label.kid, secret: SECRET })
    expect(await labelPin(key, label)).toBe(pin)
  })

  it('is another with another key', async () => {
    const key = await pinKeyOf({ kid: LABEL.kid, secret: SECRET.toReversed() })
    expect(await labelPin(key, LABEL)).not.toBe('194175')
  })

  it.each([
    ['194175', '194175'],
    [' 194 175 ', '194175'],
    ['194-175', '194175'],
    ['１９４１７５', '194175'],
    ['19417', null],
    ['1941755', null],
    ['19417O', null],
    ['', null],
    [`194175${' '.repeat(100_000)}`, '194175'],
  ])('is read as people type it: %j', (typed, pin) => {
    expect(readTypedPin(typed)).toBe(pin)
  })
})

describe('tries at a PIN', () => {
  const turnAfter = (count: number, waitedMs: number) =>
    pinTurn({ count, lastAt: 0 }, waitedMs).kind

  it('are heard at once at first, and then after a delay that grows to an hour', () => {
    expect(pinTurn(null, 0)).toEqual({ kind: 'open', count: 1, left: FREE_TRIES - 1 })
    expect(pinTurn({ count: 4, lastAt: 0 }, 0)).toEqual({ kind: 'open', count: 5, left: 0 })
    const minutes = [1, 5, 15, 60, 60, 60]
    for (const [at, wait] of minutes.entries()) {
      const count = FREE_TRIES + at
      expect(pinTurn({ count, lastAt: 0 }, 0)).toEqual({ kind: 'locked', waitMs: wait * 60_000 })
      expect(turnAfter(count, wait * 60_000 - 1)).toBe('locked')
      expect(turnAfter(count, wait * 60_000)).toBe('open')
    }
  })

  it('never lock anybody out for more than an hour, and are forgotten after a day', () => {
    expect(turnAfter(1_000_000, HOUR_MS)).toBe('open')
    expect(pinTurn({ count: 1_000, lastAt: 0 }, DAY_MS)).toMatchObject({ count: 1 })
  })

  it('leave whoever guesses without a pause some thirty a day', () => {
    let tries: PinTries | null = null
    let heard = 0
    for (let now = 0; now < DAY_MS; now += 30_000) {
      const turn = pinTurn(tries, now)
      if (turn.kind === 'locked') continue
      heard += 1
      tries = { count: turn.count, lastAt: now }
    }
    expect(heard).toBeLessThan(35)
  })
})
