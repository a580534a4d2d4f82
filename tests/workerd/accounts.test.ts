import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { describe, expect, it } from 'vitest'
import type { AccountSettings } from '../../worker/http/accounts/account-settings.ts'
import { readSessionToken, sessionCookie } from '../../worker/http/accounts/session-cookie.ts'
import { hashPassword, passwordMatches } from '../../worker/verbs/accounts/password-hash.ts'
import { softwareAuthenticator } from '../support/software-authenticator.ts'

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

  it('verify a passkey that was made and used', async () => {
    const authenticator = softwareAuthenticator({
      origin: settings.GOC_ORIGIN,
      rpId: 'tem.example.vn',
    })
    const expected = {
      ...{ expectedOrigin: settings.GOC_ORIGIN, expectedRPID: 'tem.example.vn' },
      requireUserVerification: false,
    }
    const made = await verifyRegistrationResponse({
      response: authenticator.create('bW90'),
      ...{ ...expected, expectedChallenge: 'bW90' },
    })
    if (!made.verified) throw new Error('the passkey was not verified')
    const { credential } = made.registrationInfo
    const used = await verifyAuthenticationResponse({
      response: authenticator.get('aGFp'),
      ...{ ...expected, expectedChallenge: 'aGFp', credential },
    })
    expect(used).toMatchObject({ verified: true, authenticationInfo: { newCounter: 1 } })
  })
})
