import { describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import type { AccountSettings } from '../../worker/platform/accounts/account-settings.ts'
import { loadBetterAuth } from '../../worker/platform/accounts/load-better-auth.ts'
import { readSessionToken, sessionCookie } from '../../worker/platform/accounts/session-cookie.ts'
import { hashPassword, passwordMatches } from '../../worker/verbs/accounts/password-hash.ts'

const settings: AccountSettings = {
  GOC_ORIGIN: 'https://tem.example.vn',
  GOC_AUTH_SECRET: 'a secret of the tests, long enough for anybody',
  GOC_RATE_LIMITS: 'off',
  GOC_CLIENT_ADDRESS_HEADER: undefined,
}

describe('accounts in the runtime that is deployed', () => {
  it('hash a password and know it again', async () => {
    const hash = await hashPassword('một câu ngắn dễ nhớ')
    expect(await passwordMatches({ hash, password: 'một câu ngắn dễ nhớ' })).toBe(true)
    expect(await passwordMatches({ hash, password: 'một câu khác' })).toBe(false)
  })

  it('sign a cookie and read it again', () => {
    const cookie = sessionCookie('token', settings).split(';')[0] ?? ''
    const headers = new Headers({ cookie })
    expect(readSessionToken(headers, settings)).toBe('token')
    expect(readSessionToken(new Headers({ cookie: `${cookie}x` }), settings)).toBeNull()
  })

  it('load better-auth and have it answer', async () => {
    // Nothing asked for here reads the database.
    const db = {} as Database
    const auth = await loadBetterAuth({ db, settings })
    const answer = await auth.handler(new Request('https://tem.example.vn/api/auth/ok'))
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }])
  })
})
