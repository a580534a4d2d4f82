import { and, desc, eq, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import {
  batch,
  batchSale,
  labelException,
  organisation,
  product,
  recallCase,
  recallCaseBatch,
  recallReceiver,
} from '../schema/index.ts'
import { among } from './among.ts'
import { insertRows } from './insert-rows.ts'
import { ownedWithin } from './owned-within.ts'
import { pick } from './pick.ts'
import { standsWith } from './row-guards.ts'
import { readOf, setOf, updateOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type RecallCaseRow = typeof recallCase.$inferSelect
export type ReceiverRow = typeof recallReceiver.$inferSelect

const MOST = 500

/** Recalls of organisations within bounds, newest first. */
export function listRecallCases(
  db: Database,
  asked: { readonly bounds: Bounds; readonly limit: number },
) {
  return db
    .select({ recall: recallCase, organisation: organisation.name })
    .from(recallCase)
    .innerJoin(organisation, eq(organisation.id, recallCase.organisationId))
    .where(ownedWithin(recallCase.organisationId, asked.bounds))
    .orderBy(desc(recallCase.startedAt), desc(recallCase.id))
    .limit(asked.limit)
}

export const readRecallCase = readOf(recallCase, recallCase.id)

/** The batches of a recall. */
export function listBatchesOfCase(db: Database, caseId: string) {
  return db
    .select({
      ...pick(batch, 'id', 'ref', 'lot', 'packedOn', 'quantityValue', 'quantityUnit'),
      ...pick(batch, 'sealedAt', 'annulledAt'),
      product: product.name,
    })
    .from(recallCaseBatch)
    .innerJoin(batch, eq(batch.id, recallCaseBatch.batchId))
    .innerJoin(product, eq(product.id, batch.productId))
    .where(eq(recallCaseBatch.caseId, caseId))
    .orderBy(batch.lot)
    .limit(MOST)
}

/** Who goods of some batches went to, newest first. */
export function listSales(db: Database, batchIds: readonly string[]) {
  return db
    .select({ sale: batchSale, lot: batch.lot, ref: batch.ref })
    .from(batchSale)
    .innerJoin(batch, eq(batch.id, batchSale.batchId))
    .where(sql`${batchSale.batchId} IN ${among(batchIds)}`)
    .orderBy(desc(batchSale.soldOn), batchSale.id)
    .limit(MOST)
}

/** Who is to be reached in a recall, and what they answered. */
export function listReceivers(db: Database, caseId: string) {
  return db
    .select({ receiver: recallReceiver, sale: batchSale, lot: batch.lot, product: product.name })
    .from(recallReceiver)
    .innerJoin(batchSale, eq(batchSale.id, recallReceiver.saleId))
    .innerJoin(batch, eq(batch.id, batchSale.batchId))
    .innerJoin(product, eq(product.id, batch.productId))
    .where(eq(recallReceiver.caseId, caseId))
    .orderBy(batchSale.buyer, recallReceiver.id)
    .limit(MOST)
}

/** What a receiver's link is about. */
export async function readReceiver(
  db: Database,
  by: { readonly secretHash: string } | { readonly id: string },
) {
  const [row] = await db
    .select({
      receiver: recallReceiver,
      recall: recallCase,
      sale: batchSale,
      lot: batch.lot,
      product: product.name,
      organisation: pick(organisation, 'name', 'hotline', 'address'),
    })
    .from(recallReceiver)
    .innerJoin(recallCase, eq(recallCase.id, recallReceiver.caseId))
    .innerJoin(organisation, eq(organisation.id, recallCase.organisationId))
    .innerJoin(batchSale, eq(batchSale.id, recallReceiver.saleId))
    .innerJoin(batch, eq(batch.id, batchSale.batchId))
    .innerJoin(product, eq(product.id, batch.productId))
    .where('id' in by ? eq(recallReceiver.id, by.id) : eq(recallReceiver.secretHash, by.secretHash))
    .limit(1)
  return row ?? null
}

export function insertCase(
  db: Database,
  rows: {
    readonly recall: RecallCaseRow
    readonly batches: readonly (typeof recallCaseBatch.$inferInsert)[]
    readonly receivers: readonly ReceiverRow[]
  },
): Statement[] {
  return [
    db.insert(recallCase).values(rows.recall),
    insertRows(db, recallCaseBatch, rows.batches),
    ...(rows.receivers.length === 0 ? [] : [insertRows(db, recallReceiver, rows.receivers)]),
  ]
}

export const answerOfReceiver = setOf(
  recallReceiver,
  ...(['confirmedAt', 'foundKg', 'returnedKg', 'note', 'byProducer'] as const),
)

export const updateCase = updateOf(recallCase)

/** Holds while a recall goes on. */
export const isOpenCase = standsWith(recallCase, { closedAt: null })

/** The recalls of whole batches that stand among some batches. */
export function standingRecalls(
  db: Database,
  batchIds: readonly string[],
): Promise<{ batchId: string; exceptionId: string }[]> {
  return db
    .select({ batchId: labelException.batchId, exceptionId: labelException.id })
    .from(labelException)
    .where(
      and(
        sql`${labelException.batchId} IN ${among(batchIds)}`,
        eq(labelException.kind, 'recalled'),
        sql`${labelException.runId} IS NULL AND NOT ${labelException.withdrawn}`,
        sql`NOT EXISTS (SELECT 1 FROM label_exception a WHERE a.amends_id = ${labelException.id})`,
      ),
    )
    .limit(MOST)
}
