import type {
  BatchCode,
  BatchImportRows,
  ImportBatch,
  ImportCode,
  ImportProducer,
  ImportProduct,
  NewBatch,
} from '../../../db/queries/batch-imports.ts'

/** What a list of batches is decided with; products that rows add are taken up as they come. */
export type BatchListState = {
  readonly producersByName: ReadonlyMap<string, readonly ImportProducer[]>
  readonly productsByName: Map<string, ImportProduct>
  readonly productsByGtin: Map<string, ImportProduct>
  readonly codes: ReadonlyMap<string, ImportCode>
  /** By product and lot. */
  readonly batches: ReadonlyMap<string, ImportBatch>
  /** Where this list says a lot first, by product and lot. */
  readonly seen: Map<string, { readonly sheet: string; readonly row: number }>
  /** The organisation whose own list it is; null where anybody's batches may stand in it. */
  readonly ownId: string | null
  readonly newId: () => string
  readonly newRef: () => string
  /** Calendar date in Viet Nam. */
  readonly today: string
}

/** What one row of a list of batches writes. */
export type BatchWrite = {
  readonly product: ImportProduct | null
  readonly batch: NewBatch
  readonly codes: readonly BatchCode[]
  /** The batch as it was, where it is changed and not new. */
  readonly before: ImportBatch | null
}

export function createBatchListState(
  rows: BatchImportRows,
  rest: Pick<BatchListState, 'newId' | 'newRef' | 'today' | 'seen' | 'ownId'>,
): BatchListState {
  const state: BatchListState = {
    ...rest,
    producersByName: Map.groupBy(rows.producers, ({ nameFolded }) => nameFolded),
    productsByName: new Map(),
    productsByGtin: new Map(),
    codes: new Map(rows.codes.map((code) => [code.code, code])),
    batches: new Map(rows.batches.map((batch) => [lotKey(batch), batch])),
  }
  for (const product of rows.products) takeUpProduct(state, product)
  return state
}

export function takeUpProduct(state: BatchListState, product: ImportProduct): void {
  state.productsByName.set(`${product.organisationId}\n${product.nameFolded}`, product)
  if (product.gtin !== null) state.productsByGtin.set(product.gtin, product)
}

/** Lots are unique within a product (`batch_lot`). */
export function lotKey(batch: { readonly productId: string; readonly lot: string }): string {
  return `${batch.productId}\n${batch.lot}`
}
