import {
  insertDocumentKey,
  listDocumentKeys,
  readActiveDocumentKey,
  retireDocumentKey,
  revokeDocumentKeys,
} from '../../../db/queries/document-keys.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { change, type Right } from '../change.ts'
import type { Call, Lookup, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { tooBusy } from '../guard/refusals.ts'
import { makeKeySecret, openSigningKey, type SigningKey } from '../keys/key-secret.ts'
import { type PublicJwk, publicJwkOf } from '../keys/public-key-set.ts'

/**
 * The key that signs papers, opened; the first one is made on the spot. It is none of the keys of
 * labels: what it signs can never pass for a label, and losing it harms no label.
 */
export async function loadDocumentKey(ctx: VerbContext, right: Right): Promise<SigningKey> {
  const row = (await readActiveDocumentKey(ctx.db)) ?? (await makeFirst(ctx, right))
  return openSigningKey(ctx, row)
}

async function makeFirst(ctx: VerbContext, right: Right) {
  const { once: _, ...alone } = ctx
  try {
    await storeKey(alone, { right, before: [] })
  } catch (error) {
    // Two first papers at once: the other one has made the key.
    if (!(error instanceof Problem)) throw error
  }
  const made = await readActiveDocumentKey(ctx.db)
  if (made === null) throw tooBusy()
  return made
}

/**
 * Makes a new key for papers. The ones before stay published, because papers are kept for good; where
 * `revoke` is asked for, none that was before is believed any more, nor what it signed.
 */
export async function rotateDocumentKey({
  ctx,
  input,
}: Call<{ readonly revoke: boolean }>): Promise<{ kid: string }> {
  requireAny(ctx, 'keys.write')
  const at = ctx.now()
  const ending = input.revoke ? revokeDocumentKeys(ctx.db, at) : retireDocumentKey(ctx.db, at)
  return storeKey(ctx, { right: { may: 'keys.write', target: null }, before: [ending] })
}

/** Every key that signs or signed papers as its operator sees it, newest first. */
export async function listPaperKeys({ ctx }: { ctx: VerbContext }): Promise<PaperKeyView[]> {
  requireAny(ctx, 'keys.write')
  const rows = await listDocumentKeys(ctx.db)
  return rows.map(({ kid, createdAt, retiredAt, revokedAt }) => {
    const ended = retiredAt === null ? 'active' : 'retired'
    return { kid, createdAt, status: revokedAt === null ? ended : 'revoked' }
  })
}

export type PaperKeyView = {
  readonly kid: string
  readonly status: 'active' | 'retired' | 'revoked'
  readonly createdAt: number
}

async function storeKey(
  ctx: VerbContext,
  { right, before }: { readonly right: Right; readonly before: readonly Statement[] },
): Promise<{ kid: string }> {
  const secret = await makeKeySecret(ctx.kek)
  // Longer than any key of labels has, so that nobody takes one for the other.
  const kid = `paper-${ctx.newId()}`
  const ends = { retiredAt: null, revokedAt: null }
  const row = { kid, ...secret, createdAt: ctx.now(), ...ends }
  await change(ctx, {
    ...right,
    statements: [...before, insertDocumentKey(ctx.db, row)],
    audit: { action: 'document_key.create', entityId: kid, after: { publicX: secret.publicX } },
    taken: tooBusy,
  })
  return { kid }
}

/** The public keys of all papers ever signed here, but revoked ones, as a JWK Set (RFC 7517). */
export async function documentKeySet({ db }: Lookup): Promise<{
  readonly keys: readonly PublicJwk[]
}> {
  const rows = await listDocumentKeys(db)
  return { keys: rows.filter(({ revokedAt }) => revokedAt === null).map(publicJwkOf) }
}
