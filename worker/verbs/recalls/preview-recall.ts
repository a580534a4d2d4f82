import { readOrganisation } from '../../../db/queries/organisations.ts'
import { listSales, standingRecalls } from '../../../db/queries/recall-cases.ts'
import { findRecalled } from '../../../db/queries/recall-scope.ts'
import { RECALL_COPY as W } from '../../copy/portal/recall.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { sharesOf } from '../../domain/lots/steps-from.ts'
import type { RecallScope } from '../../domain/recalls/recall-scope.ts'
import { kilogramsOf } from '../batches/mass-balance.ts'
import { wayOf } from '../batches/trace-batch.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'

/** Batches one recall reaches: more are recalled by narrowing what is asked for. */
export const MAX_RECALLED = 200

export type RecallPreview = Awaited<ReturnType<typeof previewRecall>>

/**
 * Every batch that a recall would stop, those made of them included, and everybody goods of them went
 * to. Throws `invalid_input` where it finds none, or more than one recall reaches.
 */
export async function previewRecall(
  ctx: Reading,
  asked: { readonly organisationId: string; readonly scope: RecallScope },
) {
  const { organisationId, scope } = asked
  const owner = await readOrganisation(ctx.db, organisationId)
  if (owner === null) throw notFound(THINGS.organisation)
  const target = targetOfOrganisation(owner)
  requirePermission(ctx, 'recalls.write', target)
  const found = await findRecalled(ctx.db, { organisationId, scope, limit: MAX_RECALLED + 1 })
  if (found.length === 0) throw invalidField('what', W.noneFound)
  const { batches, edges, complete } = await wayOf(ctx, { batchIds: found, way: 'down' })
  const counted = batches.filter(({ annulledAt }) => annulledAt === null)
  if (found.length > MAX_RECALLED || !complete || counted.length > MAX_RECALLED) {
    throw invalidField('what', W.tooMany)
  }
  const ids = counted.map(({ id }) => id)
  const kg = new Map(
    counted.map(({ id, inputKg, quantityValue: value, quantityUnit: unit }) => [
      id,
      Math.max(inputKg, kilogramsOf({ value, unit }) ?? 0),
    ]),
  )
  const shares = sharesOf({ startIds: found, edges, kgOf: (id) => kg.get(id) ?? null })
  const [sales, standing] = await Promise.all([
    listSales(ctx.db, ids),
    standingRecalls(ctx.db, ids),
  ])
  const recalledBy = new Map(standing.map(({ batchId, exceptionId }) => [batchId, exceptionId]))
  return {
    ...{ owner, target, sales },
    batches: counted.map((row) => ({
      ...row,
      share: shares.get(row.id) ?? 1,
      /** What says so already; null for one that is to be stopped. */
      recalledBy: recalledBy.get(row.id) ?? null,
    })),
    /** What was looked at, in few characters: who confirms means this and no more. */
    seen: ids.toSorted().join(' '),
  }
}
