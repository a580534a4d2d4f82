import { listRuns } from '../../../db/queries/runs.ts'
import type { VerbContext } from '../context.ts'

/** What was asked for when the labels of a batch were first printed, as a form asks it; null without any. */
export async function firstRequest(ctx: Pick<VerbContext, 'db'>, batchId: string) {
  const first = (await listRuns(ctx.db, batchId)).at(-1)
  if (first === undefined) return null
  const { profile, fromSerial, toSerial, copies } = first
  const isUnit = toSerial > 0
  const count = isUnit ? toSerial - fromSerial + 1 : copies
  return { kind: isUnit ? 'unit' : 'batch', count: String(count), profile }
}
