import {
  deleteGoods,
  harvestGivesNoMoreThan,
  insertGoods,
} from '../../../db/queries/batch-goods.ts'
import {
  deleteBatchCodes,
  deleteInputs,
  givesNoMoreThan,
  insertBatchCode,
  insertInput,
  isNoInputOfItself,
  stillDeclares,
} from '../../../db/queries/batches.ts'
import { isUnamendedEntry } from '../../../db/queries/diary-entries.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'
import type { CheckedFields } from './check-fields.ts'
import { mostFrom } from './mass-balance.ts'

/**
 * Writes a batch's codes and all it is made of anew, and then holds the lot graph to its rules inside the same
 * atomic batch: nothing is an input of itself, and no source or harvest gives more
 * than it has, as the diary stands at that moment.
 */
export function linkStatements(
  ctx: VerbContext,
  batchId: string,
  { codes, sources, harvests, fields }: Omit<CheckedFields, 'explained'>,
): Statement[] {
  const { db } = ctx
  const createdAt = ctx.now()
  return [
    deleteBatchCodes(db, batchId),
    deleteInputs(db, batchId),
    ...deleteGoods(db, batchId),
    ...codes.map(({ id, slot }) => insertBatchCode(db, { batchId, codeId: id, slot })),
    ...sources.map(({ batch, quantityKg }) =>
      insertInput(db, {
        fromBatchId: batch.id,
        toBatchId: batchId,
        quantityKg,
        createdAt,
      }),
    ),
    ...insertGoods(db, {
      harvests: harvests.map(({ row, quantityKg }) => ({
        ...{ batchId, diaryEventId: row.rootId },
        ...{ quantityKg, createdAt },
      })),
      purchases: fields.purchases.map((purchase) => ({
        ...{ ...purchase, batchId, createdAt },
        id: ctx.newId(),
      })),
    }),
    ...harvests.flatMap(({ row: { rootId, headId }, harvestedKg }) => [
      guardStatement(db, isUnamendedEntry(headId)),
      guardStatement(db, harvestGivesNoMoreThan({ rootId, atMostKg: mostFrom(harvestedKg) })),
    ]),
    ...sources.flatMap(({ batch, batchKg }) => [
      guardStatement(db, stillDeclares(batch)),
      guardStatement(db, givesNoMoreThan({ fromBatchId: batch.id, atMostKg: mostFrom(batchKg) })),
    ]),
    ...(sources.length > 0 ? [guardStatement(db, isNoInputOfItself(batchId))] : []),
  ]
}
