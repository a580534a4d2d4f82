import { sql } from 'drizzle-orm'
import type { AuditRow } from '../../worker/domain/audit/audit-row.ts'
import type { Database } from '../client.ts'
import { auditSeal } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import type { Statement } from './run-batch.ts'

export type Seal = { readonly seq: number; readonly hash: string }

const ROW = sql`l.seq, l.at, l.actor, l.action, l.entity, l.entity_id AS entityId,
  l.before, l.after, l.reason, l.source`

/**
 * Rows after the last seal, in order, with that seal beside each; one round trip, and none to read
 * when all is sealed. Texts come as they are stored.
 */
export async function readUnsealed(
  db: Database,
  limit: number,
): Promise<{ previous: Seal | null; rows: AuditRow[] }> {
  const found = await db.all<
    AuditRow & { sealedSeq: number | null; sealedHash: string | null }
  >(sql`
    WITH last AS (SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1)
    SELECT ${ROW}, (SELECT seq FROM last) AS sealedSeq, (SELECT hash FROM last) AS sealedHash
    FROM audit_log l WHERE l.seq > coalesce((SELECT seq FROM last), 0)
    ORDER BY l.seq LIMIT ${limit}`)
  const [first] = found
  const seq = first?.sealedSeq ?? null
  const hash = first?.sealedHash ?? null
  return { previous: seq === null || hash === null ? null : { seq, hash }, rows: found }
}

/** Adds seals after `previous`; refused by a guard when somebody else has added some meanwhile. */
export function sealStatements(
  db: Database,
  input: { previous: Seal | null; seals: readonly Seal[] },
): Statement[] {
  const { previous, seals } = input
  const unchanged =
    previous === null
      ? sql`NOT EXISTS (SELECT 1 FROM audit_seal)`
      : sql`(SELECT hash FROM audit_seal ORDER BY seq DESC LIMIT 1) = ${previous.hash}`
  return [guardStatement(db, unchanged), db.insert(auditSeal).values([...seals])]
}

/** The newest seal: what to keep elsewhere. Null before the first. */
export function readHead(db: Database): Promise<Seal | null> {
  return firstOf(db.all<Seal>(sql`SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1`))
}

export function readSeal(db: Database, seq: number): Promise<Seal | null> {
  return firstOf(db.all<Seal>(sql`SELECT seq, hash FROM audit_seal WHERE seq = ${seq}`))
}

/**
 * How far the log reaches, at one moment: the last row, the last seal, and the last number ever
 * given out (SQLite remembers it although the row be gone). 0 where there is none.
 */
export async function readChainEnds(
  db: Database,
): Promise<{ lastRow: number; lastSeal: number; lastGiven: number }> {
  const [ends] = await db.all<{ lastRow: number; lastSeal: number; lastGiven: number }>(sql`
    SELECT coalesce((SELECT max(seq) FROM audit_log), 0) AS lastRow,
      coalesce((SELECT max(seq) FROM audit_seal), 0) AS lastSeal,
      coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'), 0) AS lastGiven`)
  return ends ?? { lastRow: 0, lastSeal: 0, lastGiven: 0 }
}

/** The next rows after `after` (null: from the very first, whatever its number) with their seals. */
export function readChainPage(
  db: Database,
  input: { after: number | null; upTo: number; limit: number },
): Promise<(AuditRow & { hash: string | null })[]> {
  const from = input.after === null ? sql`true` : sql`l.seq > ${input.after}`
  return db.all<AuditRow & { hash: string | null }>(sql`
    SELECT ${ROW}, s.hash FROM audit_log l LEFT JOIN audit_seal s ON s.seq = l.seq
    WHERE ${from} AND l.seq <= ${input.upTo} ORDER BY l.seq LIMIT ${input.limit}`)
}
