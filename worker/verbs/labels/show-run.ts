import { listRuns, type RunRow } from '../../../db/queries/runs.ts'
import type { BatchProfile } from '../../domain/label/subject.ts'
import type { ExceptionKind } from '../../domain/standing/types.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { Call, Reading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { exceptionsOfRun } from './exceptions-of-run.ts'
import { loadRun } from './load-run.ts'

/** A run as its issuer sees it; instants are ISO 8601 in UTC. */
export type RunView = {
  readonly id: string
  readonly ref: string
  readonly profile: BatchProfile
  readonly kid: string
  readonly fromSerial: number
  readonly toSerial: number
  readonly copies: number
  readonly hasPin: boolean
  readonly createdAt: string
}

export type ExceptionView = {
  readonly id: string
  readonly kind: ExceptionKind
  readonly from: number | null
  readonly to: number | null
  readonly effectiveOn: string
  readonly reason: string | null
}

/** A run alone: it never changes. */
export async function viewRun({ ctx, input }: Call<{ runId: string }>): Promise<RunView> {
  const { run, batch } = await loadRun(ctx, input.runId, 'labels.issue')
  return toRunView(run, batch.ref)
}

export function toRunView(run: RunRow, ref: string): RunView {
  const { id, profile, kid, fromSerial, toSerial, copies, hasPin, createdAt } = run
  return {
    id,
    ref,
    profile,
    kid,
    fromSerial,
    toSerial,
    copies,
    hasPin,
    createdAt: new Date(createdAt).toISOString(),
  }
}

/** A run and what has happened to its labels since. */
export async function showRun({
  ctx,
  input,
}: Call<{ runId: string }>): Promise<RunView & { exceptions: ExceptionView[] }> {
  const { run, batch } = await loadRun(ctx, input.runId, readingPermission(ctx))
  const standing = await exceptionsOfRun(ctx.db, run)
  const exceptions = standing.map(({ id, kind, fromSerial, toSerial, effectiveOn, reason }) => ({
    id,
    kind,
    from: fromSerial,
    to: toSerial,
    effectiveOn,
    reason,
  }))
  return { ...toRunView(run, batch.ref), exceptions }
}

/** The runs of a batch, newest first. */
export async function listRunsOfBatch(ctx: Reading, typedRef: string): Promise<RunView[]> {
  const batch = await loadBatch(ctx, typedRef, readingPermission(ctx))
  const runs = await listRuns(ctx.db, batch.id)
  return runs.map((run) => toRunView(run, batch.ref))
}
