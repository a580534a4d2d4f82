import { createHmac, randomBytes } from 'node:crypto'
import { type CookieSettings, cookieLine, readCookie } from './cookies.ts'
import { sameText } from './same-text.ts'

/** A machine on which somebody has signed in. */
export type Device = {
  readonly id: string
  /** Proofs for the accounts that signed in on it, the last one first. */
  readonly proofs: readonly string[]
}

const NAME = 'device'
const DAY_MS = 86_400_000
/** As long as browsers keep a cookie at all. */
const DAYS = 400
/** A counter in an office serves several people. */
const MOST_ACCOUNTS = 8
const PROOF_LENGTH = 22
const VALUE = /^([\w-]{22})\.(\d{1,6})\.([\w-]{43})((?:\.[\w-]{22}){1,8})$/

/**
 * The device of a request by the cookie it was given when somebody signed in: `id.day.signature`,
 * then a proof for each account. All of it is signed, so nobody has one who never signed in; it
 * opens nothing by itself. Null without one, or where it is forged or over.
 */
export function readDevice(headers: Headers, settings: CookieSettings, now: number): Device | null {
  const value = readCookie(headers, NAME, settings) ?? ''
  const [, id, day, signature, proofs] = VALUE.exec(value) ?? []
  if (id === undefined || day === undefined || signature === undefined) return null
  const age = Math.floor(now / DAY_MS) - Number(day)
  if (age > DAYS || age < -1) return null
  if (!sameText(signature, mac(`device ${id} of ${day}`, settings))) return null
  return { id, proofs: (proofs ?? '').slice(1).split('.') }
}

/** True where somebody signed in to that account on the device before. */
export function knowsAccount(device: Device, email: string, settings: CookieSettings): boolean {
  const proof = proofOf(device.id, email, settings)
  return device.proofs.some((one) => sameText(one, proof))
}

/** `Set-Cookie` of a device on which somebody signed in just now. */
export function deviceCookie(input: {
  readonly device: Device | null
  readonly email: string
  readonly settings: CookieSettings
  readonly now: number
}): string {
  const { device, email, settings, now } = input
  const id = device?.id ?? randomBytes(16).toString('base64url')
  const proof = proofOf(id, email, settings)
  const others = (device?.proofs ?? []).filter((one) => one !== proof)
  const proofs = [proof, ...others].slice(0, MOST_ACCOUNTS)
  const day = Math.floor(now / DAY_MS)
  const value = [id, day, mac(`device ${id} of ${day}`, settings), ...proofs].join('.')
  return cookieLine({ name: NAME, value, maxAgeSeconds: DAYS * (DAY_MS / 1000), settings })
}

function proofOf(id: string, email: string, settings: CookieSettings): string {
  return mac(`device ${id} knows ${email}`, settings).slice(0, PROOF_LENGTH)
}

function mac(text: string, settings: CookieSettings): string {
  return createHmac('sha256', settings.GOC_AUTH_SECRET).update(text).digest('base64url')
}
