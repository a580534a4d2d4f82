import { sha256Hex } from '../../lib/files/sha256-hex.ts'

/** SHA-256 in hexadecimal: all that is kept of a token. It has 256 random bits, so no salt is needed. */
export function hashToken(token: string): Promise<string> {
  return sha256Hex(token)
}
