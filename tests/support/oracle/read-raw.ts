import { eq } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { codeStatusEvent, labelException, labelRun, signingKey } from '../../../db/schema/index.ts'
import type {
  CodeStatus,
  ExceptionFacts,
  ExceptionKind,
  RunFacts,
  StatusEvent,
} from '../../../worker/domain/standing/types.ts'

/** All decisions on a code as they are stored, whatever became of them. */
export async function rawEvents(db: Database, codeId: string): Promise<StatusEvent[]> {
  const rows = await db.select().from(codeStatusEvent).where(eq(codeStatusEvent.codeId, codeId))
  return rows.map(({ id, market, status, effectiveOn, recordedAt, amendsId }) => ({
    id,
    market,
    status: status as CodeStatus,
    effectiveOn,
    recordedAt,
    reason: null,
    documentNo: null,
    text: null,
    amends: amendsId,
  }))
}

/** All exceptions of a batch as they are stored. */
export async function rawExceptions(db: Database, batchId: string): Promise<ExceptionFacts[]> {
  const rows = await db.select().from(labelException).where(eq(labelException.batchId, batchId))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ExceptionKind,
    runId: row.runId,
    fromSerial: row.fromSerial,
    toSerial: row.toSerial,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    text: null,
    documentNo: null,
    amends: row.amendsId,
    authority: row.authority,
    withdrawn: row.withdrawn,
  }))
}

/** All runs of a batch with what became of their keys. */
export async function rawRuns(db: Database, batchId: string): Promise<RunFacts[]> {
  const rows = await db
    .select()
    .from(labelRun)
    .innerJoin(signingKey, eq(signingKey.kid, labelRun.kid))
    .where(eq(labelRun.batchId, batchId))
  return rows.map(({ label_run: run, signing_key: key }) => ({
    id: run.id,
    profile: run.profile as RunFacts['profile'],
    kid: run.kid,
    fromSerial: run.fromSerial,
    toSerial: run.toSerial,
    createdAt: run.createdAt,
    keyRevokedFrom: key.revokedFrom,
    keyRevokedAt: key.revokedAt,
    hasPin: run.hasPin,
  }))
}
