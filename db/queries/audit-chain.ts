import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { AuditRow } from '../../worker/domain/audit/audit-row.ts'
import type { Database } from '../client.ts'
import { auditLog, auditSeal } from '../schema/index.ts'
import { maybe, number, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import { pick } from './pick.ts'
import { rowOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type Seal = { readonly seq: number; readonly hash: string }

/** Texts as they are stored: the chain is of those. */
const ROW = {
  ...pick(auditLog, 'seq', 'at', 'actor', 'action', 'entity', 'entityId', 'reason', 'source'),
  before: maybe(text(sql`${auditLog.before}`)),
  after: maybe(text(sql`${auditLog.after}`)),
}

/**
 * Rows after the last seal, in order, with that seal beside each; one round trip, and none to read
 * when all is sealed. Texts come as they are stored.
 */
export async function readUnsealed(
  db: Database,
  limit: number,
): Promise<{ previous: Seal | null; rows: AuditRow[] }> {
  const last = sql`FROM audit_seal ORDER BY seq DESC LIMIT 1`
  const found = await db
    .select({
      ...ROW,
      sealedSeq: maybe(number(sql`(SELECT seq ${last})`)),
      sealedHash: maybe(text(sql`(SELECT hash ${last})`)),
    })
    .from(auditLog)
    .where(sql`${auditLog.seq} > coalesce((SELECT seq ${last}), 0)`)
    .orderBy(auditLog.seq)
    .limit(limit)
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
  return firstOf(db.select().from(auditSeal).orderBy(desc(auditSeal.seq)).limit(1))
}

export function readSeal(db: Database, seq: number): Promise<Seal | null> {
  return firstOf(db.select().from(auditSeal).where(eq(auditSeal.seq, seq)))
}

/**
 * How far the log reaches, at one moment: the last row, the last seal, and the last number ever
 * given out (SQLite remembers it although the row be gone). 0 where there is none.
 */
export function readChainEnds(
  db: Database,
): Promise<{ lastRow: number; lastSeal: number; lastGiven: number }> {
  return rowOf(db, {
    lastRow: number(sql`coalesce((SELECT max(seq) FROM audit_log), 0)`),
    lastSeal: number(sql`coalesce((SELECT max(seq) FROM audit_seal), 0)`),
    lastGiven: number(sql`coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'), 0)`),
  })
}

/** The next rows after `after` (null: from the very first, whatever its number) with their seals. */
export function readChainPage(
  db: Database,
  input: { after: number | null; upTo: number; limit: number },
): Promise<(AuditRow & { hash: string | null })[]> {
  const { seq } = auditLog
  return db
    .select({ ...ROW, hash: auditSeal.hash })
    .from(auditLog)
    .leftJoin(auditSeal, eq(auditSeal.seq, seq))
    .where(and(input.after === null ? undefined : gt(seq, input.after), lte(seq, input.upTo)))
    .orderBy(seq)
    .limit(input.limit)
}
