import { readLastStock } from '../../../db/queries/label-downloads.ts'
import { listRuns } from '../../../db/queries/runs.ts'
import type { Lookup } from '../context.ts'

/**
 * What was asked for when the labels of a batch were first printed, as a form asks it, and on which stock
 * they were last printed; null without any.
 */
export async function firstRequest(ctx: Lookup, batchId: string) {
  const [runs, stock] = await Promise.all([
    listRuns(ctx.db, batchId),
    readLastStock(ctx.db, batchId),
  ])
  const first = runs.at(-1)
  if (first === undefined) return null
  const { profile, fromSerial, toSerial, copies, hasPin } = first
  const isUnit = toSerial > 0
  const count = isUnit ? toSerial - fromSerial + 1 : copies
  const request = {
    kind: isUnit ? 'unit' : 'batch',
    count: String(count),
    profile,
    ...(hasPin ? { pin: 'yes' } : {}),
  }
  return stock === null ? request : { ...request, stock }
}
