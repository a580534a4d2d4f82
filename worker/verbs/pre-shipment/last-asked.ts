import { readLastAsked } from '../../../db/queries/asked-exceptions.ts'
import type { JudgedCheck } from '../../domain/pre-shipment/judge-checks.ts'
import type { Lookup } from '../context.ts'

/**
 * When an exception was last asked for of a batch that was opened, who and why; null where nobody did,
 * or nothing holds it back.
 */
export function lastAsked(
  ctx: Lookup,
  { batchId, checks }: { readonly batchId: string; readonly checks: readonly JudgedCheck[] },
): ReturnType<typeof readLastAsked> {
  const isHeldBack = checks.some(({ blocks }) => blocks)
  return isHeldBack ? readLastAsked(ctx.db, batchId) : Promise.resolve(null)
}
