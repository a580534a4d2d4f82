import type { BatchListRow } from '../../../../db/queries/batch-list.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** Batches as a table, by their own lot numbers. */
export function batchTable(rows: readonly BatchListRow[], lang: Language) {
  const columns = [W.lot, W.product, W.quantity, W.packedOn, W.state].map((name) => ({
    name: name[lang],
  }))
  return { columns, rows: rows.map((row) => cellsOf(row, lang)) }
}

function cellsOf(row: BatchListRow, lang: Language): TableCell[] {
  const { ref, lot, product, organisation, packedOn, quantityValue, quantityUnit } = row
  return [
    { text: lot, href: batchPath(ref), code: true },
    { text: product, small: organisation },
    { text: formatQuantity({ value: quantityValue, unit: quantityUnit }, lang) },
    { text: packedOn === null ? W.none[lang] : formatOn(packedOn, lang) },
    { text: stateOf(row, lang) },
  ]
}

/** Recalled, open, sealed or annulled, in a word. */
export function stateOf(
  row: {
    readonly sealedAt: number | null
    readonly annulledAt: number | null
    readonly isRecalled?: boolean
  },
  lang: Language,
): string {
  if (row.isRecalled === true) return W.isRecalled[lang]
  if (row.annulledAt !== null) return W.isAnnulled[lang]
  return (row.sealedAt === null ? W.open : W.sealed)[lang]
}

/** The page of a batch in the portal. */
export function batchPath(ref: string): string {
  return `/portal/batches/${encodeURIComponent(ref)}`
}
