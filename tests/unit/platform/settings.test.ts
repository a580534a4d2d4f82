import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../worker/env.ts'
import { DEFAULT_LIMITS } from '../../../worker/platform/rate-limits.ts'

const LEAST = {
  LIBSQL_URL: 'http://127.0.0.1:1',
  GOC_ORIGIN: 'https://tem.example.vn',
  GOC_KEK: 'A'.repeat(43),
  GOC_AUTH_SECRET: 'x'.repeat(32),
}

describe('settings', () => {
  it('need four, and say nothing where nothing is set', () => {
    expect(readSettings({ ...LEAST, ASSETS: {}, GOC_ALIASES: ' ' })).toEqual({
      ...LEAST,
      GOC_RATE_LIMITS: DEFAULT_LIMITS,
      LIBSQL_AUTH_TOKEN: undefined,
      GOC_ALIASES: undefined,
      GOC_ISSUER_NAME: undefined,
      GOC_ISSUER_HOTLINE: undefined,
      GOC_CLIENT_ADDRESS_HEADER: undefined,
    })
  })

  it('are read without the blanks and slashes around them', () => {
    const given = {
      LIBSQL_URL: ' libsql://db.example ',
      GOC_ORIGIN: ' https://tem.example.vn:8443// ',
      LIBSQL_AUTH_TOKEN: ' t ',
      GOC_ISSUER_NAME: ' Sở ',
      GOC_CLIENT_ADDRESS_HEADER: ' x-real-ip ',
      GOC_RATE_LIMITS: ' off ',
    }
    expect(readSettings({ ...LEAST, ...given })).toMatchObject({
      LIBSQL_URL: 'libsql://db.example',
      GOC_ORIGIN: 'https://tem.example.vn:8443',
      LIBSQL_AUTH_TOKEN: 't',
      GOC_ISSUER_NAME: 'Sở',
      GOC_ISSUER_HOTLINE: undefined,
      GOC_CLIENT_ADDRESS_HEADER: 'x-real-ip',
      GOC_RATE_LIMITS: 'off',
    })
  })

  it('name all that are wrong or missing, and never a value', () => {
    const wrong = {
      LIBSQL_URL: 'file:secret-1.db',
      GOC_ORIGIN: 'secret-2',
      GOC_KEK: 'secret-3',
      GOC_RATE_LIMITS: 'secret-4',
      GOC_CLIENT_ADDRESS_HEADER: 'secret 5',
      GOC_ALIASES: 6,
    }
    let message = ''
    try {
      readSettings(wrong)
    } catch (error) {
      message = String(error)
    }
    for (const name of [...Object.keys(wrong), 'GOC_AUTH_SECRET']) expect(message).toContain(name)
    expect(message).not.toContain('secret')
  })
})
