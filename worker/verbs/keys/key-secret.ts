import { fillAll } from '../../copy/fill.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { pinKeyOf } from '../../domain/label/label-pin.ts'
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

/** A key that may sign, opened. */
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey }

/** A stored key, opened for signing. */
export async function openSigningKey(
  { kek }: { readonly kek: Uint8Array },
  { kid, privateJwe }: { readonly kid: string; readonly privateJwe: string },
): Promise<SigningKey> {
  return { kid, privateKey: await openKeySecret({ kid, privateJwe, kek }) }
}

/** Decrypts a private key for signing only; throws a clear problem when the KEK is another one. */
export async function openKeySecret(input: {
  kid: string
  privateJwe: string
  kek: Uint8Array
}): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', await decrypt(input), ALGORITHM, false, ['sign'])
}

/** The key that PINs of the labels of a signing key are made with; throws as above. */
export async function openPinKey(input: Parameters<typeof decrypt>[0]): Promise<CryptoKey> {
  const { d } = await decrypt(input)
  if (d === undefined) throw new Error('a private key lacks d')
  return pinKeyOf({ kid: input.kid, secret: Buffer.from(d, 'base64url') })
}

async function decrypt(input: {
  kid: string
  privateJwe: string
  kek: Uint8Array
}): Promise<JsonWebKey> {
  try {
    const plain = await openUnderKek(input.kek, input.privateJwe)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch (cause) {
    if (!(cause instanceof WrongKek)) throw cause
    throw new Problem({
      code: 'internal',
      text: fillAll(KEY_REFUSALS.notOpened, { kid: input.kid }),
      cause,
    })
  }
}
