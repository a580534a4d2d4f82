import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../worker/env.ts'
import { isolateLimiter } from '../../../worker/platform/isolate-limiter.ts'
import { DEFAULT_LIMITS, parseRateLimits } from '../../../worker/platform/rate-limits.ts'
import { verifyLimit } from '../../../worker/platform/verify-limit.ts'

const SETTINGS = {
  LIBSQL_URL: 'http://127.0.0.1:1',
  GOC_ORIGIN: 'https://tem.example.vn',
  GOC_KEK: 'A'.repeat(43),
  GOC_AUTH_SECRET: 'x'.repeat(32),
}

describe('GOC_RATE_LIMITS', () => {
  it('is on, off, or names what differs', () => {
    expect(parseRateLimits('on')).toBe(DEFAULT_LIMITS)
    expect(parseRateLimits('off')).toBe('off')
    expect(parseRateLimits('verify=600/60, sign_in=20/900')).toEqual({
      ...DEFAULT_LIMITS,
      verify: { most: 600, seconds: 60 },
      sign_in: { most: 20, seconds: 900 },
    })
  })

  it.each([
    'no',
    'verify',
    'verify=0/60',
    'verify=5/0',
    'verify=-1/60',
    'khac=1/1',
    'verify=5/60,',
  ])('that says %j stops the start and names itself', (text) => {
    expect(parseRateLimits(text)).toBeNull()
    expect(() => readSettings({ ...SETTINGS, GOC_RATE_LIMITS: text })).toThrow(/GOC_RATE_LIMITS/)
  })

  it('is on where nothing is set, and no address is believed', () => {
    const settings = readSettings(SETTINGS)
    expect(settings.GOC_RATE_LIMITS).toEqual(DEFAULT_LIMITS)
    expect(settings.GOC_CLIENT_ADDRESS_HEADER).toBeUndefined()
    const wrong = { ...SETTINGS, GOC_CLIENT_ADDRESS_HEADER: 'x real ip' }
    expect(() => readSettings(wrong)).toThrow(/GOC_CLIENT_ADDRESS_HEADER/)
  })
})

describe('a limit in the memory of an isolate', () => {
  const limit = { most: 6, seconds: 60 }

  it('lets a burst through, says how long to wait, and refills all the while', () => {
    const { take } = isolateLimiter({ maxKeys: 10 })
    const at = (now: number) => take({ key: 'a', limit, now })
    expect([0, 0, 0, 0, 0, 0].map(at)).toEqual([0, 0, 0, 0, 0, 0])
    expect(at(0)).toBe(10_000)
    expect(at(9_000)).toBe(1_000)
    expect(at(10_000)).toBe(0)
    expect(at(10_000)).toBe(10_000)
    expect(Array.from({ length: 6 }, () => at(1_000_000))).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('never lets more through in a window than twice its number, and its number in the long run', () => {
    const { take } = isolateLimiter({ maxKeys: 10 })
    let passed = 0
    for (let now = 0; now < 600_000; now += 250) if (take({ key: 'a', limit, now }) === 0) passed++
    expect(passed).toBeGreaterThanOrEqual(60)
    expect(passed).toBeLessThanOrEqual(66)
  })

  it('keeps keys apart, and only so many of them', () => {
    const { take } = isolateLimiter({ maxKeys: 2 })
    const one = { most: 1, seconds: 60 }
    expect(take({ key: 'a', limit: one, now: 0 })).toBe(0)
    expect(take({ key: 'b', limit: one, now: 0 })).toBe(0)
    expect(take({ key: 'a', limit: one, now: 1 })).toBeGreaterThan(0)
    take({ key: 'c', limit: one, now: 1 })
    expect(take({ key: 'b', limit: one, now: 1 })).toBe(0)
  })
})

describe('the limit of verify', () => {
  let now = 0
  const limits = {
    ...DEFAULT_LIMITS,
    verify: { most: 5, seconds: 60 },
    verify_shared: { most: 20, seconds: 60 },
  }
  const make = (binding?: Parameters<typeof verifyLimit>[0]['binding']) => {
    now = 0
    const isolate = isolateLimiter({ maxKeys: 1000 })
    return verifyLimit({ limits, isolate, binding, now: () => now })
  }
  const caller = { device: null, network: null, agent: 'a' }

  it('counts each address and each device by itself', async () => {
    const ask = make()
    for (let i = 0; i < 5; i++) expect(await ask({ ...caller, network: 'n1' })).toBe(0)
    expect(await ask({ ...caller, network: 'n1' })).toBe(12)
    expect(await ask({ ...caller, network: 'n2' })).toBe(0)
    // Somebody who signed in on that network before is not held up by its other users.
    expect(await ask({ ...caller, network: 'n1', device: 'd1' })).toBe(0)
  })

  it('where no address is believed gives one program at most half, and known devices their own', async () => {
    const ask = make()
    let passed = 0
    for (let i = 0; i < 500; i++) if ((await ask(caller)) === 0) passed++
    expect(passed).toBe(10)
    expect(await ask({ ...caller, agent: 'another' })).toBe(0)
    for (let i = 0; i < 500; i++) await ask({ ...caller, agent: `x${i}` })
    expect(await ask({ ...caller, agent: 'a third' })).toBe(3)
    expect(await ask({ ...caller, device: 'd1' })).toBe(0)
    // Nobody is shut out for a whole window: a place is free every three seconds.
    now = 3_000
    expect(await ask({ ...caller, agent: 'a third' })).toBe(0)
  })

  it('asks the platform where it has a limit, by the same keys', async () => {
    const asked: string[] = []
    const ask = make({
      limit: async ({ key }) => {
        asked.push(key)
        return { success: false }
      },
    })
    expect(await ask({ ...caller, network: '203.0.113.9' })).toBe(60)
    expect(await ask({ ...caller, device: 'd1', network: '203.0.113.9' })).toBe(60)
    expect(await ask(caller)).toBe(0)
    expect(asked).toEqual(['203.0.113.9', 'device d1'])
  })
})
