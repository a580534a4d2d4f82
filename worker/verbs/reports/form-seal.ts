import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What an open form carries: the receipt its report will have, and when it was opened. */
export type FormSeal = { readonly receipt: string; readonly ageMs: number }

const SEAL = /^([0-9a-z]{8,11})\.([\w-]{22})\.([\w-]{43})$/

/**
 * The seal of a form opened now. The receipt is settled here, so that the same form sent twice is one
 * report; that it is ours, and how old, is signed, so that a program must open a form before it
 * sends one.
 */
export function sealForm({ kek, now }: { readonly kek: Uint8Array; readonly now: number }): string {
  const opened = `${now.toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${opened}.${mac(kek, opened)}`
}

/** What a seal says; null for one that is not ours. */
export function readFormSeal(
  text: string,
  { kek, now }: { readonly kek: Uint8Array; readonly now: number },
): FormSeal | null {
  const [, at, receipt, given] = SEAL.exec(text) ?? []
  if (at === undefined || receipt === undefined || given === undefined) return null
  const expected = mac(kek, `${at}.${receipt}`)
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null
  return { receipt, ageMs: now - Number.parseInt(at, 36) }
}

/** A receipt for a report that came without a form of ours. */
export function freshReceipt(): string {
  return randomBytes(16).toString('base64url')
}

/** Keyed by what the master key makes for this alone. */
function mac(kek: Uint8Array, text: string): string {
  const key = createHmac('sha256', kek).update('goc report form 1').digest()
  return createHmac('sha256', key).update(text).digest('base64url')
}
