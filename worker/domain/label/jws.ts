import { decodeBase32, encodeBase32 } from './base32.ts'
import { base64Url, base64UrlOfSubject } from './base64url.ts'
import type { ParsedLabel } from './parse-label.ts'

const SIGNATURE_BYTES = 64
const ENCODER = new TextEncoder()

/**
 * The JWS signing input of a label (RFC 7515 5.1): its protected header is exactly
 * `{"alg":"Ed25519","kid":"<KID>"}` (RFC 9864) and its payload the ASCII bytes of SUBJECT.
 */
export function signingInput(kid: string, subjectText: string): string {
  return `${protectedHeader(kid)}.${base64UrlOfSubject(subjectText)}`
}

/** What a label's key signed, and its signature: read once for the check and for the JWS. */
export type LabelSeal = {
  readonly input: string
  readonly signature: Uint8Array<ArrayBuffer>
}

/** The seal of a label; null where its signature is not in the one spelling that counts. */
export function sealOf(label: ParsedLabel): LabelSeal | null {
  const signature = decodeBase32(label.value, SIGNATURE_BYTES)
  if (signature === null) return null
  return { input: signingInput(label.kid, label.subjectText), signature }
}

/** The label as an ordinary compact JWS that any JOSE library verifies with the published key. */
export function toJws(label: ParsedLabel): string | null {
  const seal = sealOf(label)
  return seal === null ? null : jwsOf(seal)
}

/** As `toJws`, of a seal that is at hand. */
export function jwsOf(seal: LabelSeal): string {
  return `${seal.input}.${base64Url(seal.signature)}`
}

/** Signs a subject; returns `{SIG}/{SUBJECT}`. Ed25519 is deterministic: the same label, byte for byte. */
export async function signLabel(input: {
  kid: string
  privateKey: CryptoKey
  subjectText: string
}): Promise<string> {
  const message = ENCODER.encode(signingInput(input.kid, input.subjectText))
  const signature = await crypto.subtle.sign('Ed25519', input.privateKey, message)
  return `${input.kid}${encodeBase32(new Uint8Array(signature))}/${input.subjectText}`
}

/** True when the signature is the key's own over exactly this subject. */
export async function verifyLabel(label: ParsedLabel, publicKey: CryptoKey): Promise<boolean> {
  const seal = sealOf(label)
  return seal !== null && verifySeal(seal, publicKey)
}

/** As `verifyLabel`, of a seal that is at hand. */
export function verifySeal(seal: LabelSeal, publicKey: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify('Ed25519', publicKey, seal.signature, ENCODER.encode(seal.input))
}

const headers = new Map<string, string>()

function protectedHeader(kid: string): string {
  let header = headers.get(kid)
  if (header === undefined) {
    header = base64UrlOfSubject(`{"alg":"Ed25519","kid":"${kid}"}`)
    // Bounded, because a stranger chooses the KID of a forged label.
    if (headers.size > 256) headers.clear()
    headers.set(kid, header)
  }
  return header
}
