import type { ImportBatch, ImportCode, ImportProduct } from '../../../db/queries/batch-imports.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_KINDS } from '../../copy/names.ts'
import { BATCH_REPORT } from '../../copy/reports/batches.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { BatchRecord } from '../../domain/lists/records/batch-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { formatQuantity } from '../../lib/measure/format-quantity.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { formatDate } from '../../lib/time/format-date.ts'
import { type BatchFields, batchFields } from '../batches/batch-input.ts'
import { kilogramsOf, mostFrom } from '../batches/mass-balance.ts'
import { type BatchListState, type BatchWrite, lotKey, takeUpProduct } from './batch-list-state.ts'
import { producerOf, productOf } from './batch-producer.ts'
import { faultyBatchField } from './faulty-batch-field.ts'
import { type PlannedRow, refuseRow, rowWarning } from './planned-row.ts'

type Row = ImportedRecord<BatchRecord>

/** Decides rows of a list of batches in order. */
export function planBatches(
  state: BatchListState,
  records: readonly Row[],
): PlannedRow<BatchWrite>[] {
  return records.map((imported) => planRow(state, imported))
}

function planRow(state: BatchListState, imported: Row): PlannedRow<BatchWrite> {
  const { record } = imported
  const warnings: SheetWarning[] = []
  const warn = (code: string, message: string) => warnings.push(rowWarning(imported, code, message))
  const found = producerOf(state, record)
  if (!found.ok) return refuseRow(imported, found, found.reason)
  const { producer } = found
  const codes = codesOf(state, record)
  if ('reason' in codes) return refuseRow(imported, codes, codes.reason)
  const made = productOf(state, { record, producer })
  if (!made.ok) return refuseRow(imported, made, made.reason)
  const { product, isNew } = made
  const key = lotKey({ productId: product.id, lot: record.lot })
  const field = { id: 'lot', column: REPORT_COLUMNS.lot, value: record.lot }
  const first = state.seen.get(key)
  if (first !== undefined && (first.row !== imported.row || first.sheet !== imported.sheet)) {
    return refuseRow(
      imported,
      field,
      fill(BATCH_REPORT.repeated, { row: first.row, sheet: first.sheet }),
    )
  }
  const before = state.batches.get(key) ?? null
  const fields = fieldsOf({ record, product, before })
  const wrong = whyNot({ fields, before })
  if (wrong !== null)
    return refuseRow(imported, faultyBatchField(imported, wrong.path), wrong.reason)
  state.seen.set(key, { sheet: imported.sheet, row: imported.row })
  if (made.note !== null) warn('product', made.note)
  for (const code of codes.filter(({ slot }) => slot === 'growing_area')) {
    if (code.organisationId === producer.id) continue
    warn(
      'code_of_others',
      fill(BATCH_REPORT.codeOfOthers, {
        code: code.code,
        holder: code.holder,
        name: producer.name,
      }),
    )
  }
  if (record.packedOn > state.today)
    warn('future_date', fill(BATCH_REPORT.packedAhead, { on: formatDate(record.packedOn) }))
  const own = codes.map(({ id, slot }) => ({ codeId: id, slot }))
  const links = before === null || own.length > 0 ? own : before.codes
  const write = {
    product: isNew ? product : null,
    ...toWrite(state, { fields, before, producer, links }),
  }
  if (before !== null && isSame(before, write)) return { outcome: 'unchanged', warnings }
  if (before?.isClosed) {
    const reason = fill(BATCH_REPORT.closed, { ref: before.ref })
    return refuseRow(imported, field, reason)
  }
  if (isNew) takeUpProduct(state, product)
  const what = fill(BATCH_REPORT.batch, {
    lot: record.lot,
    name: product.name,
    quantity: formatQuantity(record.quantity.value, record.quantity.unit),
    on: formatDate(record.packedOn),
  })
  return before === null
    ? { outcome: 'added', change: fill(BATCH_REPORT.added, { batch: what }), write, warnings }
    : { outcome: 'changed', change: fill(BATCH_REPORT.changed, { batch: what }), write, warnings }
}

/** The columns that fill a slot of a batch. */
const SLOTS = {
  growing_area: { id: 'growingAreaCodes', column: REPORT_COLUMNS.growingArea },
  packing_house: { id: 'packingHouseCode', column: REPORT_COLUMNS.packingHouse },
} as const

/** The codes of a row; each must be on record and fill the slot it stands in. */
function codesOf(
  state: BatchListState,
  record: BatchRecord,
): readonly ImportCode[] | { id: string; column: string; value: string; reason: string } {
  const { growingAreaCodes, packingHouseCode } = record
  const wanted = [
    ...growingAreaCodes.map((code) => ({ code, slot: 'growing_area' as const })),
    ...(packingHouseCode === null
      ? []
      : [{ code: packingHouseCode, slot: 'packing_house' as const }]),
  ]
  const codes: ImportCode[] = []
  for (const { code, slot } of wanted) {
    const refused = (reason: string) => ({ ...SLOTS[slot], value: code, reason })
    const known = state.codes.get(code)
    if (known === undefined) return refused(fill(BATCH_REPORT.codeUnknown, { code }))
    if (known.slot !== slot) {
      const kind = CODE_KINDS[known.slot === 'growing_area' ? 'growing_area' : 'packing_house'].vi
      return refused(fill(BATCH_REPORT.codeOfKind, { code, kind }))
    }
    codes.push(known)
  }
  return codes
}

/** The declared fields, what the row leaves blank as it was before. */
function fieldsOf(input: {
  record: BatchRecord
  product: ImportProduct
  before: ImportBatch | null
}): ReturnType<typeof batchFields.safeParse> {
  const { record, product, before } = input
  return batchFields.safeParse({
    productId: product.id,
    lot: record.lot,
    packedOn: record.packedOn,
    expiresOn: record.expiresOn ?? before?.expiresOn ?? null,
    harvestedOn: record.harvestedOn.length > 0 ? record.harvestedOn : (before?.harvestedOn ?? []),
    seasonFrom: before?.seasonFrom ?? null,
    quantity: { value: numberOfDecimal(record.quantity.value), unit: record.quantity.unit },
    markets: record.markets,
    growingAreas: record.growingAreaCodes,
    packingHouse: record.packingHouseCode,
  })
}

/** Why such a batch cannot be declared; the rules of `createBatch` and `updateBatch`. */
function whyNot(input: {
  fields: ReturnType<typeof fieldsOf>
  before: ImportBatch | null
}): { readonly path: string; readonly reason: string } | null {
  const { fields, before } = input
  if (!fields.success) {
    const { issues } = fields.error
    const reason = issues.map(({ message }) => message).join(' ')
    return { path: issues[0]?.path.join('.') ?? '', reason }
  }
  if (before === null) return null
  const ownKg = kilogramsOf(fields.data.quantity)
  if (before.givenKg > (ownKg === null ? 0 : mostFrom(ownKg))) {
    const reason = fill(BATCH_REPORT.givenAway, { ref: before.ref, givenKg: before.givenKg })
    return { path: 'quantity.value', reason }
  }
  return ownKg !== null && before.inputKg > 0 && ownKg > mostFrom(before.inputKg)
    ? {
        path: 'quantity.value',
        reason: fill(BATCH_REPORT.heavier, { ownKg, inputKg: before.inputKg }),
      }
    : null
}

function toWrite(
  state: BatchListState,
  input: {
    fields: ReturnType<typeof fieldsOf>
    before: ImportBatch | null
    producer: { readonly id: string }
    links: BatchWrite['codes']
  },
): Omit<BatchWrite, 'product'> {
  const { before, producer, links } = input
  const data = accepted(input.fields)
  return {
    before,
    codes: links,
    batch: {
      id: before?.id ?? state.newId(),
      ref: before?.ref ?? state.newRef(),
      lot: data.lot,
      organisationId: producer.id,
      productId: data.productId,
      packedOn: data.packedOn ?? null,
      expiresOn: data.expiresOn ?? null,
      harvestedOn: [...new Set(data.harvestedOn)].sort(),
      seasonFrom: data.seasonFrom ?? null,
      quantityValue: data.quantity.value,
      quantityUnit: data.quantity.unit,
      markets: data.markets,
    },
  }
}

function accepted(fields: ReturnType<typeof fieldsOf>): BatchFields {
  if (!fields.success) throw new Error('refused fields are not written')
  return fields.data
}

function isSame(before: ImportBatch, { batch, codes }: Omit<BatchWrite, 'product'>): boolean {
  return contentOf(before, before.codes) === contentOf(batch, codes)
}

function contentOf(
  batch: Pick<
    BatchWrite['batch'],
    'packedOn' | 'expiresOn' | 'harvestedOn' | 'quantityValue' | 'quantityUnit' | 'markets'
  >,
  codes: BatchWrite['codes'],
): string {
  const { packedOn, expiresOn, harvestedOn, quantityValue, quantityUnit, markets } = batch
  const codeIds = codes.map(({ codeId }) => codeId).sort()
  return JSON.stringify([
    ...[packedOn, expiresOn, harvestedOn, quantityValue, quantityUnit],
    ...[markets.toSorted(), codeIds],
  ])
}
