import type { ImportProducer, ImportProduct } from '../../../db/queries/batch-imports.ts'
import { fill } from '../../copy/fill.ts'
import { BATCH_REPORT } from '../../copy/reports/batches.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { BatchRecord } from '../../domain/lists/records/batch-records.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { BatchListState } from './batch-list-state.ts'

type Refusal = {
  readonly ok: false
  readonly id: string
  readonly column: string
  readonly value: string
  readonly reason: string
}

/**
 * The producer a row names. It has to be known already (lists of codes bring holders in); where
 * several share the name, the holder of the row's growing areas is meant. In somebody's own list only
 * their own organisation may stand.
 */
export function producerOf(
  state: BatchListState,
  record: BatchRecord,
): { readonly ok: true; readonly producer: ImportProducer } | Refusal {
  const { producerName } = record
  const named = state.producersByName.get(foldVietnamese(producerName)) ?? []
  const { ownId } = state
  const own = named.find(({ id }) => id === ownId)
  if (own !== undefined) return { ok: true, producer: own }
  if (ownId !== null) {
    const reason = fill(BATCH_REPORT.notOwn, { name: producerName })
    return refused(producerName, reason)
  }
  const holders = new Set(
    record.growingAreaCodes.flatMap((code) => state.codes.get(code)?.organisationId ?? []),
  )
  const holding = named.filter(({ id }) => holders.has(id))
  const [only, ...others] = named.length > 1 && holding.length > 0 ? holding : named
  if (only !== undefined && others.length === 0) return { ok: true, producer: only }
  const reason =
    only === undefined
      ? fill(BATCH_REPORT.producerUnknown, { name: producerName })
      : fill(BATCH_REPORT.producerAmbiguous, { count: named.length, name: producerName })
  return refused(producerName, reason)
}

function refused(value: string, reason: string): Refusal {
  return { ok: false, id: 'producerName', column: REPORT_COLUMNS.producer, value, reason }
}

/**
 * The product a row names: by GTIN, else by name within the producer; a new one where there is none,
 * because a batch list names all that a product needs. A GTIN belongs to one product only.
 */
export function productOf(
  state: BatchListState,
  input: { readonly record: BatchRecord; readonly producer: ImportProducer },
):
  | {
      readonly ok: true
      readonly product: ImportProduct
      readonly isNew: boolean
      readonly note: string | null
    }
  | Refusal {
  const { record, producer } = input
  const { gtin, productName } = record
  const nameFolded = foldVietnamese(productName)
  const byGtin = gtin === null ? undefined : state.productsByGtin.get(gtin)
  const refusal = (reason: string): Refusal => {
    return { ok: false, id: 'gtin', column: 'GTIN', value: gtin ?? '', reason }
  }
  if (gtin !== null && byGtin !== undefined) {
    if (byGtin.organisationId !== producer.id) {
      return refusal(fill(BATCH_REPORT.gtinOfOthers, { gtin }))
    }
    const differs = byGtin.nameFolded !== nameFolded
    const note = differs ? fill(BATCH_REPORT.gtinOtherName, { gtin, name: byGtin.name }) : null
    return { ok: true, product: byGtin, isNew: false, note }
  }
  const byName = state.productsByName.get(`${producer.id}\n${nameFolded}`)
  if (byName !== undefined) {
    if (gtin !== null && byName.gtin !== null) {
      return refusal(fill(BATCH_REPORT.otherGtin, { name: byName.name, gtin: byName.gtin }))
    }
    const note = gtin === null ? null : fill(BATCH_REPORT.gtinNotKept, { name: byName.name })
    return { ok: true, product: byName, isNew: false, note }
  }
  const organisationId = producer.id
  const product = { id: state.newId(), organisationId, name: productName, nameFolded, gtin }
  const note = fill(BATCH_REPORT.newProduct, { name: productName, producer: producer.name })
  return { ok: true, product, isNew: true, note }
}
