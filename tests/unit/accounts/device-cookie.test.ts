import { describe, expect, it } from 'vitest'
import {
  deviceCookie,
  knowsAccount,
  readDevice,
} from '../../../worker/http/accounts/device-cookie.ts'

const settings = { GOC_ORIGIN: 'https://tem.example.vn', GOC_AUTH_SECRET: 'x'.repeat(40) }
const NOW = Date.parse('2026-06-15T02:00:00Z')
const DAY_MS = 86_400_000
const email = 'can-bo@example.vn'

const pairOf = (line: string) => line.split(';', 1)[0] ?? ''
const make = (given: Partial<Parameters<typeof deviceCookie>[0]> = {}) =>
  pairOf(deviceCookie({ device: null, email, settings, now: NOW, ...given }))
const read = (cookie: string, now = NOW, given = settings) =>
  readDevice(new Headers({ cookie }), given, now)

describe('the cookie of a known device', () => {
  it('is for this host, not for script, and for as long as browsers keep one', () => {
    const line = deviceCookie({ device: null, email, settings, now: NOW })
    expect(line).toMatch(
      /^__Secure-goc\.device=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(line).not.toContain('can-bo')
  })

  it('knows the accounts that signed in, eight of them, and no other', () => {
    let device = read(make())
    expect(device !== null && knowsAccount(device, email, settings)).toBe(true)
    expect(device !== null && knowsAccount(device, 'khac@example.vn', settings)).toBe(false)
    const { id } = device ?? { id: '' }
    for (let i = 0; i < 8; i++) device = read(make({ device, email: `nguoi-${i}@example.vn` }))
    expect(device?.id).toBe(id)
    expect(device !== null && knowsAccount(device, 'nguoi-0@example.vn', settings)).toBe(true)
    expect(device !== null && knowsAccount(device, email, settings)).toBe(false)
    expect(read(make({ device, email: 'nguoi-0@example.vn' }))?.proofs).toHaveLength(8)
  })

  it('is over after 400 days without a sign-in', () => {
    const cookie = make()
    expect(read(cookie, NOW + 400 * DAY_MS)).not.toBeNull()
    expect(read(cookie, NOW + 401 * DAY_MS)).toBeNull()
    expect(read(cookie, NOW - 3 * DAY_MS)).toBeNull()
  })

  it('is nobody’s when changed in any place, cut short, or signed by another secret', () => {
    const cookie = make()
    const value = cookie.slice(cookie.indexOf('=') + 1)
    const name = cookie.slice(0, cookie.indexOf('='))
    const proofAt = value.lastIndexOf('.') + 1
    for (let i = 0; i < value.length; i++) {
      const other = value[i] === 'A' ? 'B' : 'A'
      const device = read(`${name}=${value.slice(0, i)}${other}${value.slice(i + 1)}`)
      const knows = device !== null && knowsAccount(device, email, settings)
      expect([i, knows]).toEqual([i, false])
      // The proofs are each signed for themselves; all before them is signed as one.
      if (i < proofAt - 1) expect([i, device]).toEqual([i, null])
    }
    for (let i = 0; i < value.length; i += 7)
      expect(read(`${name}=${value.slice(0, i)}`)).toBeNull()
    expect(read(cookie, NOW, { ...settings, GOC_AUTH_SECRET: 'y'.repeat(40) })).toBeNull()
    expect(read(`${name}=%E0%A4%A`)).toBeNull()
    expect(read('')).toBeNull()
  })
})
