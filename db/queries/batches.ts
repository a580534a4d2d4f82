import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, batchCode, lotEdge } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type BatchRow = typeof batch.$inferSelect

export async function readBatchByRef(db: Database, ref: string): Promise<BatchRow | null> {
  const [row] = await db.select().from(batch).where(eq(batch.ref, ref)).limit(1)
  return row ?? null
}

export async function readBatch(db: Database, id: string): Promise<BatchRow | null> {
  const [row] = await db.select().from(batch).where(eq(batch.id, id)).limit(1)
  return row ?? null
}

/** A known code and the slot of a label its site fills. */
export type KnownCode = {
  readonly id: string
  readonly code: string
  readonly slot: 'growing_area' | 'packing_house'
}

export function findCodes(db: Database, codes: readonly string[]): Promise<KnownCode[]> {
  return db.all<KnownCode>(sql`
    SELECT c.id, c.code, k.label_slot AS slot FROM code c
      JOIN site s ON s.id = c.site_id JOIN site_kind k ON k.id = s.kind
    WHERE c.code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
}

export function findBatches(db: Database, refs: readonly string[]): Promise<BatchRow[]> {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(refs)}))`
  return db.select().from(batch).where(sql`${batch.ref} IN ${list}`)
}

export function insertBatch(db: Database, row: BatchRow): Statement {
  return db.insert(batch).values(row)
}

/** What may be declared of a batch until it is sealed. */
export type DeclaredColumns = Omit<
  BatchRow,
  'id' | 'ref' | 'organisationId' | 'sealedAt' | 'codeUseCheckedAt' | 'annulledAt' | 'createdAt'
>

/** Writes the declared fields of a batch. A trigger refuses it once the batch is sealed. */
export function updateBatchRow(db: Database, id: string, row: DeclaredColumns): Statement {
  return db.update(batch).set(row).where(eq(batch.id, id))
}

export function deleteBatchCodes(db: Database, batchId: string): Statement {
  return db.delete(batchCode).where(eq(batchCode.batchId, batchId))
}

export function insertBatchCode(
  db: Database,
  row: { batchId: string; codeId: string; slot: string },
): Statement {
  return db.insert(batchCode).values(row)
}

export function deleteInputs(db: Database, toBatchId: string): Statement {
  return db.delete(lotEdge).where(eq(lotEdge.toBatchId, toBatchId))
}

export function insertInput(
  db: Database,
  row: { fromBatchId: string; toBatchId: string; quantityKg: number; createdAt: number },
): Statement {
  return db.insert(lotEdge).values(row)
}

/** Holds while what has gone out of a batch, in kilograms, stays within what it may give. */
export function givesNoMoreThan(input: { fromBatchId: string; atMostKg: number }): SQL {
  return sql`((SELECT coalesce(sum(quantity_kg), 0) FROM lot_edge WHERE from_batch_id = ${input.fromBatchId}) <= ${input.atMostKg})`
}

/** Holds while a batch still declares this quantity and is not annulled. */
export function stillDeclares(row: Pick<BatchRow, 'id' | 'quantityValue' | 'quantityUnit'>): SQL {
  return sql`EXISTS (SELECT 1 FROM batch WHERE id = ${row.id} AND quantity_value = ${row.quantityValue}
    AND quantity_unit = ${row.quantityUnit} AND annulled_at IS NULL)`
}

/** Holds while no batch is, through any number of steps, an input of itself. */
export function isNoInputOfItself(batchId: string): SQL {
  return sql`NOT EXISTS (WITH RECURSIVE down(id) AS (
      SELECT to_batch_id FROM lot_edge WHERE from_batch_id = ${batchId}
      UNION SELECT e.to_batch_id FROM lot_edge e JOIN down ON e.from_batch_id = down.id)
    SELECT 1 FROM down WHERE id = ${batchId})`
}

export function isUnsealed(batchId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM batch WHERE id = ${batchId} AND sealed_at IS NULL AND annulled_at IS NULL)`
}

/** Kilograms that went out of a batch, not counting what went to `except`. */
export async function readGivenKg(
  db: Database,
  input: { fromBatchId: string; except?: string },
): Promise<number> {
  const row = await db.get<{ kg: number }>(sql`
    SELECT coalesce(sum(quantity_kg), 0) AS kg FROM lot_edge
    WHERE from_batch_id = ${input.fromBatchId} AND to_batch_id <> ${input.except ?? ''}`)
  return row.kg
}

export type BatchLinks = {
  readonly codes: readonly {
    readonly codeId: string
    readonly code: string
    readonly slot: string
  }[]
  readonly inputs: readonly { readonly ref: string; readonly quantityKg: number }[]
}

/** The codes and inputs of a batch. */
export async function readBatchLinks(db: Database, batchId: string): Promise<BatchLinks> {
  const [codes, inputs] = await db.batch([
    db.all<BatchLinks['codes'][number]>(sql`
      SELECT bc.code_id AS codeId, c.code, bc.slot FROM batch_code bc JOIN code c ON c.id = bc.code_id
      WHERE bc.batch_id = ${batchId} ORDER BY c.code`),
    db.all<BatchLinks['inputs'][number]>(sql`
      SELECT s.ref, e.quantity_kg AS quantityKg FROM lot_edge e JOIN batch s ON s.id = e.from_batch_id
      WHERE e.to_batch_id = ${batchId} ORDER BY s.ref`),
  ])
  return { codes, inputs }
}
