import { readSignature, writeSignature } from './base32-oracle.ts'
import { scannedTextOracle } from './scanned-text-oracle.ts'
import { type OracleSubject, subjectOracle } from './subject-oracle.ts'

export type OracleLabel = OracleSubject & {
  readonly host: string | null
  readonly kid: string
  readonly signature: Uint8Array
  readonly subject: string
}

/**
 * A second, slow reading of section 3 of the design: what a raw scanned text says, null where it is
 * malformed. Written from the text alone, to be held against the implementation.
 */
export function labelOracle(raw: string): OracleLabel | null {
  const scanned = scannedTextOracle(raw)
  if (scanned === null) return null
  const slash = scanned.path.indexOf('/')
  if (slash < 0) return null
  const sig = scanned.path.slice(0, slash)
  const subject = scanned.path.slice(slash + 1)
  // "SIG = KID VALUE, 106 characters of Crockford base32, upper case; KID = 3 characters"
  if (!/^[0-9A-HJKMNP-TV-Z]{106}$/.test(sig)) return null
  const signature = readSignature(sig.slice(3))
  if (signature === null) return null
  const read = subjectOracle(subject)
  if (read === null) return null
  return { ...read, host: scanned.host, kid: sig.slice(0, 3), signature, subject }
}

/** `"HTTPS://" HOST "/" SIG "/" SUBJECT` */
export function writeLabel(given: {
  host: string
  kid: string
  signature: Uint8Array
  subject: string
}): string {
  return `HTTPS://${given.host.toUpperCase()}/${given.kid}${writeSignature(given.signature)}/${given.subject}`
}

/** The compact JWS that a label is when rebuilt. */
export function rebuildJws(label: { kid: string; signature: Uint8Array; subject: string }): string {
  const parts = [
    Buffer.from(`{"alg":"Ed25519","kid":"${label.kid}"}`, 'ascii'),
    Buffer.from(label.subject, 'ascii'),
    Buffer.from(label.signature),
  ]
  return parts.map((part) => part.toString('base64url')).join('.')
}
