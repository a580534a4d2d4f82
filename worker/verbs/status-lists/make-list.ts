import { zlibSync } from 'fflate'
import { CompactSign } from 'jose'
import { runBatch } from '../../../db/queries/run-batch.ts'
import {
  type ListOfKey,
  readLabelStatuses,
  storeStatusList,
} from '../../../db/queries/status-lists.ts'
import { base64Url } from '../../domain/label/base64url.ts'
import {
  LIST_TTL_SECONDS,
  type ListedBatch,
  listClaims,
} from '../../domain/status-list/list-claims.ts'
import type { OfflineStatus } from '../../domain/status-list/offline-status.ts'
import type { VerbContext } from '../context.ts'
import type { SigningKey } from '../keys/key-secret.ts'

/** A list that is younger, and tells all there is to tell, is left as it is. */
const RENEWED_AFTER_MS = (LIST_TTL_SECONDS / 2) * 1_000

/** Whether a key's list lacks something, grows old, or was signed by a key that no longer signs. */
export function isListDue(list: ListOfKey, at: { readonly now: number; readonly signer: string }) {
  const { version, tokenVersion, issuedAt, signedBy } = list
  return (
    issuedAt === null ||
    tokenVersion !== version ||
    signedBy !== at.signer ||
    at.now - issuedAt >= RENEWED_AFTER_MS
  )
}

/**
 * Makes and keeps the signed list of a label key from what is stored of its batches: a Token Status
 * List as JWT (typ `statuslist+jwt`). `iat` is of before the reading, so it never promises more.
 */
export async function makeStatusList(
  ctx: Pick<VerbContext, 'db' | 'now' | 'giveWay'>,
  input: { readonly list: ListOfKey; readonly uri: string; readonly signer: SigningKey },
): Promise<void> {
  const { list, uri, signer } = input
  const { kid } = list
  // Whole seconds, as the list itself has them.
  const issuedAt = Math.floor(ctx.now() / 1_000) * 1_000
  const batches: ListedBatch[] = []
  for await (const page of readLabelStatuses(ctx.db, kid)) {
    for (const { ref, entry, nextChangeOn } of page) {
      await ctx.giveWay()
      batches.push({ ref, status: statusOf(entry), nextChangeOn })
    }
  }
  const claims = listClaims({ kid, uri, issuedAt: issuedAt / 1_000, batches, pack: packed })
  const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'Ed25519', kid: signer.kid, typ: 'statuslist+jwt' })
    .sign(signer.privateKey)
  // No change(): it is made of rows that are there, and nobody asked for it.
  await runBatch(ctx.db, [
    storeStatusList(ctx.db, {
      ...{ kid, token, issuedAt, tokenVersion: list.version ?? 0, signedBy: signer.kid },
      expiresAt: claims.exp * 1_000,
    }),
  ])
}

/** ZLIB (RFC 1950) in base64url, as the draft has it. */
function packed(bytes: Uint8Array): string {
  return base64Url(zlibSync(bytes, { level: 9 }))
}

/** Sound because `refreshStatuses` alone writes entries. */
function statusOf(entry: string): OfflineStatus {
  return JSON.parse(entry) as OfflineStatus
}
