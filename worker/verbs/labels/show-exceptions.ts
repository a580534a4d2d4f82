import {
  type ExceptionRow,
  listAllExceptions,
  listStandingExceptions,
  readException,
} from '../../../db/queries/exceptions.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { ExceptionKind } from '../../domain/standing/types.ts'
import { isoInstant } from '../../lib/time/iso-instant.ts'
import { loadBatch, readBatchTo } from '../batches/load-batch.ts'
import type { Reading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { notFound } from '../guard/refusals.ts'

/** What was said against labels of a batch, as its issuer sees it. */
export type BatchException = {
  readonly id: string
  readonly ref: string
  readonly kind: ExceptionKind
  /** Null where it was said of the whole batch. */
  readonly runId: string | null
  readonly from: number | null
  readonly to: number | null
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly reason: string | null
  readonly documentNo: string | null
  /** The exception it takes back; null for one that says something itself. */
  readonly takesBack: string | null
  /** False once it was taken back or another has taken its place. */
  readonly holds: boolean
}

/** The exceptions of a batch that hold, in the order of recording; on request those that do not, too. */
export async function listExceptions(
  ctx: Reading,
  asked: { readonly ref: string; readonly all: boolean },
): Promise<BatchException[]> {
  const batch = await loadBatch(ctx, asked.ref, readingPermission(ctx))
  const rows = await listAllExceptions(ctx.db, batch.id)
  const amended = new Set(rows.map(({ amendsId }) => amendsId))
  return rows
    .map((row) => toView(row, { ref: batch.ref, holds: !row.withdrawn && !amended.has(row.id) }))
    .filter(({ holds }) => asked.all || holds)
}

/** One exception, whether it holds or not; another organisation's is simply not there. */
export async function showException(ctx: Reading, id: string): Promise<BatchException> {
  const row = await readException(ctx.db, id)
  const batch = row === null ? null : await readBatchTo(ctx, row.batchId, readingPermission(ctx))
  if (row === null || batch === null) throw notFound(fillAll(THINGS.exception, { id }))
  const standing = await listStandingExceptions(ctx.db, batch.id)
  return toView(row, { ref: batch.ref, holds: standing.some((other) => other.id === id) })
}

function toView(
  row: ExceptionRow,
  { ref, holds }: { readonly ref: string; readonly holds: boolean },
): BatchException {
  return {
    id: row.id,
    ref,
    kind: row.kind,
    runId: row.runId,
    from: row.fromSerial,
    to: row.toSerial,
    effectiveOn: row.effectiveOn,
    recordedAt: isoInstant(row.recordedAt),
    reason: row.reason,
    documentNo: row.documentNo,
    takesBack: row.withdrawn ? row.amendsId : null,
    holds,
  }
}
