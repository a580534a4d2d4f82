import { CROCKFORD } from './base32.ts'
import { base64UrlOfAscii } from './base64url.ts'

const SIGNATURE_CHARACTERS = 103
const CODES = Uint8Array.from(CROCKFORD, (character) => character.charCodeAt(0))
/** Filled and emptied within one synchronous call, so it may be shared. */
const SCRATCH: number[] = Array.from({ length: SIGNATURE_CHARACTERS }, () => 0)

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
  const header = `${base64UrlOfAscii(`{"alg":"Ed25519","kid":"${kid}"}`)}.`
  const stem = `${frame.labelOrigin}/${kid}`
  const subjectOf = (serial: number) =>
    frame.withoutSerial ? before : `${before}${serial}${after}`
  return {
    sign: (serial) =>
      crypto.subtle.sign(
        'Ed25519',
        privateKey,
        ENCODER.encode(header + base64UrlOfAscii(subjectOf(serial))),
      ),
    complete: (serial, signature) =>
      `${stem}${signatureText(new Uint8Array(signature))}/${subjectOf(serial)}`,
  }
}

/** 64 bytes as 103 Crockford characters: five bytes make eight, the last four bytes seven. */
export function signatureText(bytes: Uint8Array): string {
  // Written as character codes and made a string once: a hundred joined pieces would be garbage.
  for (let i = 0, at = 0; i < 65; i += 5, at += 8) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    const d = bytes[i + 3] ?? 0
    const e = bytes[i + 4] ?? 0
    SCRATCH[at] = CODES[a >> 3] ?? 0
    SCRATCH[at + 1] = CODES[((a & 7) << 2) | (b >> 6)] ?? 0
    SCRATCH[at + 2] = CODES[(b >> 1) & 31] ?? 0
    SCRATCH[at + 3] = CODES[((b & 1) << 4) | (c >> 4)] ?? 0
    SCRATCH[at + 4] = CODES[((c & 15) << 1) | (d >> 7)] ?? 0
    SCRATCH[at + 5] = CODES[(d >> 2) & 31] ?? 0
    SCRATCH[at + 6] = CODES[((d & 3) << 3) | (e >> 5)] ?? 0
    if (at + 7 < SIGNATURE_CHARACTERS) SCRATCH[at + 7] = CODES[e & 31] ?? 0
  }
  return String.fromCharCode(...SCRATCH)
}
