import { customAlphabet } from 'nanoid'
import {
  type BatchImportRows,
  type ImportProduct,
  insertBatches,
  readForBatchImport,
} from '../../../db/queries/batch-imports.ts'
import {
  deleteBatchCodes,
  givesNoMoreThan,
  insertBatchCode,
  isUnsealed,
  updateBatchRow,
} from '../../../db/queries/batches.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import { insertProduct } from '../../../db/queries/product-imports.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { CROCKFORD } from '../../domain/label/base32.ts'
import { completeRef } from '../../domain/label/ref.ts'
import {
  type BatchImportOptions,
  type BatchRecord,
  readBatchRecordsInSteps,
} from '../../domain/lists/records/batch-records.ts'
import { BATCH_SPEC } from '../../domain/lists/records/batch-spec.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { kilogramsOf, mostFrom } from '../batches/mass-balance.ts'
import type { Call, VerbContext } from '../context.ts'
import {
  type BatchListState,
  type BatchWrite,
  createBatchListState,
  takeUpProduct,
} from './batch-list-state.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { importOpened, type ListOpening, openList } from './opened-list.ts'
import { ownOrganisation } from './own-lists.ts'
import { planBatches } from './plan-batches.ts'
import { readKnowingCodes } from './read-knowing-codes.ts'

/** With the REF of each lot the list names, for the labels that come next; none after a dry run. */
export type BatchImportOutcome =
  | (Extract<ImportOutcome, { ok: true }> & {
      readonly batches: readonly { readonly ref: string; readonly lot: string }[]
    })
  | Extract<ImportOutcome, { ok: false }>

type BatchRecords = readonly ImportedRecord<BatchRecord>[]

const sevenRandom = customAlphabet(CROCKFORD, 7)

/**
 * Reads a list of packed batches. The producer must be known (lists of codes bring holders in); a
 * product it does not have yet is added. A lot stands once for a product: known again it is left or
 * brought up to date until its first label seals it. A second import of the same file changes nothing.
 */
export async function importBatches({
  ctx,
  input,
}: Call<ImportInput>): Promise<BatchImportOutcome> {
  const opening = await openBatchList({ ctx, input })
  const outcome = await importOpened(opening, input)
  if (!outcome.ok) return outcome
  if (input.dryRun) return { ...outcome, batches: [] }
  const { batches } = await readFor(ctx, opening.records)
  return { ...outcome, batches: batches.map(({ ref, lot }) => ({ ref, lot })) }
}

/** Reads a list of batches, to be looked at or stored. */
export async function openBatchList({
  ctx,
  input,
}: Call<ListFile>): Promise<ListOpening & { readonly records: BatchRecords }> {
  const ownId = ownOrganisation(ctx)
  const kind: ImportKind<BatchRecord, BatchWrite> = {
    id: 'batches',
    version: null,
    planner: (mode) => batchPlanner(ctx, { mode, ownId }),
    statements: (writes, importId) => statementsOf(ctx, writes, importId),
  }
  let records: BatchRecords = []
  const opening = await openList(ctx, input, {
    spec: BATCH_SPEC,
    read: async (workbook) => {
      const read = (known: BatchImportOptions) => readBatchRecordsInSteps(workbook, known)
      const result = await readKnowingCodes(ctx, read, keysOf)
      if (result.ok) records = result.records
      return { result, kind }
    },
  })
  return { ...opening, records }
}

function batchPlanner(
  ctx: VerbContext,
  { mode, ownId }: { readonly mode: 'storing' | 'dry'; readonly ownId: string | null },
): RowPlanner<BatchRecord, BatchWrite> {
  const seen: BatchListState['seen'] = new Map()
  const added: ImportProduct[] = []
  const newRef = () => completeRef(sevenRandom())
  return async (records) => {
    const rows = await readFor(ctx, records)
    const today = vietnamDateOf(ctx.now())
    const state = createBatchListState(rows, { newId: ctx.newId, newRef, today, seen, ownId })
    for (const product of added) takeUpProduct(state, product)
    const plan = planBatches(state, records)
    if (mode === 'dry') {
      added.push(...plan.flatMap((row) => ('write' in row ? (row.write.product ?? []) : [])))
    }
    return plan
  }
}

function readFor(ctx: VerbContext, records: BatchRecords): Promise<BatchImportRows> {
  const questions = records.map((imported) => {
    const { producerName, productName, gtin, lot } = imported.record
    return {
      producer: foldVietnamese(producerName),
      productName: foldVietnamese(productName),
      ...{ gtin, lot, keys: keysOf([imported]) },
    }
  })
  return readForBatchImport(ctx.db, questions)
}

function statementsOf(
  ctx: VerbContext,
  writes: readonly BatchWrite[],
  importId: string,
): Statement[] {
  const { db } = ctx
  const products = writes.flatMap(({ product }) => product ?? [])
  const changed = writes.filter(({ before }) => before !== null)
  return [
    ...products.flatMap((product) => [
      insertProduct(db, { ...product, createdAt: ctx.now() }),
      auditStatement(ctx, {
        action: 'product.create',
        entity: 'product',
        entityId: product.id,
        after: { name: product.name, gtin: product.gtin, organisationId: product.organisationId },
      }),
    ]),
    ...insertBatches(
      db,
      writes.filter(({ before }) => before === null),
      { createdAt: ctx.now(), importId },
    ),
    ...changed.flatMap((write) => updateStatements(ctx, write)),
  ]
}

function updateStatements(ctx: VerbContext, { batch, codes, before }: BatchWrite): Statement[] {
  const { db } = ctx
  const { id, ref: _ref, organisationId: _owner, ...fields } = batch
  const ownKg = kilogramsOf({ value: batch.quantityValue, unit: batch.quantityUnit })
  const atMostKg = ownKg === null ? 0 : mostFrom(ownKg)
  return [
    guardStatement(db, isUnsealed(id)),
    updateBatchRow(db, id, fields),
    deleteBatchCodes(db, id),
    ...codes.map(({ codeId, slot }) => insertBatchCode(db, { batchId: id, codeId, slot })),
    guardStatement(db, givesNoMoreThan({ fromBatchId: id, atMostKg })),
    auditStatement(ctx, {
      action: 'batch.update',
      entity: 'batch',
      entityId: id,
      before,
      after: { ...fields, codes },
    }),
  ]
}

function keysOf(records: BatchRecords): string[] {
  const codes = records.flatMap(({ record }) => [
    ...record.growingAreaCodes,
    ...(record.packingHouseCode === null ? [] : [record.packingHouseCode]),
  ])
  return [...new Set(codes.map(codeSearchKey))]
}
