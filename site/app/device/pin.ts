/**
 * What the phone keeps of a PIN. It keeps neighbours apart on a shared phone; it encrypts nothing: four
 * figures would not withstand whoever takes the phone's storage apart.
 */
export type PinRecord = {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iterations: number
  readonly derived: Uint8Array<ArrayBuffer>
}

/** Wrong ones in a row before only signing in helps. */
export const MAX_PIN_FAILURES = 5

const PIN = /^\d{4,6}$/
const ITERATIONS = 150_000
const SALT_BYTES = 16
const DERIVED_BITS = 256

export function isPin(text: string): boolean {
  return PIN.test(text)
}

export async function makePin(pin: string): Promise<PinRecord> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  return { salt, iterations: ITERATIONS, derived: await derive(pin, salt, ITERATIONS) }
}

export async function isPinOf(pin: string, record: PinRecord): Promise<boolean> {
  const derived = await derive(pin, record.salt, record.iterations)
  return derived.every((byte, at) => byte === record.derived[at])
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  const bytes = new TextEncoder().encode(pin)
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, DERIVED_BITS))
}
