import { isRefusedByTrigger } from '../../../db/errors.ts'
import { findHarvests } from '../../../db/queries/batch-goods.ts'
import {
  type BatchLinks,
  type BatchRow,
  givesNoMoreThan,
  isUnsealed,
  readBatchLinks,
  readGivenKg,
  updateBatchRow,
} from '../../../db/queries/batches.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { rowDifference } from '../../domain/audit/row-difference.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { batchSealed, conflict } from '../guard/refusals.ts'
import { loadProduct } from '../products/load-product.ts'
import { type BatchInput, batchFields } from './batch-input.ts'
import { checkBatchFields } from './check-fields.ts'
import { declaredColumns, lotTaken } from './create-batch.ts'
import { linkStatements } from './link-statements.ts'
import { loadBatch } from './load-batch.ts'
import { lotRefusal } from './lot-refusal.ts'
import { kilogramsOf, mostFrom } from './mass-balance.ts'
import { figuresOf } from './told.ts'

/** What to change; a field that is absent or undefined stays as it is. */
export type BatchChanges = { readonly [K in keyof BatchInput]?: BatchInput[K] | undefined }

/** Changes what is given and keeps the rest, until the batch is sealed. */
export async function updateBatch({
  ctx,
  input,
  confirm = [],
}: Call<{ ref: string; changes: BatchChanges }> & {
  /** Codes of questions that were answered with yes. */
  confirm?: readonly string[] | undefined
}): Promise<{ ref: string }> {
  requireAny(ctx, 'batches.write')
  const row = await loadBatch(ctx, input.ref, 'batches.write')
  if (row.sealedAt !== null || row.annulledAt !== null) throw batchSealed(row.ref)
  const before = declaredFields(row, await readBatchLinks(ctx.db, row.id))
  const changes = await withoutOldHarvestDays(ctx, { changes: input.changes, before, row })
  const declared = parseInput(batchFields, { ...before, ...given(changes) })
  const product = await loadProduct(ctx, declared.productId, 'batches.write')
  if (product.organisationId !== row.organisationId) {
    throw conflict(BATCH_REFUSALS.otherOrganisation)
  }
  const { organisationId, inputPerOutput } = product
  const checked = await checkBatchFields(ctx, declared, {
    ...{ organisationId, batchId: row.id },
    ...{ inputPerOutput, confirmed: confirm },
  })
  const { fields } = checked
  const ownKg = kilogramsOf(fields.quantity)
  const givenKg = await readGivenKg(ctx.db, { fromBatchId: row.id })
  const atMostKg = ownKg === null ? 0 : mostFrom(ownKg)
  if (givenKg > atMostKg)
    throw conflict(fillAll(BATCH_REFUSALS.givenAway, { ref: row.ref, kg: givenKg }))
  const made = { ref: row.ref }
  try {
    return await change(ctx, {
      may: 'batches.write',
      target: { organisationId: row.organisationId, place: null },
      guards: [{ holds: isUnsealed(row.id), refusal: () => batchSealed(row.ref) }],
      statements: [
        updateBatchRow(ctx.db, row.id, declaredColumns(fields)),
        ...linkStatements(ctx, row.id, checked),
        guardStatement(ctx.db, givesNoMoreThan({ fromBatchId: row.id, atMostKg })),
      ],
      audit: {
        action: 'batch.update',
        entityId: row.id,
        ...rowDifference(before, {
          ...fields,
          ...figuresOf('explained', checked.explained),
        }),
      },
      taken: () => lotTaken(ctx.db, { ...fields, organisationId: row.organisationId }),
      otherwise: () => lotRefusal(ctx, { ...checked, organisationId, batchId: row.id }),
      receipt: made,
    })
  } catch (error) {
    throw isRefusedByTrigger(error) ? batchSealed(row.ref) : error
  }
}

/**
 * Days of harvest that came of harvests go with them: what is left are those that were typed. Only
 * where other harvests are given, and no days.
 */
async function withoutOldHarvestDays(
  ctx: VerbContext,
  given: {
    readonly changes: BatchChanges
    readonly before: ReturnType<typeof declaredFields>
    readonly row: BatchRow
  },
): Promise<BatchChanges> {
  const { changes, before, row } = given
  if (changes.harvests === undefined || changes.harvestedOn !== undefined) return changes
  const harvests = await findHarvests(
    ctx.db,
    before.harvests.map(({ entry }) => entry),
    { organisationId: row.organisationId, today: vietnamDateOf(ctx.now()), into: row.id },
  )
  const days = new Set(harvests.map(({ occurredOn }) => occurredOn))
  return { ...changes, harvestedOn: before.harvestedOn.filter((day) => !days.has(day)) }
}

function given(changes: BatchChanges): Partial<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

/** A stored batch in the form it was declared in. */
export function declaredFields(row: BatchRow, links: BatchLinks) {
  const codesOf = (slot: string) => links.codes.filter((c) => c.slot === slot).map((c) => c.code)
  return {
    productId: row.productId,
    lot: row.lot,
    packedOn: row.packedOn,
    expiresOn: row.expiresOn,
    harvestedOn: [...row.harvestedOn],
    seasonFrom: row.seasonFrom,
    quantity: { value: row.quantityValue, unit: row.quantityUnit },
    markets: [...row.markets],
    growingAreas: codesOf('growing_area'),
    packingHouse: codesOf('packing_house')[0] ?? null,
    sources: links.inputs.map(({ ref, quantityKg }) => ({ ref, quantityKg })),
    harvests: links.harvests.map((taken) => ({
      entry: taken.diaryEventId,
      quantityKg: taken.quantityKg,
    })),
    purchases: links.purchases.map(({ id: _, ...purchase }) => purchase),
  } satisfies BatchInput
}
