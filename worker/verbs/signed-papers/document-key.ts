import {
  insertDocumentKey,
  listDocumentKeys,
  readActiveDocumentKey,
} from '../../../db/queries/document-keys.ts'
import { change, type Right } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { tooBusy } from '../guard/refusals.ts'
import { makeKeySecret, openKeySecret } from '../keys/key-secret.ts'
import type { SigningKey } from '../keys/load-signing-key.ts'
import type { PublicJwk } from '../keys/public-key-set.ts'

/**
 * The key that signs papers, opened; the first one is made on the spot. It is none of the keys of
 * labels: what it signs can never pass for a label, and losing it harms no label.
 */
export async function loadDocumentKey(ctx: VerbContext, right: Right): Promise<SigningKey> {
  const row = (await readActiveDocumentKey(ctx.db)) ?? (await makeFirst(ctx, right))
  const privateKey = await openKeySecret({ kid: row.kid, privateJwe: row.privateJwe, kek: ctx.kek })
  return { kid: row.kid, privateKey }
}

async function makeFirst(ctx: VerbContext, right: Right) {
  const secret = await makeKeySecret(ctx.kek)
  // Longer than any key of labels has, so that nobody takes one for the other.
  const row = { kid: `paper-${ctx.newId()}`, ...secret, createdAt: ctx.now(), retiredAt: null }
  const { once: _, ...alone } = ctx
  const { kid, publicX } = row
  try {
    await change(alone, {
      ...right,
      statements: [insertDocumentKey(ctx.db, row)],
      audit: [
        {
          action: 'document_key.create',
          entity: 'document_key',
          entityId: kid,
          after: { publicX },
        },
      ],
      taken: tooBusy,
    })
  } catch (error) {
    // Two first papers at once: the other one has made the key.
    if (!(error instanceof Problem)) throw error
  }
  const made = await readActiveDocumentKey(ctx.db)
  if (made === null) throw tooBusy()
  return made
}

/** The public keys of all papers ever signed here, as a JWK Set (RFC 7517). */
export async function documentKeySet({ db }: Pick<VerbContext, 'db'>): Promise<{
  readonly keys: readonly PublicJwk[]
}> {
  const rows = await listDocumentKeys(db)
  return {
    keys: rows.map(({ kid, publicX }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x: publicX,
      kid,
      use: 'sig',
      alg: 'Ed25519',
    })),
  }
}
