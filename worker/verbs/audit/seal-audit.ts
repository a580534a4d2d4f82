import type { Database } from '../../../db/client.ts'
import { readUnsealed, type Seal, sealStatements } from '../../../db/queries/audit-chain.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import type { AuditRow } from '../../domain/audit/audit-row.ts'
import { AUDIT_GENESIS, sealHash } from '../../domain/audit/seal-hash.ts'

const ROWS_PER_STEP = 100

/**
 * Seals all rows of the audit log that have no seal yet, in order; returns how many it sealed. The
 * hashes follow from the rows alone, so of two who seal at once one writes and the other goes on
 * after it. One small read when there is nothing to do. `maxRows` bounds the work of one request:
 * what is left is sealed after the next.
 */
export async function sealAudit(
  db: Database,
  maxRows: number = Number.POSITIVE_INFINITY,
): Promise<number> {
  let sealed = 0
  while (sealed < maxRows) {
    const { previous, rows } = await readUnsealed(db, ROWS_PER_STEP)
    if (rows.length === 0) return sealed
    const seals = await sealsOf(previous, rows)
    try {
      // The log seals itself, after every change: no `change()`, which would log it.
      await runBatch(db, sealStatements(db, { previous, seals }))
      sealed += seals.length
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
    }
    if (rows.length < ROWS_PER_STEP) return sealed
  }
  return sealed
}

async function sealsOf(previous: Seal | null, rows: readonly AuditRow[]): Promise<Seal[]> {
  const seals: Seal[] = []
  let hash = previous?.hash ?? AUDIT_GENESIS
  for (const row of rows) {
    hash = await sealHash(hash, row)
    seals.push({ seq: row.seq, hash })
  }
  return seals
}
