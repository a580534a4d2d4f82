import type { Database } from '../../../db/client.ts'
import { type KeyRow, listKeyRows } from '../../../db/queries/keys.ts'

/** A public key as RFC 8037 and RFC 9864 have it, and nothing more. */
export type PublicJwk = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'Ed25519'
}

/** The public part of a stored key. */
export function publicJwkOf({ kid, publicX: x }: Pick<KeyRow, 'kid' | 'publicX'>): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'Ed25519' }
}

/** A JWK Set (RFC 7517 5) with the revoked keys beside it; instants are ISO 8601 in UTC. */
export type PublicKeySet = {
  readonly keys: readonly PublicJwk[]
  readonly revoked: readonly { readonly kid: string; readonly revokedFrom: string }[]
}

/** What anyone needs to check labels offline: active and retired keys, and which are revoked since when. */
export async function publicKeySet(db: Database): Promise<PublicKeySet> {
  const rows = await listKeyRows(db)
  const keys = rows.filter((row) => row.status !== 'revoked').map(publicJwkOf)
  const revoked = rows.flatMap(({ kid, revokedFrom }) =>
    revokedFrom === null ? [] : [{ kid, revokedFrom: new Date(revokedFrom).toISOString() }],
  )
  return { keys, revoked }
}
