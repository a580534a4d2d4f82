import { CompactEncrypt, compactDecrypt, errors } from 'jose'

/** Bytes encrypted under the key-encryption key: a JWE (RFC 7516) that only its holder opens. */
export function sealUnderKek(kek: Uint8Array, plain: Uint8Array): Promise<string> {
  return new CompactEncrypt(plain).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(kek)
}

/** The bytes again; throws `WrongKek` where they were sealed under another key, or changed since. */
export async function openUnderKek(kek: Uint8Array, jwe: string): Promise<Uint8Array> {
  try {
    const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }
    return (await compactDecrypt(jwe, kek, options)).plaintext
  } catch (cause) {
    if (!(cause instanceof errors.JOSEError) && !(cause instanceof TypeError)) throw cause
    throw new WrongKek({ cause })
  }
}

/** Not sealed under this GOC_KEK. */
export class WrongKek extends Error {
  constructor(options: { readonly cause: unknown }) {
    super('sealed under another GOC_KEK', options)
    this.name = 'WrongKek'
  }
}
