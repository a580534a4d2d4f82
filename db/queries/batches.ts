import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, batchCode, code, lotEdge, site, siteKind } from '../schema/index.ts'
import { among } from './among.ts'
import {
  type BatchHarvestRow,
  type BatchPurchaseRow,
  harvestsOf,
  purchasesOf,
} from './batch-goods.ts'
import { number, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { standsWith } from './row-guards.ts'
import { deleteOf, insertOf, insertPartOf, readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import { WENT_SOMEWHERE } from './went-somewhere.ts'

export type BatchRow = typeof batch.$inferSelect

export const readBatchByRef = readOf(batch, batch.ref)

/** The batch that a lot number of a product goes to, unless it is annulled. */
export function readBatchOfLot(
  db: Database,
  { organisationId, productId, lot }: Pick<BatchRow, 'organisationId' | 'productId' | 'lot'>,
): Promise<BatchRow | null> {
  const wanted = and(
    eq(batch.organisationId, organisationId),
    eq(batch.productId, productId),
    eq(batch.lot, lot),
    isNull(batch.annulledAt),
  )
  return firstOf(db.select().from(batch).where(wanted).limit(1))
}

export const readBatch = readOf(batch, batch.id)

const KNOWN = { id: code.id, code: code.code, slot: siteKind.labelSlot }

/** A known code and the slot of a label its site fills. */
export type KnownCode = RowOf<typeof KNOWN>

export function findCodes(db: Database, codes: readonly string[]): Promise<KnownCode[]> {
  return db
    .select(KNOWN)
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .where(sql`${code.code} IN ${among(codes)}`)
}

export function findBatches(db: Database, refs: readonly string[]): Promise<BatchRow[]> {
  return db
    .select()
    .from(batch)
    .where(sql`${batch.ref} IN ${among(refs)}`)
}

export const insertBatch = insertOf(batch)

/** What may be declared of a batch until it is sealed. */
export type DeclaredColumns = Omit<
  BatchRow,
  | 'id'
  | 'ref'
  | 'organisationId'
  | 'sealedAt'
  | 'codeUseCheckedAt'
  | 'annulledAt'
  | 'createdAt'
  | 'importId'
>

/** Writes the declared fields of a batch. A trigger refuses it once the batch is sealed. */
export function updateBatchRow(db: Database, id: string, row: DeclaredColumns): Statement {
  return db.update(batch).set(row).where(eq(batch.id, id))
}

export const deleteBatchCodes = deleteOf(batchCode, batchCode.batchId)

export const insertBatchCode = insertPartOf(batchCode)

export const deleteInputs = deleteOf(lotEdge, lotEdge.toBatchId)

export const insertInput = insertPartOf(lotEdge)

/** Holds while what has gone out of a batch, in kilograms, stays within what it may give. */
export function givesNoMoreThan(input: { fromBatchId: string; atMostKg: number }): SQL {
  return sql`((SELECT coalesce(sum(quantity_kg), 0) FROM lot_edge
    WHERE from_batch_id = ${input.fromBatchId} AND ${WENT_SOMEWHERE}) <= ${input.atMostKg})`
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

export const isUnsealed = standsWith(batch, { sealedAt: null, annulledAt: null })

/** Kilograms that went out of a batch, not counting what went to `except`. */
export async function readGivenKg(
  db: Database,
  input: { fromBatchId: string; except?: string },
): Promise<number> {
  const { fromBatchId, except = '' } = input
  const [row] = await db
    .select({ kg: number(sql`coalesce(sum(${lotEdge.quantityKg}), 0)`) })
    .from(lotEdge)
    .where(and(eq(lotEdge.fromBatchId, fromBatchId), ne(lotEdge.toBatchId, except), WENT_SOMEWHERE))
  return row?.kg ?? 0
}

const LINKED_CODE = { codeId: batchCode.codeId, code: code.code, slot: batchCode.slot }

export type BatchLinks = {
  readonly codes: readonly RowOf<typeof LINKED_CODE>[]
  readonly inputs: readonly RowOf<typeof INPUT>[]
  readonly harvests: readonly BatchHarvestRow[]
  readonly purchases: readonly BatchPurchaseRow[]
}

/** The codes of a batch and all it is made of. */
export async function readBatchLinks(db: Database, batchId: string): Promise<BatchLinks> {
  const [codes, inputs, harvests, purchases] = await db.batch([
    db
      .select(LINKED_CODE)
      .from(batchCode)
      .innerJoin(code, eq(code.id, batchCode.codeId))
      .where(eq(batchCode.batchId, batchId))
      .orderBy(code.code),
    inputsOf(db, batchId),
    harvestsOf(db, batchId),
    purchasesOf(db, batchId),
  ])
  return { codes, inputs, harvests, purchases }
}

const INPUT = { ref: batch.ref, quantityKg: lotEdge.quantityKg }

/** What went into a batch, in the order of REFs. */
export function inputsOf(db: Database, toBatchId: string) {
  return db
    .select(INPUT)
    .from(lotEdge)
    .innerJoin(batch, eq(batch.id, lotEdge.fromBatchId))
    .where(eq(lotEdge.toBatchId, toBatchId))
    .orderBy(batch.ref)
}
