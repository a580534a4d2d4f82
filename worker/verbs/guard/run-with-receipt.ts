import { isOutboxIdTaken } from '../../../db/queries/outbox-receipts.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { isKeyTaken } from '../../../db/queries/write-receipts.ts'
import type { VerbContext } from '../context.ts'

/**
 * Runs the statements of a change as one atomic batch. Where the caller gave an Idempotency-Key, or a
 * record came by the outbox, the receipt is kept under it in the same batch: a change that is cut off has either happened, and the
 * same request again gets its answer, or it has not, and the key is free. The receipt is what the
 * answer can be made of again.
 */
export async function runWithReceipt(
  ctx: Pick<VerbContext, 'db' | 'once'>,
  statements: readonly Statement[],
  receipt: unknown,
): Promise<void> {
  if (ctx.once === undefined) return runBatch(ctx.db, statements)
  try {
    await runBatch(ctx.db, [...ctx.once.keep(receipt), ...statements])
  } catch (error) {
    // Not to be taken by a verb for a row of its own that is already there.
    throw isKeyTaken(error) || isOutboxIdTaken(error) ? new KeyTaken() : error
  }
}

/** Another request with the same key was faster. */
export class KeyTaken extends Error {
  constructor() {
    super('the key of this write was taken meanwhile')
    this.name = 'KeyTaken'
  }
}
