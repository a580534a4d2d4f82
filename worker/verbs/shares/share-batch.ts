import {
  hasRoomForShare,
  insertShare,
  listSharablePapers,
  MOST_SHARES,
  type ShareRow,
} from '../../../db/queries/shares.ts'
import { fillAll } from '../../copy/fill.ts'
import { SHARE_COPY as W } from '../../copy/portal/share.ts'
import { shareEnd } from '../../domain/shares/share-end.ts'
import { inputOf } from '../../resources/resource.ts'
import { SHARE_REQUEST } from '../../resources/share-request.ts'
import { hashSecret, newSecret } from '../accounts/link-secret.ts'
import { loadBatch, targetOfBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { openUnderKek, sealUnderKek } from '../keys/under-kek.ts'

const SHOWN = ['quantities', 'sales'] as const

/** A link just made; its secret is sealed, so that a kept receipt opens nothing by itself. */
export type MadeShare = { readonly id: string; readonly buyer: string; readonly sealed: string }

/**
 * Makes a link by which a buyer reads about a batch: what they see is chosen now and does not change.
 * Asked twice under one key it is the same link.
 */
export async function shareBatch({
  ctx,
  input,
}: Call<{
  readonly ref: string
  readonly texts: Readonly<Record<string, unknown>>
}>): Promise<MadeShare> {
  const batch = await loadBatch(ctx, input.ref, 'batches.write')
  const { buyer, lastDay, trace, shows, papers } = parseInput(inputOf(SHARE_REQUEST), input.texts)
  const now = ctx.now()
  const expiresAt = shareEnd(lastDay, now)
  if (expiresAt === null) throw invalidField('lastDay', W.badDay)
  if (shows.some((name) => !SHOWN.some((each) => each === name))) {
    throw invalidField('shows', W.badShows)
  }
  const chosen = [...new Set(papers)]
  const { id: batchId, productId, organisationId } = batch
  const known = await listSharablePapers(ctx.db, {
    batchId,
    productId,
    organisationId,
    ids: chosen,
  })
  if (known.length < chosen.length) throw invalidField('papers', W.badPaper)
  const secret = newSecret()
  const row: ShareRow = {
    ...{ id: ctx.newId(), batchId, buyer, trace, papers: chosen, expiresAt },
    secretHash: await hashSecret(secret),
    quantities: shows.includes('quantities'),
    sales: shows.includes('sales'),
    createdAt: now,
    actor: actorText(ctx.actor),
    ...{ withdrawnAt: null, openedOn: null, openings: 0 },
  }
  const sealed = await sealUnderKek(ctx.kek, new TextEncoder().encode(secret))
  const made = { id: row.id, buyer, sealed }
  return change(ctx, {
    may: 'batches.write',
    target: await targetOfBatch(ctx, { batch, to: 'batches.write' }),
    guards: [
      {
        holds: hasRoomForShare(batchId),
        refusal: () => conflict(fillAll(W.tooMany, { most: MOST_SHARES })),
      },
    ],
    statements: [insertShare(ctx.db, row)],
    audit: {
      action: 'share.add',
      entityId: batchId,
      after: { share: row.id, buyer, lastDay, trace, shows, papers: chosen },
    },
    receipt: made,
  })
}

/** The address of a link just made, to be shown this once. */
export async function addressOfShare(
  { kek, labelOrigin }: Pick<VerbContext, 'kek' | 'labelOrigin'>,
  { sealed }: Pick<MadeShare, 'sealed'>,
): Promise<string> {
  const secret = new TextDecoder().decode(await openUnderKek(kek, sealed))
  return `${labelOrigin.toLowerCase()}/s/${secret}`
}
