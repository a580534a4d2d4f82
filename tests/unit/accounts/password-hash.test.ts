import { describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches } from '../../../worker/verbs/accounts/password-hash.ts'

describe('a stored password', () => {
  it('matches itself and nothing else, and is never stored twice alike', async () => {
    const [one, two] = await Promise.all([hashPassword('một câu'), hashPassword('một câu')])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^scrypt\$16384\$16\$1\$[\w-]{22}\$[\w-]{86}$/)
    expect(await passwordMatches({ hash: one, password: 'một câu' })).toBe(true)
    expect(await passwordMatches({ hash: one, password: 'một câu ' })).toBe(false)
  })

  it('is verified at the cost it was made with', async () => {
    // RFC 7914, section 12, the second vector: N 1024, r 8, p 16.
    const key = Buffer.from(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
      'hex',
    )
    const salt = Buffer.from('NaCl').toString('base64url')
    const hash = `scrypt$1024$8$16$${salt}$${key.toString('base64url')}`
    expect(await passwordMatches({ hash, password: 'password' })).toBe(true)
    expect(await passwordMatches({ hash, password: 'Password' })).toBe(false)
  })

  it.each(['', 'plain', 'bcrypt$1$2$3$c2FsdA$a2V5', 'scrypt$16384$16$1$c2FsdA'])(
    'that is no such thing (%s) matches nothing',
    async (hash) => {
      expect(await passwordMatches({ hash, password: '' })).toBe(false)
    },
  )
})
