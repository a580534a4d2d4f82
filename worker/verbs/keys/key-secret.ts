import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import { Problem } from '../errors.ts'

const ALGORITHM = 'Ed25519'

/** A new Ed25519 key pair: its public `x`, and its private JWK encrypted under the KEK. */
export async function makeKeySecret(
  kek: Uint8Array,
): Promise<{ publicX: string; privateJwe: string }> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('no key pair came out')
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const { kty, crv, x, d } = jwk
  if (x === undefined || d === undefined) throw new Error('an exported key lacks x or d')
  const plain = new TextEncoder().encode(JSON.stringify({ kty, crv, x, d }))
  const privateJwe = await new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(kek)
  return { publicX: x, privateJwe }
}

/** Decrypts a private key for signing only; throws a clear problem when the KEK is another one. */
export async function openKeySecret(input: {
  kid: string
  privateJwe: string
  kek: Uint8Array
}): Promise<CryptoKey> {
  const plaintext = await decrypt(input)
  const jwk: JsonWebKey = JSON.parse(new TextDecoder().decode(plaintext))
  return crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['sign'])
}

async function decrypt(input: {
  kid: string
  privateJwe: string
  kek: Uint8Array
}): Promise<Uint8Array> {
  try {
    const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }
    return (await compactDecrypt(input.privateJwe, input.kek, options)).plaintext
  } catch (cause) {
    if (!(cause instanceof errors.JOSEError) && !(cause instanceof TypeError)) throw cause
    throw new Problem({
      code: 'internal',
      text: {
        vi: `Không mở được khoá ký ${input.kid}: GOC_KEK không phải khoá đã dùng khi tạo. Hãy đặt lại đúng GOC_KEK.`,
        en: `Signing key ${input.kid} cannot be opened: GOC_KEK is not the one it was made with.`,
        zh: `无法打开签名密钥 ${input.kid}：GOC_KEK 与创建时不同。`,
      },
      cause,
    })
  }
}
