import { PIN_DIGITS } from './pin-digits.ts'
import type { BatchProfile } from './subject.ts'

/** The label of one unit, as its PIN tells it from all others. */
export type PinnedLabel = {
  readonly kid: string
  readonly profile: BatchProfile
  readonly ref: string
  readonly serial: number
}

const LONGEST_TYPED = 40
const PINS = 10n ** BigInt(PIN_DIGITS)
const ENCODER = new TextEncoder()

/**
 * The key that PINs of labels of one signing key are made with, by HKDF (RFC 5869) from the private
 * part of it: whoever can make a label again can make its PIN again, and nobody else can.
 */
export async function pinKeyOf(of: {
  readonly kid: string
  readonly secret: Uint8Array
}): Promise<CryptoKey> {
  const { kid, secret } = of
  const material = await crypto.subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: ENCODER.encode(kid),
      // Another purpose, or another way to make PINs, gets another text here.
      info: ENCODER.encode('goc label pin 1'),
    },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
}

/** The PIN of one label, always the same: the first 64 bits of an HMAC-SHA256, in decimal digits. */
export async function labelPin(key: CryptoKey, label: PinnedLabel): Promise<string> {
  const { kid, profile, ref, serial } = label
  const text = `${kid} ${profile} ${ref} ${serial}`
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, ENCODER.encode(text)))
  return String(mac.getBigUint64(0) % PINS).padStart(PIN_DIGITS, '0')
}

/** A PIN as somebody typed it, with whatever they put between its digits; null for anything else. */
export function readTypedPin(text: string): string | null {
  const digits = text
    .slice(0, LONGEST_TYPED)
    .normalize('NFKC')
    .replace(/[\s.\-–]/g, '')
  return digits.length === PIN_DIGITS && /^\d+$/.test(digits) ? digits : null
}
