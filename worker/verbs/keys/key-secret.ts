import { fillAll } from '../../copy/fill.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { Problem } from '../errors.ts'
import { openUnderKek, sealUnderKek, WrongKek } from './under-kek.ts'

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
  return { publicX: x, privateJwe: await sealUnderKek(kek, plain) }
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
    return await openUnderKek(input.kek, input.privateJwe)
  } catch (cause) {
    if (!(cause instanceof WrongKek)) throw cause
    throw new Problem({
      code: 'internal',
      text: fillAll(KEY_REFUSALS.notOpened, { kid: input.kid }),
      cause,
    })
  }
}
