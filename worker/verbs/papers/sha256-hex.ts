import { toHex } from '../imports/to-hex.ts'

/** The SHA-256 of some bytes, in hexadecimal as tools print it. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}
