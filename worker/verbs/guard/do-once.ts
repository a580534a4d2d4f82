import { isDatabaseUnavailable } from '../../../db/errors.ts'
import { readReceipt, receiptStatements } from '../../../db/queries/write-receipts.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { actorText, type VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { tooBusy } from './refusals.ts'
import { KeyTaken } from './run-with-receipt.ts'

const KEEP_MS = 24 * 3_600_000

/** What tells a request sent twice: its sender's key, and all that it asks for. */
export type Request = { readonly key: string; readonly requestHash: string }

/**
 * Does a change once for each key of an actor within a day: the same request again gets what the
 * first one gave, and another request under the same key is refused. The key is taken in the atomic
 * batch of the change, so whatever fails before it, or cuts it off, leaves the key free; of several at
 * the same moment one does the change and the others get its answer. `act` is one verb that ends in
 * `runWithReceipt` and gives at least what it kept there.
 */
export async function doOnce<Receipt>(
  ctx: VerbContext,
  { key, requestHash }: Request,
  act: (ctx: VerbContext) => Promise<Receipt>,
): Promise<Receipt> {
  const at = ctx.now()
  const since = at - KEEP_MS
  const owner = { actor: actorText(ctx.actor), key }
  const kept = async (): Promise<{ receipt: Receipt } | null> => {
    const row = await readReceipt(ctx.db, { ...owner, since })
    if (row === null) return null
    if (row.requestHash !== requestHash) throw otherRequest()
    // The same request came to this very place, whose change kept it.
    return { receipt: row.receipt as Receipt }
  }
  const earlier = await kept()
  if (earlier !== null) return earlier.receipt
  let keeps = 0
  const keep = (receipt: unknown) => {
    keeps += 1
    return receiptStatements(ctx.db, { ...owner, requestHash, receipt, at, since })
  }
  let made: Receipt
  try {
    made = await act({ ...ctx, once: { keep } })
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error
    // The same request at the same moment may have been faster, and is why this one was refused.
    const meanwhile = await kept()
    if (meanwhile === null) throw error instanceof KeyTaken ? tooBusy() : error
    return meanwhile.receipt
  }
  if (keeps === 0 && !foundNothing(made)) {
    throw new Error('a write did not keep its receipt: see runWithReceipt')
  }
  return made
}

/** What there was nothing to change of was not written, and is not changed by asking again. */
function foundNothing(made: unknown): boolean {
  return typeof made === 'object' && made !== null && 'changed' in made && made.changed === false
}

/** A request in few characters: two of one hash ask for the same. */
export function hashOfRequest(text: string): Promise<string> {
  return sha256Hex(text)
}

function otherRequest(): Problem {
  return new Problem({ code: 'idempotency_mismatch', text: REQUEST_REFUSALS.keyUsed })
}
