import {
  deleteBatchCodes,
  deleteInputs,
  givesNoMoreThan,
  insertBatchCode,
  insertInput,
  isNoInputOfItself,
  stillDeclares,
} from '../../../db/queries/batches.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'
import type { CheckedFields } from './check-fields.ts'
import { mostFrom } from './mass-balance.ts'

/**
 * Writes a batch's codes and inputs anew, and then holds the lot graph to its rules inside the same
 * atomic batch: nothing is an input of itself, and no source gives more than it has.
 */
export function linkStatements(
  ctx: VerbContext,
  batchId: string,
  { codes, sources }: Pick<CheckedFields, 'codes' | 'sources'>,
): Statement[] {
  const { db } = ctx
  return [
    deleteBatchCodes(db, batchId),
    deleteInputs(db, batchId),
    ...codes.map(({ id, slot }) => insertBatchCode(db, { batchId, codeId: id, slot })),
    ...sources.map(({ batch, quantityKg }) =>
      insertInput(db, {
        fromBatchId: batch.id,
        toBatchId: batchId,
        quantityKg,
        createdAt: ctx.now(),
      }),
    ),
    ...sources.flatMap(({ batch, batchKg }) => [
      guardStatement(db, stillDeclares(batch)),
      guardStatement(db, givesNoMoreThan({ fromBatchId: batch.id, atMostKg: mostFrom(batchKg) })),
    ]),
    ...(sources.length > 0 ? [guardStatement(db, isNoInputOfItself(batchId))] : []),
  ]
}
