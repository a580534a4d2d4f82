import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { normaliseText } from '../../lib/text/normalise-text.ts'

/** OWASP's scrypt advice in its memory-saving form: 32 MiB and about 60 ms a password. */
const COST = { N: 16_384, r: 16, p: 1 } as const
const KEY_BYTES = 64
const SALT_BYTES = 16

/**
 * A password as it is stored: `scrypt$N$r$p$salt$key`, the last two in base64url. The cost stands
 * in it, so that it can be raised later without locking anybody out.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * True when the password is the one that was stored; takes the same time whether or not it is, and
 * where none was (a null hash), so that the time does not tell who has an account.
 */
export async function passwordMatches(input: {
  readonly hash: string | null
  readonly password: string
}): Promise<boolean> {
  const { hash, password } = input
  if (hash === null) {
    await derive(password, randomBytes(SALT_BYTES), COST)
    return false
  }
  const [kind, N, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const known = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return known.length === given.length && timingSafeEqual(known, given)
}

type Cost = { readonly N: number; readonly r: number; readonly p: number }

function derive(password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  // Vietnamese letters reach us composed or not, as the keyboard pleases.
  const text = normaliseText(password, 'NFKC')
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
