import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { batchPath } from '../batches/batch-table.ts'

type Row = {
  readonly ref: string
  readonly lot: string
  readonly product: string
  readonly quantityValue: number
  readonly quantityUnit: string
  readonly packedOn: string | null
}

/** How batches of a recall are listed, before it and after. */
export function recalledColumns(lang: Language) {
  const { lot, product, quantity, packedOn } = BATCH_COPY
  return [lot, product, quantity, packedOn].map((name) => ({ name: name[lang] }))
}

export function recalledCells(row: Row, lang: Language): TableCell[] {
  const quantity = { value: row.quantityValue, unit: row.quantityUnit }
  return [
    { text: row.lot, href: batchPath(row.ref), code: true },
    { text: row.product },
    { text: formatQuantity(quantity, lang) },
    { text: row.packedOn === null ? '' : formatOn(row.packedOn, lang) },
  ]
}
