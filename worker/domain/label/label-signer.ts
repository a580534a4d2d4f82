import { CROCKFORD } from './base32.ts'

/** Two Crockford characters for every 10-bit number. */
const PAIRS: readonly string[] = Array.from(
  { length: 1024 },
  (_, n) => `${CROCKFORD[n >> 5] ?? ''}${CROCKFORD[n & 31] ?? ''}`,
)

const ENCODER = new TextEncoder()

/** What all labels of a run have in common: `{before}{serial}{after}` is the SUBJECT. */
export type LabelFrame = {
  /** `HTTPS://HOST`. */
  readonly labelOrigin: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly before: string
  readonly after: string
  /** True where the subject has no serial of its own: gs1 labels of a whole batch. */
  readonly withoutSerial: boolean
}

/** Starts the signature of one serial and completes its URL when it is there. */
export type LabelSigner = {
  readonly sign: (serial: number) => Promise<ArrayBuffer>
  readonly complete: (serial: number, signature: ArrayBuffer) => string
}

/**
 * Signs many labels of one run. The same bytes as `signLabel`, with all that does not change
 * between two labels made once: a run of a million spends its time in the signature, not around it.
 */
export function createLabelSigner(frame: LabelFrame): LabelSigner {
  const { kid, privateKey, before, after } = frame
  const header = `${base64Url(`{"alg":"Ed25519","kid":"${kid}"}`)}.`
  const stem = `${frame.labelOrigin}/${kid}`
  const subjectOf = (serial: number) =>
    frame.withoutSerial ? before : `${before}${serial}${after}`
  return {
    sign: (serial) =>
      crypto.subtle.sign(
        'Ed25519',
        privateKey,
        ENCODER.encode(header + base64Url(subjectOf(serial))),
      ),
    complete: (serial, signature) =>
      `${stem}${signatureText(new Uint8Array(signature))}/${subjectOf(serial)}`,
  }
}

/** 64 bytes as 103 Crockford characters: five bytes make four pairs, the last four bytes seven characters. */
export function signatureText(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < 60; i += 5) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    const d = bytes[i + 3] ?? 0
    const e = bytes[i + 4] ?? 0
    text +=
      (PAIRS[(a << 2) | (b >> 6)] ?? '') +
      (PAIRS[((b & 63) << 4) | (c >> 4)] ?? '') +
      (PAIRS[((c & 15) << 6) | (d >> 2)] ?? '') +
      (PAIRS[((d & 3) << 8) | e] ?? '')
  }
  const a = bytes[60] ?? 0
  const b = bytes[61] ?? 0
  const c = bytes[62] ?? 0
  const d = bytes[63] ?? 0
  return (
    text +
    (PAIRS[(a << 2) | (b >> 6)] ?? '') +
    (PAIRS[((b & 63) << 4) | (c >> 4)] ?? '') +
    (PAIRS[((c & 15) << 6) | (d >> 2)] ?? '') +
    (CROCKFORD[(d & 3) << 3] ?? '')
  )
}

function base64Url(ascii: string): string {
  const text = btoa(ascii)
  const end = text.indexOf('=')
  return (end < 0 ? text : text.slice(0, end)).replaceAll('+', '-').replaceAll('/', '_')
}
